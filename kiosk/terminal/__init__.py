"""The terminal that strangers type on: how it is driven, what it can show, and what must not leave it."""
