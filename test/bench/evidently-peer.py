"""evidently's drift report (PSI) of the first rows of two Parquet files: python evidently-peer.py P Q ROWS GIGABYTES.

Prints one line of JSON: seconds (reading, reporting), the greatest memory in MB; or why it did not come to an end.
"""

import json
import resource
import sys
import time
import warnings

warnings.filterwarnings("ignore")


def frame(path, rows):
    import pyarrow.parquet as parquet

    file, batches, left = parquet.ParquetFile(path), [], rows
    for batch in file.iter_batches(batch_size=1_000_000):
        batches.append(batch.slice(0, left))
        left -= batches[-1].num_rows
        if left <= 0:
            break
    import pyarrow

    return pyarrow.Table.from_batches(batches).to_pandas()


def main(p, q, rows, gigabytes):
    limit = int(gigabytes * 2**30)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    import evidently
    from evidently import Report
    from evidently.presets import DataDriftPreset

    start = time.perf_counter()
    reference, current = frame(p, rows), frame(q, rows)
    read = time.perf_counter()
    snapshot = Report([DataDriftPreset(method="psi")]).run(current, reference)
    json.dumps(snapshot.dict(), default=str)
    end = time.perf_counter()
    return {
        "version": evidently.__version__,
        "rows": len(reference),
        "reading": read - start,
        "report": end - read,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


try:
    print(json.dumps(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4]))))
except ImportError as error:
    print(json.dumps({"missing": str(error)}))
except MemoryError:
    print(json.dumps({"problem": f"did not fit into {sys.argv[4]} GB"}))
except Exception as error:  # noqa: BLE001: whatever it says is what we tell
    said = f"{type(error).__name__}: {error}".splitlines()[0]
    full = "memory" in said.lower() or "alloc" in said.lower()
    print(json.dumps({"problem": f"did not fit into {sys.argv[4]} GB ({said})" if full else said}))
