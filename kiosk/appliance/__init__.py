"""What turns a small computer into a kiosk: the files, links and commands, and how they come and go."""
