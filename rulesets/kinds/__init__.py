"""One file a kind of table: scored, levels, targets; `head` is what they share."""
