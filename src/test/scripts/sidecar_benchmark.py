#!/usr/bin/env python3
"""Python's times for the file that SidecarBenchmark leaves: json of the library, and orjson if it is there. Cyclic GC off.

Usage: sidecar_benchmark.py FILE
"""
import gc
import json
import sys
import time

data = open(sys.argv[1], "rb").read()
contenders = [("json", json.loads, lambda tree: json.dumps(tree, separators=(",", ":")).encode())]
try:
    import orjson
    contenders.append(("orjson", orjson.loads, orjson.dumps))
except ImportError:
    print("orjson is not here")


def best(work):
    times = []
    for _ in range(5):
        wall, processor = time.perf_counter(), time.process_time()
        result = work()
        times.append((time.perf_counter() - wall, time.process_time() - processor))
        del result
    times.sort()
    return "median %.3f s, processor time %.3f s" % times[len(times) // 2]


gc.disable()
for name, loads, dumps in contenders:
    print(name, "load:", best(lambda: loads(data)))
    tree = loads(data)
    print(name, "save:", best(lambda: dumps(tree)))
    del tree
