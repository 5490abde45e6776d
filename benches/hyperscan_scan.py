"""hyperscan_scan.py FILE TOKENS: every token as a literal; prints CPU seconds to compile and to scan, and the lines hit."""
import bisect, json, mmap, sys, time
import hyperscan

tokens = [line.encode() for line in open(sys.argv[2]).read().split("\n") if line]
begin = time.process_time()
db = hyperscan.Database()
db.compile(expressions=tokens, ids=list(range(len(tokens))), elements=len(tokens), flags=[0] * len(tokens), literal=True)
compiled = time.process_time() - begin
ends = []
with open(sys.argv[1], "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
    begin = time.process_time()
    db.scan(data, match_event_handler=lambda id, start, end, flags, context: ends.append(end) and None)
    scanned = time.process_time() - begin
    lines, at = [], 0
    while (at := data.find(b"\n", at) + 1) > 0:
        lines.append(at)
    hit = sorted({bisect.bisect_right(lines, end - 1) for end in ends})
print(json.dumps({"compile": compiled, "scan": scanned, "lines": hit}))
