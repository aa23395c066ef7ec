"""Check-ins in from spreadsheets, released figures out to them."""
