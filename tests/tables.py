"""Everything a database holds, to compare before and after."""

import hashlib

from django.db import connection


def contents() -> dict[str, str]:
    """A digest of each table, whoever wrote it."""
    found = {}
    with connection.cursor() as cursor:
        for name in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(
                f"SELECT row::text FROM {connection.ops.quote_name(name)} AS row ORDER BY 1"
            )
            rows = "\n".join(row[0] for row in cursor.fetchall())
            found[name] = hashlib.sha256(rows.encode()).hexdigest()
    return found
