"""FAISS's exact float index for `mien bench search`.

Arguments: a file of vectors, a file of probes (raw little-endian 32-bit floats), dimensions, threads.
Each line of standard input, "first count max", is answered by the seconds and the processor
seconds that the one call took, and a line of vector numbers for each probe.
"""
import sys
import time

import faiss
import numpy

vectors_file, probes_file, dimensions, threads = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
faiss.omp_set_num_threads(threads)
vectors = numpy.memmap(vectors_file, dtype="<f4", mode="r").reshape(-1, dimensions)
probes = numpy.fromfile(probes_file, dtype="<f4").reshape(-1, dimensions)
index = faiss.IndexFlatIP(dimensions)
for start in range(0, len(vectors), 65536):
    index.add(numpy.ascontiguousarray(vectors[start : start + 65536]))
with open("/proc/self/maps") as maps:
    libraries = {line.split("/")[-1].strip() for line in maps if "blas" in line}
print("FAISS", faiss.__version__, "with", ", ".join(sorted(libraries)) or "its own BLAS", flush=True)
for line in sys.stdin:
    first, count, best = map(int, line.split())
    asked = probes[first : first + count]
    begin, begin_processor = time.perf_counter(), time.process_time()
    _, ids = index.search(asked, best)
    print(time.perf_counter() - begin, time.process_time() - begin_processor)
    for row in ids:
        print(*row)
    sys.stdout.flush()
