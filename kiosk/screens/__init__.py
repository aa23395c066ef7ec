"""What a visitor sees: one file and one stylesheet for each screen."""
