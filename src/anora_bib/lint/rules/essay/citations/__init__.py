"""Family C: quotations and images without a full citation."""
