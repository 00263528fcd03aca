"""The `dti` command: one file per verb."""
