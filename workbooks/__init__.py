"""Excel files: build, read, adopt, reconcile."""
