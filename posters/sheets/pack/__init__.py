"""The trainer's booklet: all that one person needs to teach the seven behaviors."""
