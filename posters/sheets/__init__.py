"""What is printed: one file a sheet."""
