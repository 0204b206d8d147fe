"""What the Python sides share: the data, and the way of timing; see ours.rs for both."""

import sys
from math import ceil
from pathlib import Path
from time import perf_counter

import numpy as np

DIR = Path(sys.argv[1])


def columns(name, k):
    return np.fromfile(DIR / f"{name}.f64", dtype="<f8").reshape(k, -1).T


def measure(name, task):
    """The same batches as ours: about a millisecond each, for a second and five batches."""
    value = task()
    start = perf_counter()
    task()
    batch = max(1, ceil(1e-3 / (perf_counter() - start)))
    start, seconds = perf_counter(), []
    while len(seconds) < 5 or perf_counter() - start < 1:
        batch_start = perf_counter()
        for _ in range(batch):
            task()
        seconds.append((perf_counter() - batch_start) / batch)
    print(f"{name}\t{np.median(seconds):e}\t{min(seconds):e}\t{value:.15e}", flush=True)
