"""Second, independent transcription of every table: plain Python from the printed text."""
