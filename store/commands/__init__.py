"""The subcommands of `store`; each room adds its own to the app that `store.cli` assembles."""
