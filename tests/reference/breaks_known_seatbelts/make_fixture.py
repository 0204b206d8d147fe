"""Builds the cases breaks_known_seatbelts, breaks_known_germanm1 and breaks_known_realint: changes at known dates by R
(witness.R) and by numpy from the formulas. Where both have a number they must agree to the digits written into `agree`.

    cp breaks_seatbelts/data.csv FOLDER/breaks_known_seatbelts.csv (and so on), Rscript witness.R FOLDER,
    python make_fixture.py FOLDER
"""
import csv
import json
import pathlib
import sys

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
CASES = {
    "breaks_known_seatbelts": ("y", ["ylag1", "ylag12"], [46, 152], ["1", "ylag12"], "strucchange, UKDriverDeaths"),
    "breaks_known_germanm1": ("dm", ["dy2", "dR", "dp"], [50, 90], ["dR"], "strucchange, GermanM1"),
    "breaks_known_realint": ("RealInt", [], [47, 79], ["1"], "strucchange, RealInt"),
}


def leave(x, z):
    """What the columns of x leave of z, by a QR factorisation."""
    q = np.linalg.qr(x)[0]
    z = z - q @ (q.T @ z)
    return z - q @ (q.T @ z)


def meat(scores, form):
    if form.startswith("nw"):
        lags, total = int(form[2:]), scores.T @ scores
        for j in range(1, lags + 1):
            gamma = scores[j:].T @ scores[:-j]
            total = total + (1 - j / (lags + 1)) * (gamma + gamma.T)
        return total
    return scores.T @ scores


def weighted(x, e, form):
    """Residuals as the form weighs them, x being the regressors that they are the residuals of."""
    h = (np.linalg.qr(x)[0] ** 2).sum(1)
    n, k = x.shape
    if form == "hc1":
        return e * np.sqrt(n / (n - k))
    power = {"hc2": 1, "hc3": 2, "hc4": np.minimum(4, n * h / k)}.get(form, 0)
    return e / (1 - h) ** (power / 2)


def statistics(y, x, added, form):
    """Wald's and LM: d'(B M B)^-1 d with B the inverse products of what x leaves of the added columns."""
    z, whole = leave(x, added), np.hstack([x, added])
    s = z.T @ y
    found = []
    for regressors in (whole, x):
        e = weighted(regressors, leave(regressors, y[:, None])[:, 0], form)
        found.append(s @ np.linalg.solve(meat(z * e[:, None], form), s))
    return found


def post(columns, b):
    return columns * (np.arange(len(columns)) >= b)[:, None]


def case(name, folder):
    response, regressors, before, some, source = CASES[name]
    rows = list(csv.DictReader(open(folder / f"{name}.csv")))
    column = lambda c: np.array([float(row[c]) for row in rows])
    y, n = column(response), len(rows)
    named = {"1": np.ones(n), **{c: column(c) for c in regressors}}
    x = np.column_stack(list(named.values()))
    expected, sources, worst = {}, {}, 0.0
    for line in open(folder / f"{name}.txt"):
        key, value = line.split()
        expected[key], sources[key] = float(value), "R 4.2.2: lm, car, sandwich, strucchange"
    mine = {}
    for key, edges, terms in [("all", before, list(named)), ("one", before[:1], list(named)), ("some", before, some)]:
        changing = np.column_stack([named[t] for t in terms])
        added = np.hstack([post(changing, b) for b in edges])
        q = added.shape[1]
        for form in ["hc0", "hc1", "hc2", "hc3", "hc4", "nw4"]:
            wald, lm = statistics(y, x, added, form)
            mine[f"{key}.{form}.F"], mine[f"{key}.{form}.lm"] = wald / q, lm
        mine[f"{key}.hc0.lm_by_regression"] = mine[f"{key}.hc0.lm"]
        small, large = [(leave(m, y[:, None]) ** 2).sum() for m in (x, np.hstack([x, added]))]
        mine[f"{key}.classical.F"] = (small - large) / q / (large / (n - x.shape[1] - q))
        mine[f"{key}.classical.lm"] = n * (small - large) / small
        mine[f"{key}.classical.lr"] = n * np.log(small / large)
        if key != "one":
            for i in range(len(edges)):
                own = list(range(i * len(terms), (i + 1) * len(terms)))
                rest = [j for j in range(q) if j not in own]
                wald = statistics(y, np.hstack([x, added[:, rest]]), added[:, own], "hc1")[0]
                mine[f"{key}.hc1.date{i + 1}.F"] = wald / len(terms)
    first = int(expected["suplm.hc0.first_rows_before"])
    for form in ["hc0", "hc3", "nw4"]:
        for key in [k for k in expected if k.startswith(f"suplm.{form}.at.")]:
            mine[key] = statistics(y, x, post(x, first + int(key.split(".")[-1]) - 1), form)[1]
    for key, value in mine.items():
        error = abs(value / expected[key] - 1)
        worst = max(worst, error)
        if error > 1e-9:
            print(name, key, expected[key], value, error)
        sources[key] += " = numpy, from the formulas"
    target = HERE.parent / name
    target.mkdir(exist_ok=True)
    (target / "data.csv").write_text((folder / f"{name}.csv").read_text())
    (target / "case.json").write_text(json.dumps({
        "name": name,
        "description": "Changes at known dates: F, Wald's and LM, all or some coefficients, and LM at every date",
        "data": {"file": "data.csv", "rows": n, "columns": list(rows[0]), "source": f"R package {source}; GPL-2/GPL-3"},
        "software": {"R": "4.2.2", "car": "3.1.1", "sandwich": "3.0.2", "strucchange": "1.5.3", "numpy": np.__version__},
        "commands": [
            "Rscript witness.R FOLDER; python make_fixture.py FOLDER (beside the case breaks_known_seatbelts)",
            "linearHypothesis(lm(y ~ x + posts), vcov. = sandwich's); for LM with the residuals and leverages of lm(y ~ x)",
        ],
        "settings": {"response": response, "regressors": regressors, "rows_before": before, "some": some},
        "how_to_read": "expected: quantity -> value. all, one (the first date), some (coefficients) . covariance . statistic.",
        "agree": f"the two witnesses: relative difference {worst:.1e} at most",
        "expected": expected,
        "sources": sources,
    }, indent=1, ensure_ascii=False) + "\n")
    print(name, len(expected), len(mine), f"{worst:.1e}")


for name in CASES:
    case(name, pathlib.Path(sys.argv[1]))
