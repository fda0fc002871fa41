"""A language server (Language Server Protocol 3.17): `check`, `fix` and `cite` where the essay is written."""
