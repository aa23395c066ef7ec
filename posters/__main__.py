"""``python -m posters`` is the command ``posters``."""

from posters.cli import main

main()
