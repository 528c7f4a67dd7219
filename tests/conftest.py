pytest_plugins = ["tests.embedded_database", "tests.browser"]
