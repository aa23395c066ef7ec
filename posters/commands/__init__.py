"""The commands of `posters`, one file a group."""
