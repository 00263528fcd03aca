"""Forms that this project did not make: header, rows, titles, values — read, never guessed."""
