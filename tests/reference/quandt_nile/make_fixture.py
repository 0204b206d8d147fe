"""Builds the cases quandt_nile, _realint, _phillips, _usincexp and _djia: Quandt's likelihood ratio by R's lm and by numpy.

    Rscript witness.R .. && python make_fixture.py     (witness.R reads and writes the folder it is given)
"""
import csv
import json
import pathlib
import shutil

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
REFERENCE = HERE.parent
CASES = {
    "nile": ("Nile", []),
    "realint": ("RealInt", []),
    "phillips": ("dp", ["dp1"]),
    "usincexp": ("diff_expenditure", ["coint_res", "diff_income"]),
    "djia": ("growth", []),
}
for name, (response, regressors) in CASES.items():
    target = REFERENCE / f"quandt_{name}"
    target.mkdir(exist_ok=True)
    where = "R package strucchange, DJIA (Hsu 1979): weekly closing values and 100 times the change of their logarithm; GPL-2/GPL-3"
    if name != "djia":
        source = REFERENCE / f"breaks_{name}"
        shutil.copy(source / "data.csv", target / "data.csv")
        where = json.loads((source / "case.json").read_text())["data"]["source"]
    with open(target / "data.csv") as file:
        rows = list(csv.DictReader(file))
    column = lambda key: np.array([float(row[key]) for row in rows])
    y = column(response)
    x = np.column_stack([np.ones(len(y)), *[column(r) for r in regressors]])
    n, k = x.shape
    expected, sources = {}, {}

    def say(key, value, who):
        assert key not in expected, key
        expected[key], sources[key] = float(value), who

    for line in (REFERENCE / "lm.txt").read_text().splitlines():
        case, key, value = line.split()
        if case == name:
            who = "R strucchange" if key.startswith(("squares", "gefp")) else "R lm, own script"
            say(key, float(value), who)

    def log_likelihood(a, b):
        """Gaussian, at its maximum, from a Cholesky factor of the normal equations: another road than R's QR."""
        part, response = x[a:b] / np.sqrt((x**2).sum(axis=0)), y[a:b] - y.mean()
        factor = np.linalg.cholesky(part.T @ part)
        beta = np.linalg.solve(factor.T, np.linalg.solve(factor, part.T @ response))
        squares = ((response - part @ beta) ** 2).mean()
        return -0.5 * (b - a) * (np.log(2 * np.pi * squares) + 1)

    for trim in (0.15, 0.001):
        shortest = max(int(trim * n + 1e-9), k + 1)
        path = [log_likelihood(0, n) - log_likelihood(0, b) - log_likelihood(b, n) for b in range(shortest, n - shortest + 1)]
        say(f"numpy.t{trim}.lowest", min(path), "numpy, three Gaussian likelihoods")
        say(f"numpy.t{trim}.before", shortest + int(np.argmin(path)), "numpy")
    case = {
        "name": f"quandt_{name}",
        "description": "Quandt's likelihood ratio of a switch of coefficients and variance",
        "data": {"file": "data.csv", "rows": n, "columns": list(rows[0]), "source": where},
        "software": {"R": "4.2.2", "strucchange": "1.5.3", "numpy": np.__version__},
        "commands": [
            "Rscript witness.R .. ; python make_fixture.py (both beside the case quandt_nile)",
            "R: lm.fit on the rows up to b and after b; 1000 responses rnorm(n), seed 20, for the law of the lowest",
            "djia: breakpoints(I(growth^2) ~ 1), confint; gefp(growth ~ 1, fit = normlm, scores of one length), sctest(functional = maxBB)",
        ],
        "how_to_read": "expected: quantity -> value. sources: who computed it. t: trim; rows before the switch counted from 1.",
        "tolerance_hint": {"rtol": 1e-9, "atol": 1e-12, "looser_rtol": {}, "note": "simulated: own random numbers"},
        "expected": expected,
        "sources": sources,
    }
    (target / "case.json").write_text(json.dumps(case, indent=1) + "\n")
    print(name, {key: value for key, value in expected.items() if "lowest" in key or "before" in key or "sim" in key or "gefp" in key})
