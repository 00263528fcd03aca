"""Batch: many files, each checked in a worker process that time and memory are bounded for."""
