"""The trainer's handout: one behavior on one page."""
