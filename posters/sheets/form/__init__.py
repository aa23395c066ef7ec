"""The check-in on paper, and the page for whoever types it."""
