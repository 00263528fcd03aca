"""Own workbooks: what a file of ours is, where its parts stand now, and what it says."""
