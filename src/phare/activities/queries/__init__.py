"""What is true of the programme now."""
