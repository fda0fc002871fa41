"""The learned reader of references: tokens are labelled by a linear-chain CRF, and what is labelled becomes fields."""
