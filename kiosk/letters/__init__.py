"""How block letters are drawn; how text is set in them stands in `kiosk.letters.setting`."""
