"""The demo: a throwaway hospital in which a night passes on request."""
