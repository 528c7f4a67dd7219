"""Letters and text messages: what leaves the house for people who registered."""
