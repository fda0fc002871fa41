"""What several integrations need."""
