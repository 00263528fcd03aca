"""The law as data: one YAML file a table, and the loader that turns it into records."""
