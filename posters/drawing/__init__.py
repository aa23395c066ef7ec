"""How things are drawn: paper, type, colours, charts and icons; knows no sheet."""
