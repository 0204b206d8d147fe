"""Builds the cases breaks_seatbelts, breaks_usincexp, breaks_germanm1, breaks_durab, breaks_boston, breaks_phillips and
bai_perron_realint: what R says (witness.R), and Bai and Perron's statistics from the formulas of their papers.

    Rscript witness.R FOLDER && python make_fixture.py FOLDER
"""
import csv
import itertools
import json
import pathlib
import sys

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
REFERENCE = HERE.parent


def ols(y, x):
    return np.linalg.lstsq(x, y, rcond=None)[0]


def rss(y, x):
    left = y - x @ ols(y, x)
    return left @ left


def quadratic_spectral(x):
    d = 6 * np.pi * x / 5
    return 3 * (np.sin(d) / d - np.cos(d)) / d**2


def bandwidth(v):
    """Andrews (1991), AR(1) without constant of each score, weights one."""
    n = len(v)
    num = den = 0
    for score in v.T:
        now, before = score[1:], score[:-1]
        rho = now @ before / (before @ before)
        s2 = ((now - rho * before) ** 2).sum() / (n - 1)
        num += 4 * rho**2 * s2**2 / (1 - rho) ** 8
        den += s2**2 / (1 - rho) ** 4
    return 1.3221 * (num / den * n) ** 0.2


def long_run(v, prewhiten):
    """Per row, divisor rows less columns."""
    if prewhiten:
        a = ols(v[1:], v[:-1]).T
        back = np.linalg.inv(np.eye(v.shape[1]) - a)
        return back @ long_run(v[1:] - v[:-1] @ a.T, False) @ back.T
    n, d = v.shape
    width = bandwidth(v)
    total = v.T @ v
    for j in range(1, n):
        gamma = v[j:].T @ v[:-j]
        total = total + quadratic_spectral(j / width) * (gamma + gamma.T)
    return total / (n - d)


def newey_west(v, lags):
    total = v.T @ v
    for j in range(1, lags + 1):
        gamma = v[j:].T @ v[:-j]
        total = total + (1 - j / (lags + 1)) * (gamma + gamma.T)
    return total / len(v)


def sup_f(y, z, x, breaks, kind):
    n, q = z.shape
    m, p = len(breaks), x.shape[1]
    ends = [0, *breaks, n]
    big = np.zeros((n, (m + 1) * q))
    for j in range(m + 1):
        big[ends[j] : ends[j + 1], j * q : (j + 1) * q] = z[ends[j] : ends[j + 1]]
    both = np.hstack([big, x])
    coefficients = ols(y, both)
    e = y - both @ coefficients
    reg = big - x @ ols(big, x) if p else big
    bread = np.linalg.inv(reg.T @ reg)
    rows = [slice(ends[j], ends[j + 1]) for j in range(m + 1)]
    score = {
        "bai-perron": lambda v: long_run(v, True),
        "bai-perron,no-prewhite": lambda v: long_run(v, False),
        "nw:3": lambda v: newey_west(v, 3),
        "hc0": lambda v: v.T @ v / len(v),
    }
    if kind == "one-variance":
        v = e @ e / n * bread
    elif kind == "by-regime":
        v = bread @ sum(np.mean(e[r] ** 2) * reg[r].T @ reg[r] for r in rows) @ bread
    elif p:
        v = n * bread @ score[kind](reg * e[:, None]) @ bread
    else:
        meat = np.zeros_like(bread)
        for j, r in enumerate(rows):
            s = slice(j * q, (j + 1) * q)
            meat[s, s] = (r.stop - r.start) * score[kind](z[r] * e[r, None])
        v = bread @ meat @ bread
    r = np.kron(np.eye(m, m + 1, 1) - np.eye(m, m + 1), np.eye(q))
    change = r @ coefficients[: (m + 1) * q]
    return (n - (m + 1) * q - p) / (n * m) * change @ np.linalg.solve(r @ v @ r.T, change)


KINDS = ["one-variance", "by-regime", "hc0", "nw:3", "bai-perron", "bai-perron,no-prewhite"]


def exhaustive(y, z, x, h, m):
    """The best m dates by trying all."""
    n, q = z.shape
    best = (np.inf, None)
    for breaks in itertools.combinations(range(h, n - h + 1), m):
        ends = [0, *breaks, n]
        if min(b - a for a, b in zip(ends, ends[1:])) < h:
            continue
        big = np.zeros((n, (m + 1) * q))
        for j in range(m + 1):
            big[ends[j] : ends[j + 1], j * q : (j + 1) * q] = z[ends[j] : ends[j + 1]]
        best = min(best, (rss(y, np.hstack([big, x])), breaks))
    return best


def programmed(y, z, h, most):
    """The best dates for each m by dynamic programming."""
    n = len(y)
    cost = np.full((n, n + 1), np.inf)
    for a in range(n - h + 1):
        for b in range(a + h, n + 1):
            cost[a, b] = rss(y[a:b], z[a:b])
    values, last, found = cost[0].copy(), [], []
    for m in range(1, most + 1):
        if (m + 1) * h > n:
            break
        fresh, where = np.full(n + 1, np.inf), np.zeros(n + 1, int)
        for end in range((m + 1) * h, n + 1):
            b = np.arange(m * h, end - h + 1)
            total = values[b] + cost[b, end]
            fresh[end], where[end] = total.min(), b[total.argmin()]
        last.append(where)
        values, at, breaks = fresh, n, []
        for where in reversed(last):
            at = int(where[at])
            breaks.append(at)
        found.append((values[n], tuple(reversed(breaks))))
    return cost, found


def one_more(y, z, cost, h, breaks, kind):
    ends = [0, *breaks, len(y)]
    best = (0.0, None)
    for a, c in zip(ends, ends[1:]):
        if c - a < 2 * h:
            continue
        b = np.arange(a + h, c - h + 1)
        at = int(b[(cost[a, b] + cost[b, c]).argmin()])
        best = max(best, (sup_f(y[a:c], z[a:c], np.zeros((c - a, 0)), [at - a], kind), at))
    return best


def bai_perron(y, z, trim, most, kinds):
    h = int(trim * len(y) + 1e-9)
    cost, found = programmed(y, z, h, most)
    out = {}
    for m, (_, breaks) in enumerate(found, 1):
        for kind in kinds:
            out[f"sup_f.h{trim}.{kind}.m{m}"] = sup_f(y, z, np.zeros((len(y), 0)), breaks, kind)
            if m < len(found):
                value, at = one_more(y, z, cost, h, breaks, kind)
                if at is not None:
                    out[f"one_more.h{trim}.{kind}.m{m}"] = value
                    out[f"one_more.h{trim}.{kind}.m{m}.last_before"] = at
    return out


def partial(y, z, x, trim, kinds):
    h = int(trim * len(y) + 1e-9)
    out = {}
    for m in (1, 2):
        least, breaks = exhaustive(y, z, x, h, m)
        out[f"partial.h{trim}.m{m}.rss"] = least
        for j, b in enumerate(breaks, 1):
            out[f"partial.h{trim}.m{m}.last_obs_of_regime{j}"] = b
        for kind in kinds:
            out[f"partial.h{trim}.{kind}.m{m}"] = sup_f(y, z, x, breaks, kind)
    return out


def columns(path):
    with open(path) as file:
        rows = list(csv.reader(file))
    return rows[0], rows[1:]


def write(name, description, source, path, expected, sources, commands, software):
    folder = REFERENCE / name
    folder.mkdir(exist_ok=True)
    (folder / "data.csv").write_text(pathlib.Path(path).read_text())
    header, rows = columns(path)
    case = {
        "name": name,
        "description": description,
        "data": {"file": "data.csv", "rows": len(rows), "columns": header, "source": source},
        "software": software,
        "commands": commands,
        "how_to_read": "expected: quantity -> value. sources: who computed it.",
        "tolerance_hint": {"rtol": 1e-9, "atol": 1e-13, "looser_rtol": {}, "note": "dates exact"},
        "expected": expected,
        "sources": sources,
    }
    (folder / "case.json").write_text(json.dumps(case, indent=1, ensure_ascii=False) + "\n")


SCRIPT = "make_fixture.py of breaks_seatbelts (from the formulas of Bai and Perron 1998, 2003)"
R = {"R": "4.2.2", "strucchange": "1.5.3", "sandwich": "3.0.2", "numpy": np.__version__}
COMMANDS = [
    "Rscript witness.R FOLDER; python make_fixture.py FOLDER (both beside the case breaks_seatbelts)",
    "strucchange::Fstats(f, from = trim[, vcov. = ]) and sctest(type = supF, aveF, expF): q·F or Wald, Hansen (1997) p",
    "strucchange::breakpoints(f, h = trim) and confint(breaks = m[, het.err, het.reg, vcov.])",
    "sup_f, one_more, partial: " + SCRIPT,
]


def main(folder):
    folder = pathlib.Path(folder)
    studies = {
        "breaks_seatbelts": ("y", ["ylag1", "ylag12"], "UKDriverDeaths as in ?strucchange::breakpoints"),
        "breaks_usincexp": ("diff_expenditure", ["coint_res", "diff_income"], "USIncExp as in ?strucchange::efp"),
        "breaks_germanm1": ("dm", ["dy2", "dR", "dR1", "dp", "ecm"], "GermanM1, historyM1"),
        "breaks_durab": ("y", ["lag"], "durab"),
        "breaks_boston": ("homicides", [], "BostonHomicide"),
        "breaks_phillips": ("dp", ["dp1"], "PhillipsCurve from 1948 on"),
        "breaks_grossarl": ("fraction", [], "Grossarl"),
        "breaks_sp2001": ("returns", [], "SP2001, JPM; trading days counted as years from 1901 on"),
    }
    for name, (response, regressors, source) in studies.items():
        header, rows = columns(folder / f"{name}.csv")
        data = {h: np.array([float(r[i]) for r in rows]) for i, h in enumerate(header) if h != "date"}
        expected, sources = {}, {}
        for line in (folder / f"{name}.txt").read_text().splitlines():
            key, value = line.split()
            # An interval that strucchange gives up on has no number.
            if value != "NA":
                expected[key], sources[key] = float(value), "R:strucchange"
        y = data[response]
        z = np.column_stack([np.ones(len(y))] + [data[r] for r in regressors])
        most = {"breaks_durab": 3, "breaks_germanm1": 3}.get(name, 5)
        # Too few rows for lag windows of six scores within a regime.
        kinds = KINDS[:4] if name == "breaks_germanm1" else KINDS
        own = bai_perron(y, z, 0.15, most, kinds)
        if name == "breaks_usincexp":
            own |= partial(y, z[:, [1]], z[:, [0, 2]], 0.15, KINDS)
        if name == "breaks_seatbelts":
            own |= partial(y, z[:, [0]], z[:, [1, 2]], 0.15, KINDS)
        for key, value in own.items():
            expected[key], sources[key] = float(value), SCRIPT
        write(name, "Breaks at unknown dates, one or several", f"R package strucchange, {source}; GPL-2/GPL-3",
              folder / f"{name}.csv", expected, sources, COMMANDS, R)

    path = REFERENCE / "breaks_realint" / "data.csv"
    header, rows = columns(path)
    y = np.array([float(r[1]) for r in rows])
    own = bai_perron(y, np.ones((len(y), 1)), 0.15, 5, KINDS)
    expected = {key: float(value) for key, value in own.items()}
    sources = {key: SCRIPT for key in expected}
    paper = "Bai and Perron (2003), the US real interest rate: quadratic spectral HAC of each regime, prewhitened; three decimals"
    published = {f"published.sup_f.m{m}": v for m, v in enumerate([57.906, 43.014, 33.323, 24.771, 18.326], 1)}
    published |= {f"published.one_more.m{m}": v for m, v in enumerate([57.906, 33.927, 14.725, 0.033])}
    published |= {"published.ssr.m2": 455.950, "published.date.m2.1": 47, "published.date.m2.2": 79}
    expected |= published
    sources |= {key: paper for key in published}
    write("bai_perron_realint", "Bai and Perron's example, the US real interest rate: a mean with several breaks",
          "R package strucchange, RealInt; GPL-2/GPL-3", path, expected, sources,
          [COMMANDS[0], COMMANDS[3], paper], {"numpy": np.__version__})


main(sys.argv[1])
