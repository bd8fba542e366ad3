"""Runs a query of KQL over events: replay.py QUERY EVENTS_CSV RESULT_CSV.

EVENTS_CSV has the columns timestamp (ISO 8601), name, sentiment and synthetic; the query sees them as Application
Insights shows custom events, with the last two in customDimensions.
"""

import sys

import duckdb_kql


def main(query, events, result):
    connection = duckdb_kql.connect()
    connection.execute(
        """
        CREATE TABLE customEvents AS
        SELECT timestamp, name, CAST(to_json({'sentiment': sentiment, 'synthetic': synthetic}) AS JSON) AS customDimensions
        FROM read_csv(?, header = true, columns = {
            'timestamp': 'TIMESTAMP', 'name': 'VARCHAR', 'sentiment': 'VARCHAR', 'synthetic': 'VARCHAR'})
        """,
        [events],
    )
    with open(query, encoding="utf-8") as file:
        found = duckdb_kql.query(connection, file.read())
    with open(result, "w", encoding="utf-8") as file:
        file.write(",".join(found.columns) + "\n")
        for row in found.fetchall():
            file.write(",".join(value.isoformat() for value in row) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
