"""The verbs of the `dti` command."""
