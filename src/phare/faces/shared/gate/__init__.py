"""What stands before a public form: who sends too much, and what only a machine would do."""
