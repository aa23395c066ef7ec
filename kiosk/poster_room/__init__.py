"""The poster room: behind the PIN, a sheet is chosen, looked at, and taken away; in a browser, or on the kiosk."""
