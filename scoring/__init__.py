"""The reference engine: the law's arithmetic, exact, standard library only."""
