"""`python -m store` is the command `store`."""

from store.cli import main

main()
