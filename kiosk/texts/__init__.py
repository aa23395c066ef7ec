"""What the kiosk says: lessons, phrases and words that more than one screen needs, in the languages it speaks."""
