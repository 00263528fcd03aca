"""Hosts: each carries out a plan in one program, and does nothing else."""
