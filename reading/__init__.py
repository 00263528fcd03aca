"""Reading: what a text says that an official has typed."""
