"""The kiosk in a browser: a small web server that gives each tab a locked kiosk of its own."""
