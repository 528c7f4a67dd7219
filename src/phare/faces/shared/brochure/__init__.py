"""The quarterly brochure on paper: French from the front, Dutch from the back."""
