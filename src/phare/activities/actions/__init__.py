"""What may be done with the programme."""
