"""Builds the cases estimates_nile, _phillips, _germanm1 and _durab: recursive and moving estimates, sums of scores in a window, and
OLS-CUSUM with a long-run variance, by R's strucchange and sandwich, by numpy from the definitions and by statsmodels.

    Rscript witness.R .. && python make_fixture.py     (witness.R reads and writes the folder it is given)
"""
import csv
import json
import pathlib
import shutil

import mpmath
import numpy as np
import scipy.linalg
import statsmodels
import statsmodels.api as sm

HERE = pathlib.Path(__file__).resolve().parent
REFERENCE = HERE.parent
CASES = {
    "nile": ("Nile", []),
    "phillips": ("dp", ["dp1"]),
    "germanm1": ("dm", ["dy2", "dR", "dR1", "dp", "ecm"]),
    "durab": ("y", ["lag"]),
}


def root(matrix):
    return np.real(scipy.linalg.sqrtm(matrix))


def kuiper(x, k):
    one = mpmath.nsum(lambda j: 2 * (4 * j**2 * x**2 - 1) * mpmath.e ** (-2 * j**2 * x**2), [1, 80])
    return 1 - (1 - one) ** k


def feller(x, k):
    one = 8 * mpmath.nsum(lambda j: (-1) ** (int(j) - 1) * j * mpmath.ncdf(-j * x), [1, 80])
    return 1 - (1 - one) ** k


mpmath.mp.dps = 50
for name, (response, regressors) in CASES.items():
    target = REFERENCE / f"estimates_{name}"
    target.mkdir(exist_ok=True)
    source = REFERENCE / f"breaks_{name}"
    shutil.copy(source / "data.csv", target / "data.csv")
    with open(source / "data.csv") as file:
        rows = list(csv.DictReader(file))
    column = lambda key: np.array([float(row[key]) for row in rows])
    y = column(response)
    x = np.column_stack([np.ones(len(y)), *[column(r) for r in regressors]])
    n, k = x.shape
    expected, sources = {}, {}

    def say(key, value, who):
        assert key not in expected, key
        expected[key], sources[key] = float(value), who

    for line in (REFERENCE / "strucchange.txt").read_text().splitlines():
        case, key, value = line.split()
        if case == name:
            say(key, float(value), "R sandwich" if key.startswith("sandwich") else "R strucchange")
    x = x / np.sqrt((x**2).sum(axis=0))
    beta = np.linalg.lstsq(x, y, rcond=None)[0]
    e = y - x @ beta
    s = np.sqrt(e @ e / (n - k))
    estimate = lambda a, b: np.linalg.lstsq(x[a:b], y[a:b], rcond=None)[0]
    distance = lambda a, b: (b - a) / np.sqrt(n) * root(x[a:b].T @ x[a:b]) @ (estimate(a, b) - beta) / (s * np.sqrt(b - a))
    # An estimate of k rows has its root of a product that is nearly singular: numpy has few digits of it.
    re = np.array([distance(0, i) for i in range(k, n)])
    say("numpy.RE.statistic", np.abs(re).max(), "numpy, from the definition")
    spread = np.vstack([np.zeros(k), re]).max(axis=0) - np.vstack([np.zeros(k), re]).min(axis=0)
    say("numpy.RE.range", spread.max(), "numpy")
    say("mpmath.RE.range.p", kuiper(mpmath.mpf(spread.max()), k), "Kuiper's series, mpmath")
    for h in (0.15, 0.32, 0.5):
        width = int(np.floor(round(n * h, 9)))
        me = np.array([distance(i, i + width) for i in range(n - width + 1)])
        say(f"numpy.ME.h{h}.statistic", np.abs(me).max(), "numpy, from the definition")
        spread = (me.max(axis=0) - me.min(axis=0)).max()
        say(f"numpy.ME.h{h}.range", spread, "numpy")
        if h == 0.5:
            say("mpmath.ME.h0.5.range.p", feller(mpmath.mpf(spread), k), "Feller's series, mpmath")
        z = np.column_stack([x * e[:, None], e**2 - (e**2).mean()])
        z /= np.sqrt((z**2).sum(axis=0))
        sums = np.vstack([np.zeros(k + 1), np.cumsum(z @ np.linalg.inv(root(z.T @ z)), axis=0)])
        say(f"numpy.Score-MOSUM.h{h}.statistic", np.abs(sums[width:] - sums[:-width]).max(), "numpy, from the definition")
    fit = sm.OLS(e, np.ones(n)).fit(cov_type="HAC", cov_kwds={"maxlags": 4, "use_correction": False})
    long_run = fit.bse[0] ** 2 * n * n / (n - k)
    say("statsmodels.nw4.statistic", np.abs(np.cumsum(e)).max() / np.sqrt(long_run * n), "statsmodels, HAC of the mean of e")
    case = {
        "name": f"estimates_{name}",
        "description": "Recursive and moving estimates, MOSUM of scores, OLS-CUSUM with a long-run variance",
        "data": {
            "file": "data.csv",
            "rows": n,
            "columns": list(rows[0]),
            "source": json.loads((source / "case.json").read_text())["data"]["source"],
        },
        "software": {"R": "4.2.2", "strucchange": "1.5.3", "sandwich": "3.0.2", "statsmodels": statsmodels.__version__,
                     "numpy": np.__version__, "scipy": scipy.__version__, "mpmath": mpmath.__version__},
        "commands": [
            "Rscript witness.R .. ; python make_fixture.py (both beside the case estimates_nile)",
            "strucchange: efp(y ~ 0 + x, type = \"RE\" | \"ME\" | \"Score-MOSUM\", h), x with columns of length one (scores: as long as that of "
            "the variance); sctest, also functional = \"range\"; boundary(alpha = 0.05)",
            "strucchange: efp(f, type = \"OLS-CUSUM\", lrvar = \"Andrews\" | \"Newey-West\"); gefp(f, fit = lm, vcov = kernHAC)",
            "sandwich: n NeweyWest(lm(e ~ 1), lag, prewhite = FALSE, adjust = FALSE) n/(n - k)",
            "statsmodels: OLS(e, 1).fit(cov_type=\"HAC\", maxlags=4)",
        ],
        "how_to_read": "expected: quantity -> value. sources: who computed it. process.i counts from 1, the point 0 of RE being the first.",
        "tolerance_hint": {"rtol": 1e-8, "atol": 1e-12, "looser_rtol": {}, "note": ""},
        "expected": expected,
        "sources": sources,
    }
    (target / "case.json").write_text(json.dumps(case, indent=1) + "\n")
    pairs = [(key, expected[key], expected.get("numpy." + key)) for key in expected if "numpy." + key in expected]
    print(name, max(abs(a / b - 1) for _, a, b in pairs))
