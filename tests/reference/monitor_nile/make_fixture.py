"""Builds the cases monitor_nile, _realint, _germanm1, _durab and _usincexp: monitoring by R's strucchange, by numpy from the definitions of
Chu, Stinchcombe and White (1996) and Leisch, Hornik and Kuan (2000), and critical values of windows by simulation.

    Rscript witness.R .. && python make_fixture.py     (witness.R reads and writes the folder it is given)
"""
import csv
import json
import pathlib
import shutil

import numpy as np
import scipy
import scipy.linalg
from scipy.optimize import brentq
from scipy.stats import norm

HERE = pathlib.Path(__file__).resolve().parent
REFERENCE = HERE.parent
CASES = {
    "nile": ("Nile", [], 25, 4),
    "realint": ("RealInt", [], 40, 4),
    "germanm1": ("dm", ["dy2", "dR", "dR1", "dp", "ecm", "seasonQ2", "seasonQ3", "seasonQ4"], 118, 2),
    "durab": ("y", ["lag"], 394, 2),
    "usincexp": ("diff_expenditure", ["coint_res", "diff_income"], 48, 10),
}


def root(matrix):
    return np.real(scipy.linalg.sqrtm(matrix))


def simulated(level, window, period, draws=10000, frequency=1000):
    """A quantile of the largest increment of a bridge continued beyond 1, over the boundary's shape."""
    rng = np.random.default_rng(3)
    largest = []
    for _ in range(draws // 250):
        path = np.cumsum(rng.standard_normal((250, period * frequency)), axis=1) / np.sqrt(frequency)
        path -= np.arange(1, period * frequency + 1) / frequency * path[:, frequency - 1 : frequency]
        path = np.hstack([np.zeros((250, 1)), path])
        at = np.arange(frequency + 1, period * frequency + 1)
        shape = np.sqrt(2 * np.where(at / frequency <= np.e, 1, np.log(at / frequency)))
        largest.append(np.abs((path[:, at] - path[:, at - int(window * frequency)]) / shape).max(axis=1))
    return np.quantile(np.concatenate(largest), 1 - level)


for name, (response, regressors, n, period) in CASES.items():
    target = REFERENCE / f"monitor_{name}"
    target.mkdir(exist_ok=True)
    source = REFERENCE / f"breaks_{name}"
    if name != "germanm1":
        shutil.copy(source / "data.csv", target / "data.csv")
    with open(target / "data.csv") as file:
        rows = list(csv.DictReader(file))
    column = lambda key: np.array([float(row[key]) for row in rows])
    y = column(response)
    x = np.column_stack([np.ones(len(y)), *[column(r) for r in regressors]])
    x = x / np.sqrt((x[:n] ** 2).sum(axis=0))
    k = x.shape[1]
    expected, sources = {"history": n, "period": period}, {"history": "a choice", "period": "a choice"}

    def say(key, value, who):
        assert key not in expected, key
        expected[key], sources[key] = float(value), who

    for line in (REFERENCE / "strucchange.txt").read_text().splitlines():
        case, key, value = line.split()
        if case == name:
            say(key, float(value), "R strucchange")
    beta = np.linalg.lstsq(x[:n], y[:n], rcond=None)[0]
    e = (y - x @ beta) / np.sqrt(((y[:n] - x[:n] @ beta) ** 2).sum() / (n - k))
    d = lambda a, b: np.linalg.lstsq(x[a:b], e[a:b], rcond=None)[0]
    ends = np.arange(n + 1, len(y) + 1)
    share = ends / n
    processes = {
        "OLS-CUSUM": np.array([[e[n:t].sum() / np.sqrt(n)] for t in ends]),
        "RE": np.array([t / n * root(x[:n].T @ x[:n]) @ d(0, t) for t in ends]),
    }
    for alpha in (0.05, 0.02):
        for kind, process in processes.items():
            own = alpha if kind == "OLS-CUSUM" else alpha / k
            a = brentq(lambda a: 2 * (norm.sf(a) + a * norm.pdf(a)) - own, 0.1, 10, xtol=1e-14)
            say(f"numpy.{kind}.a{alpha}.critical", a, "scipy brentq")
            border = np.sqrt(share * (share - 1) * (a**2 + np.log(share / (share - 1))))
            outside = np.flatnonzero(np.abs(process).max(axis=1) > border)
            say(f"numpy.{kind}.a{alpha}.detected", ends[outside[0]] if len(outside) else 0, "numpy")
    for kind, process in processes.items():
        level = np.sqrt(np.maximum(0, (process**2).max(axis=1) / (share * (share - 1)) - np.log(share / (share - 1)))).max()
        say(f"numpy.{kind}.a0.05.statistic", level, "numpy")
        say(f"numpy.{kind}.a0.05.p", min(1, (k if kind == "RE" else 1) * 2 * (norm.sf(level) + level * norm.pdf(level))), "scipy")
    for h in (0.25, 0.5, 1):
        m = int(h * n)
        if m > k:
            me = np.array([np.sqrt(m / n) * root(x[t - m : t].T @ x[t - m : t]) @ d(t - m, t) for t in ends])
            say(f"numpy.ME.h{h}.largest", (np.abs(me).max(axis=1) / np.sqrt(2 * np.where(share <= np.e, 1, np.log(share)))).max(), "numpy")
        sums = np.array([e[t - m : t].sum() / np.sqrt(n) for t in ends])
        say(f"numpy.OLS-MOSUM.h{h}.largest", (np.abs(sums) / np.sqrt(2 * np.where(share <= np.e, 1, np.log(share)))).max(), "numpy")
    if name == "nile":
        for h in (0.25, 0.5, 1):
            for length in (2, 4):
                for level in (0.05, 0.02):
                    say(f"simulated.h{h}.{length}.{level}", simulated(level, h, length), "numpy, 10,000 draws of 1,000 steps, seed 3")
    case = {
        "name": f"monitor_{name}",
        "description": "Monitoring of new rows",
        "data": {
            "file": "data.csv",
            "rows": len(y),
            "columns": list(rows[0]),
            "source": "R package strucchange, GermanM1; GPL-2/GPL-3" if name == "germanm1" else json.loads((source / "case.json").read_text())["data"]["source"],
        },
        "software": {"R": "4.2.2", "strucchange": "1.5.3", "numpy": np.__version__, "scipy": scipy.__version__},
        "commands": [
            "Rscript witness.R .. ; python make_fixture.py (both beside the case monitor_nile)",
            "strucchange: mefp(f, data = history, type = \"OLS-CUSUM\" | \"RE\", alpha) or mefp(f, data = history, type = \"OLS-MOSUM\" | \"ME\", "
            "h, period); monitor(plan, data = all); regressors of length one over the history, the response over s",
        ],
        "how_to_read": "expected: quantity -> value. sources: who computed it. process.i, boundary.i and detected are rows counted from 1; "
        "detected 0 is none. largest: over the boundary's shape.",
        "tolerance_hint": {"rtol": 1e-8, "atol": 1e-12, "looser_rtol": {}, "note": ""},
        "expected": expected,
        "sources": sources,
    }
    (target / "case.json").write_text(json.dumps(case, indent=1) + "\n")
    print(name, {key: value for key, value in expected.items() if "detected" in key})
