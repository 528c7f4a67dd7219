"""One file a subject; each function makes one section of a report, or none."""
