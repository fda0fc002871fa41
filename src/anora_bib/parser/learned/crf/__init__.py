"""Linear-chain CRFs: the model and its file, the weights of tokens by label, the likeliest path."""
