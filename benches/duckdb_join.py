"""duckdb_join.py FILE TOKENS: whatever looks like a token in each line, joined with the list; CPU seconds and the lines hit."""
import json, resource, sys
import duckdb

db = duckdb.connect()
db.execute("SET threads = 1")
db.execute("CREATE TABLE tokens AS SELECT DISTINCT token FROM read_csv(?, columns = {'token': 'VARCHAR'}, delim = '\t', quote = '', header = false)", [sys.argv[2]])
begin = resource.getrusage(resource.RUSAGE_SELF)
rows = db.execute(
    """WITH lines AS (SELECT row_number() OVER () - 1 AS n, line FROM read_csv(?, columns = {'line': 'VARCHAR'}, delim = '\x01', quote = '', escape = '', header = false, max_line_size = 10000000)),
            found AS (SELECT n, unnest(regexp_extract_all(line, '[A-Za-z0-9_.%@+-]{7,}')) AS token FROM lines)
       SELECT DISTINCT n FROM found JOIN tokens USING (token)""",
    [sys.argv[1]],
).fetchall()
end = resource.getrusage(resource.RUSAGE_SELF)
cpu = end.ru_utime + end.ru_stime - begin.ru_utime - begin.ru_stime
print(json.dumps({"scan": cpu, "lines": sorted(n for (n,) in rows)}))
