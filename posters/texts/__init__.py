"""What sheets say."""
