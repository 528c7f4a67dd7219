pytest_plugins = ["tests.embedded_database"]
