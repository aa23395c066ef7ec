"""Copies of a data folder: how they are made, proven and put back."""
