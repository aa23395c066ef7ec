"""The same visit as on the screen, in plain lines: for scripts, serial terminals and screen readers."""
