"""Runs saved KQL queries on collected envelopes, laid out as Application Insights lays them out.

queries.py ENVELOPES QUERY...: ENVELOPES is a file of JSON lines; prints {query: [row, ...]} as JSON. A field of an
envelope that has no column, and a query that does not run, end it with an error.
"""
import json
import pathlib
import sys

import duckdb_kql

TAGS = {
    "ai.operation.id": "operation_Id",
    "ai.operation.name": "operation_Name",
    "ai.operation.parentId": "operation_ParentId",
    "ai.operation.syntheticSource": "operation_SyntheticSource",
    "ai.cloud.role": "cloud_RoleName",
    "ai.cloud.roleInstance": "cloud_RoleInstance",
    "ai.application.ver": "application_Version",
    "ai.internal.sdkVersion": "sdkVersion",
}
COMMON = {"timestamp": "timestamp", "itemCount": "bigint", "customDimensions": "json", "customMeasurements": "json"}
COMMON.update({column: "varchar" for column in TAGS.values()})
TABLES = {
    "customEvents": {"name": "varchar"},
    "traces": {"message": "varchar", "severityLevel": "bigint"},
    "requests": {"id": "varchar", "name": "varchar", "duration": "double", "resultCode": "varchar", "success": "boolean"},
    "exceptions": {"type": "varchar", "outerMessage": "varchar", "severityLevel": "bigint"},
    "customMetrics": {"name": "varchar", "value": "double", "valueCount": "bigint"},
}
LEVELS = ["Verbose", "Information", "Warning", "Error", "Critical"]


def milliseconds(duration):
    days, clock = duration.split(".", 1)
    hours, minutes, seconds = clock.split(":")
    return ((int(days) * 24 + int(hours)) * 60 + int(minutes)) * 60_000 + float(seconds) * 1000


def rows(kind, data):
    if kind == "EventData":
        yield "customEvents", {"name": data.pop("name")}
    elif kind == "MessageData":
        yield "traces", {"message": data.pop("message"), "severityLevel": LEVELS.index(data.pop("severityLevel"))}
    elif kind == "RequestData":
        yield "requests", {
            "id": data.pop("id"), "name": data.pop("name"), "duration": milliseconds(data.pop("duration")),
            "resultCode": data.pop("responseCode"), "success": data.pop("success"),
        }
    elif kind == "ExceptionData":
        thrown = data.pop("exceptions")[0]
        yield "exceptions", {
            "type": thrown["typeName"], "outerMessage": thrown["message"],
            "severityLevel": LEVELS.index(data.pop("severityLevel")),
        }
    elif kind == "MetricData":
        for metric in data.pop("metrics"):
            yield "customMetrics", {"name": metric["name"], "value": metric["value"], "valueCount": metric["count"]}
    else:
        raise ValueError(f"No table holds {kind}")


def lay_out(connection, envelope):
    kind, data = envelope["data"]["baseType"], envelope["data"]["baseData"]
    if data.pop("ver") != 2 or envelope["name"] != "Microsoft.ApplicationInsights." + kind.removesuffix("Data"):
        raise ValueError(f"Not an envelope of {kind}")
    common = {TAGS[tag]: value for tag, value in envelope["tags"].items()}
    common["timestamp"], common["itemCount"] = envelope["time"].rstrip("Z"), 1
    common["customDimensions"] = json.dumps(data.pop("properties", {}))
    common["customMeasurements"] = json.dumps(data.pop("measurements", {}))
    for table, own in rows(kind, data):
        row = {**common, **own}
        columns = ", ".join(f'"{name}"' for name in row)
        connection.execute(f"insert into {table} ({columns}) values ({', '.join('?' * len(row))})", list(row.values()))
    if data:
        raise ValueError(f"No column holds {sorted(data)} of {kind}")


def main(envelopes, *queries):
    connection = duckdb_kql.connect()
    for table, own in TABLES.items():
        columns = ", ".join(f'"{name}" {kind}' for name, kind in {**COMMON, **own}.items())
        connection.execute(f"create table {table} ({columns})")
    for line in pathlib.Path(envelopes).read_text().splitlines():
        lay_out(connection, json.loads(line))
    results = {}
    for query in map(pathlib.Path, queries):
        found = duckdb_kql.query(connection, query.read_text())
        results[query.stem] = [dict(zip(found.columns, row)) for row in found.fetchall()]
    json.dump(results, sys.stdout, default=str)


if __name__ == "__main__":
    main(*sys.argv[1:])
