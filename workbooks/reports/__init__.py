"""Reports of reconciliations."""
