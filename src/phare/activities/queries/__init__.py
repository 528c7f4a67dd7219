"""What the programme is."""
