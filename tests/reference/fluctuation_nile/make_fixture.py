"""Builds the cases fluctuation_nile, _realint, _germanm1, _phillips, _durab and _djia: sums of residuals by R's strucchange, statsmodels,
gretl, and by numpy from the formulas of Brown, Durbin and Evans (1975) with Steck's determinant in mpmath for the exact law.

    Rscript witness.R .. && python make_fixture.py     (witness.R reads and writes the folder it is given)
"""
import csv
import json
import pathlib
import re
import shutil
import subprocess
import tempfile

import mpmath
import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm
from statsmodels.regression.recursive_ls import RecursiveLS
from statsmodels.stats.diagnostic import breaks_cusumolsresid, recursive_olsresiduals

HERE = pathlib.Path(__file__).resolve().parent
REFERENCE = HERE.parent
CASES = {
    "nile": ("Nile", []),
    "realint": ("RealInt", []),
    "germanm1": ("dm", ["dy2", "dR", "dR1", "dp", "ecm"]),
    "phillips": ("dp", ["dp1"]),
    "durab": ("y", ["lag"]),
    "djia": ("growth", []),
}
mpmath.mp.dps = 400


def steck(n, c):
    """P(|U_(j) - j/(n+1)| <= c for all j): Steck's (1971) determinant, upper Hessenberg with ones below the diagonal."""
    c = mpmath.mpf(c)
    a = [max(mpmath.mpf(0), mpmath.mpf(j) / (n + 1) - c) for j in range(1, n + 1)]
    b = [min(mpmath.mpf(1), mpmath.mpf(j) / (n + 1) + c) for j in range(1, n + 1)]
    # det of the leading i rows by expansion along the last column.
    det = [mpmath.mpf(1)]
    for j in range(1, n + 1):
        total = mpmath.mpf(0)
        for i in range(1, j + 1):
            gap = b[i - 1] - a[j - 1]
            if gap > 0:
                term = mpmath.binomial(j, j - i + 1) * gap ** (j - i + 1) * det[i - 1]
                total += term if (j - i) % 2 == 0 else -term
        det.append(total)
    return det[n]


def squares_p(c, m):
    if m % 2 == 0:
        return 1 - steck(m // 2 - 1, c)
    return (2 - steck(m // 2 - 1, c) - steck(m // 2, c)) / 2


def recursive(y, x):
    k = x.shape[1]
    w = []
    for t in range(k, len(y)):
        before = x[:t]
        b = np.linalg.lstsq(before, y[:t], rcond=None)[0]
        w.append((y[t] - x[t] @ b) / np.sqrt(1 + x[t] @ np.linalg.inv(before.T @ before) @ x[t]))
    return np.array(w)


def gretl(table, response, regressors):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        with open(path / "d.csv", "w") as file:
            writer = csv.writer(file)
            writer.writerow([response, *regressors])
            writer.writerows(zip(*[table[name] for name in [response, *regressors]]))
        script = f"set verbose off\nopen d.csv --quiet\nsetobs 1 1 --time-series\nols {response} const {' '.join(regressors)} --quiet\ncusum\ncusum --squares\n"
        (path / "s.inp").write_text(script)
        out = subprocess.run(["gretlcli", "-b", "s.inp"], cwd=folder, capture_output=True, text=True).stdout
    version = re.search(r"gretl version (\S+)", out)[1]
    first, second = out.split("CUSUMSQ", 1)
    values = lambda part: re.findall(r"^ *(\d+) +(-?\d+\.\d+) (\*?)", part, re.M)
    return version, float(re.search(r"sigmahat\s*=\s*(\S+)", out)[1]), values(first.split("Cumulated")[1]), values(second)


for name, (response, regressors) in CASES.items():
    target = REFERENCE / f"fluctuation_{name}"
    target.mkdir(exist_ok=True)
    source = REFERENCE / ("quandt_djia" if name == "djia" else f"breaks_{name}")
    shutil.copy(source / "data.csv", target / "data.csv")
    with open(source / "data.csv") as file:
        rows = list(csv.DictReader(file))
    table = {key: [row[key] for row in rows] for key in rows[0]}
    column = lambda key: np.array([float(v) for v in table[key]])
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
            say(key, float(value), "R strucchange")
    fit = sm.OLS(y, x).fit()
    sup, p, _ = breaks_cusumolsresid(fit.resid, ddof=k)
    say("statsmodels.OLS-CUSUM.statistic", sup, "statsmodels breaks_cusumolsresid")
    say("statsmodels.OLS-CUSUM.p", p, "statsmodels breaks_cusumolsresid")
    rls = RecursiveLS(y, x).fit()
    cusum, squares = rls.cusum, rls.cusum_squares
    standardised = recursive_olsresiduals(fit, skip=k)[4][k:]
    w = recursive(y, x)
    m = len(w)
    for i in np.unique(np.linspace(1, m - 2, 9).astype(int)):
        # RecursiveLS starts from a diffuse prior: its first residuals carry rounding.
        say(f"statsmodels.Rec-CUSUM.sum.{i + 1}", cusum[i], "statsmodels RecursiveLS.cusum")
        say(f"statsmodels.squares.{i + 1}", squares[i], "statsmodels RecursiveLS.cusum_squares")
        say(f"numpy.w.{i + 1}", w[i], "numpy, a regression before every row")
        say(f"recursive_olsresiduals.{i + 1}", standardised[i], "statsmodels recursive_olsresiduals, w")
        say(f"numpy.squares.{i + 1}", (w[: i + 1] ** 2).sum() / (w**2).sum(), "numpy")
    say("numpy.s", w.std(ddof=1), "numpy")
    low, high = rls._cusum_squares_significance_bounds(0.05, points=np.array([n]))
    say("statsmodels.squares.critical.0.05", (high[0] - low[0]) / 2, "statsmodels, Edgerton and Wells")
    shares = np.cumsum(w**2) / (w**2).sum()
    c = np.abs(shares - np.arange(1, m + 1) / m).max()
    say("numpy.squares.statistic", c, "numpy")
    say("numpy.squares.p", squares_p(c, m), "Steck's determinant, mpmath, 400 digits")
    zero = np.sqrt((w**2).sum() / m)
    steps = np.arange(1, m + 1) / m
    e = y - x @ np.linalg.lstsq(x, y, rcond=None)[0]
    scores = np.column_stack([x * e[:, None], e**2 - (e**2).mean()])
    scores /= np.sqrt((scores**2).sum(axis=0))
    value, vector = np.linalg.eigh(scores.T @ scores)
    root = vector @ np.diag(value**-0.5) @ vector.T
    say("numpy.score.statistic", np.abs(np.cumsum(scores @ root, axis=0)).max(), "numpy, from the definition")
    say("numpy.zero.statistic", (np.abs(np.cumsum(w)) / (zero * np.sqrt(m)) / (1 + 2 * steps)).max(), "numpy, variance about zero")
    version, sigma, sums, gretl_squares = gretl(table, response, regressors)
    say("gretl.sigma", sigma, "gretl cusum")
    print(name, m, "gretl sigma", sigma, "about mean", w.std(ddof=1), "about zero", zero)
    for i in range(0, m, max(1, m // 8)):
        say(f"gretl.sum.{i + 1}", float(sums[i][1]), "gretl cusum")
        say(f"gretl.squares.{i + 1}", float(gretl_squares[i][1]), "gretl cusum --squares")
    outside = [i + 1 for i, (_, _, star) in enumerate(sums) if star]
    say("gretl.first_outside", outside[0] if outside else 0, "gretl cusum, 5 %")
    outside = [i + 1 for i, (_, _, star) in enumerate(gretl_squares) if star]
    say("gretl.squares.first_outside", outside[0] if outside else 0, "gretl cusum --squares, 5 %")
    case = {
        "name": f"fluctuation_{name}",
        "description": "Sums of residuals: CUSUM, CUSUM of squares, MOSUM",
        "data": {
            "file": "data.csv",
            "rows": n,
            "columns": list(rows[0]),
            "source": json.loads((source / "case.json").read_text())["data"]["source"],
        },
        "software": {"R": "4.2.2", "strucchange": "1.5.3", "statsmodels": statsmodels.__version__, "scipy": scipy.__version__,
                     "numpy": np.__version__, "mpmath": mpmath.__version__, "gretl": version},
        "commands": [
            "Rscript witness.R .. ; python make_fixture.py (both beside the case fluctuation_nile)",
            "strucchange: efp(f, type = ...), sctest, boundary; .boundary_end is the last point of the boundary",
            "statsmodels: breaks_cusumolsresid(e, ddof = k); RecursiveLS.cusum and cusum_squares; recursive_olsresiduals",
            "gretl: cusum; cusum --squares (three decimals)",
        ],
        "how_to_read": "expected: quantity -> value. sources: who computed it. process.i counts from 1, the point 0 of a CUSUM being the first.",
        "tolerance_hint": {"rtol": 1e-8, "atol": 1e-12, "looser_rtol": {}, "note": ""},
        "expected": expected,
        "sources": sources,
    }
    (target / "case.json").write_text(json.dumps(case, indent=1) + "\n")
