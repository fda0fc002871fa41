"""What references are about: people, titles, outlets, numbers, put together to CSL items of every type."""
