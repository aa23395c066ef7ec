"""Where sheets go when they are drawn: to pictures, to printers."""
