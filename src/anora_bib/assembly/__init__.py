"""How the parts are put together: plugins, settings, and the stages in their order."""
