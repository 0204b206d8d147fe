"""The peers of benches/peers/bootstrap: statsmodels and gretl bootstrap the impulse responses of the system that ours wrote.

A line for each program: its name, seconds for a thousand draws (the fastest of three runs, and the median)."""

import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import numpy as np

DIR = Path(sys.argv[1])
y = np.fromfile(DIR / "bootstrap.f64", dtype="<f8").reshape(4, -1).T


def measure(name, task, times=1):
    seconds = []
    for _ in range(3):
        start = perf_counter()
        task()
        seconds.append(times * (perf_counter() - start))
    print(f"{name}\t{np.median(seconds):e}\t{min(seconds):e}", flush=True)


try:
    from statsmodels.tsa.vector_ar.svar_model import SVAR
    from statsmodels.tsa.vector_ar.var_model import VAR

    fit = VAR(y).fit(4, trend="c")
    # A fiftieth of the draws, times fifty: they take most of two minutes.
    measure("statsmodels irf_errband_mc, orthogonal", lambda: fit.irf_errband_mc(orth=True, repl=20, steps=10, signif=0.1), 50)
    b = np.array([["E" if j <= i else "0" for j in range(4)] for i in range(4)])
    svar = SVAR(y, svar_type="B", B=b).fit(maxlags=4, trend="c")
    # A twentieth of the draws, times twenty: each maximises a likelihood.
    start = perf_counter()
    svar.sirf_errband_mc(orth=False, repl=50, steps=10, signif=0.1)
    seconds = 20 * (perf_counter() - start)
    print(f"statsmodels sirf_errband_mc, recursive B\t{seconds:e}\t{seconds:e}")
except ImportError:
    print("statsmodels is left out: it cannot be imported", file=sys.stderr)

SCRIPT = """
open data.csv --quiet
set horizon 11
set boot_iters 1000
var 4 a b c d --silent
set stopwatch
matrix m = irf(0, 0, 0.1)
printf "%.6f\\n", $stopwatch
"""
with tempfile.TemporaryDirectory() as folder:
    np.savetxt(Path(folder) / "data.csv", y, delimiter=",", header="a,b,c,d", comments="")
    (Path(folder) / "run.inp").write_text(SCRIPT)
    try:
        seconds = []
        for _ in range(3):
            text = subprocess.run(["gretlcli", "-b", "run.inp"], cwd=folder, capture_output=True, text=True, check=True).stdout
            seconds += [float(line) for line in text.splitlines() if line.replace(".", "", 1).strip().isdigit()]
        print(f"gretl irf(0, 0, 0.1)\t{np.median(seconds):e}\t{min(seconds):e}")
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"gretl is left out: {error}", file=sys.stderr)
