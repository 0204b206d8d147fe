"""Holds r.csv (make_fixture.R) against numpy and scipy and writes case.json and data.csv. Run in this folder after the R script."""

import csv
import itertools
import json
import math
import os

import numpy as np
import scipy
from scipy import stats

DATA = "../../../data/"


def table(name):
    with open(DATA + name) as file:
        return list(csv.DictReader(file))


def column(rows, name):
    return np.array([float(row[name]) for row in rows])


paper, long, half = table("paper_trade_annual.csv"), table("china_reported_annual.csv"), table("halfyear_trade.csv")
half = [row for row in half if "2003H1" <= row["period"] <= "2013H2"]
to_2015 = [row for row in long if row["period"] <= "2015"]
X, M = "nk_exports_to_china", "nk_imports_from_china"
SAMPLES = {
    "printed": (paper, X, M, True),
    "corrected": (paper, X + "_2009_corrected", M + "_2009_corrected", True),
    "long": (long, X, M, False),
    "long-to-2015": (to_2015, X, M, False),
    "half-years": (half, X, M, False),
}


def fit(y, x):
    b, *_ = np.linalg.lstsq(x, y, rcond=None)
    e = y - x @ b
    return b, e


def end_of_sample(y, x, m):
    """Andrews' (2003) S of the last m rows, and of every window of m among the rows before."""
    n = len(y) - m
    u = fit(y, x)[1]
    weight = np.linalg.inv(sum(np.outer(u[j : j + m], u[j : j + m]) for j in range(n + 1)) / (n + 1))

    def form(e, z):
        if m < z.shape[1]:
            return e @ weight @ e
        a = z.T @ weight @ e
        return a @ np.linalg.solve(z.T @ weight @ z, a)

    windows = []
    for j in range(n - m + 1):
        kept = np.r_[0:j, j + (m + 1) // 2 : n]
        b = fit(y[kept], x[kept])[0]
        windows.append(form(y[j : j + m] - x[j : j + m] @ b, x[j : j + m]))
    return form(u[n:], x[n:]), np.array(windows)


out = {}
for sample, (rows, xname, mname, with_south) in SAMPLES.items():
    for form in ["levels", "logs", "log-changes"]:
        changes = form == "log-changes"
        f = {"levels": lambda z: z, "logs": np.log, "log-changes": lambda z: np.diff(np.log(z))}[form]
        x, m = f(column(rows, xname)), f(column(rows, mname))
        south = f(column(rows, "interkorean_trade")) if with_south else None
        t = [row["period"] for row in rows][1 if changes else 0 :]
        n, key, one = len(m), f"{sample}.{form}", np.ones(len(m))
        h = max(int((0.15 if n >= 30 else 0.25) * n + 1e-9), 3)
        base = np.column_stack([one, x])
        rss = lambda a, b: float(np.sum(fit(m[a:b], base[a:b])[1] ** 2))
        whole, at = rss(0, n), list(range(h, n - h + 1))
        F = []
        for b in at:
            u = rss(0, b) + rss(b, n)
            F.append((whole - u) / 2 / (u / (n - 4)))
        out[f"{key}.sup.f"], out[f"{key}.sup.before"] = max(F), at[int(np.argmax(F))]
        for date in ["2010H2"] if sample == "half-years" else ["2010", "2011"] + (["2014"] if sample == "long" else []):
            b = sum(p < date for p in t)
            if b in at:
                own, others = F[at.index(b)], [v for a, v in zip(at, F) if a != b]
                out[f"{key}.rank.{date}.f"] = own
                out[f"{key}.rank.{date}.others"] = len(others)
                out[f"{key}.rank.{date}.as_large"] = sum(v >= own for v in others)
        tail = sum(p >= "2014" for p in t)
        if tail:
            own, windows = end_of_sample(m, base, tail)
            out[f"{key}.end.s"], out[f"{key}.end.windows"] = float(own), len(windows)
            out[f"{key}.end.as_large"] = int((windows >= own).sum())
        if n >= 30:
            best, chosen = math.inf, ()
            part = {(a, b): rss(a, b) for a in range(n) for b in range(a + h, n + 1)}
            for k in range(4):
                sums = [
                    (sum(part[pair] for pair in zip((0, *cut), (*cut, n))), cut)
                    for cut in itertools.combinations(range(h, n - h + 1), k)
                    if all(b - a >= h for a, b in zip((0, *cut), (*cut, n)))
                ]
                total, cut = min(sums)
                bic = n * (math.log(2 * math.pi * total / n) + 1) + math.log(n) * (2 * (k + 1) + k + 1)
                if bic < best:
                    best, chosen = bic, cut
            out[f"{key}.breaks.bic"] = len(chosen)
            for j, b in enumerate(chosen, 1):
                out[f"{key}.breaks.{j}.before"] = b
            lags, W = max(int(4 * (n / 100) ** (2 / 9)), 1), []
            for b in at:
                p = (np.arange(n) >= b) * 1.0
                D = np.column_stack([one, x, p, x * p])
                c, e = fit(m, D)
                g, bread = D * e[:, None], np.linalg.inv(D.T @ D)
                meat = g.T @ g
                for j in range(1, lags + 1):
                    c_j = g[j:].T @ g[:-j]
                    meat += (1 - j / (lags + 1)) * (c_j + c_j.T)
                V = (bread @ meat @ bread)[2:, 2:]
                W.append(c[2:] @ np.linalg.solve(V, c[2:]))
            out[f"{key}.hac.w"], out[f"{key}.hac.before"] = max(W) / 2, at[int(np.argmax(W))]
        post, pulse = (lambda y: np.array([float(p >= y) for p in t])), (lambda y: np.array([float(p == y) for p in t]))
        after = post("2010H2" if sample == "half-years" else "2010")
        rivals = []
        if sample == "half-years":
            rivals.append([pulse("2009H2"), pulse("2010H1")] if changes else [pulse("2009H2")])
        else:
            rivals.append([pulse("2014") if changes else post("2014")])
            if sample == "long":
                rivals.append(([post("2014")] if changes else []) + [x * post("2014")])
                rivals.append([post("2017"), x * post("2017")])
            rivals.append([pulse("2009"), pulse("2010")] if changes else [pulse("2009")])
            if south is not None:
                rivals.append([south])
        if not changes:
            rivals.append([np.arange(1.0, n + 1)])
        first = [one, x, after, x * after]
        for bits in range(2 ** len(rivals)):
            D = np.column_stack(first + [c for k, r in enumerate(rivals) if bits >> k & 1 for c in r])
            c, e = fit(m, D)
            df = n - D.shape[1]
            _, r = np.linalg.qr(D / np.linalg.norm(D, axis=0))
            se = math.sqrt((e @ e / df) * float(np.sum(np.linalg.inv(r)[3] ** 2))) / np.linalg.norm(D[:, 3])
            out[f"{key}.rivals.{bits}.estimate"], out[f"{key}.rivals.{bits}.se"] = c[3], se
            out[f"{key}.rivals.{bits}.p"] = 2 * stats.t.sf(abs(c[3] / se), df)
            if bits == 2 ** len(rivals) - 1:
                i = 4
                for k, r in enumerate(rivals):
                    part_k = np.column_stack(r) @ c[i : i + len(r)]
                    i += len(r)
                    out[f"{key}.takes.{k}"] = fit(part_k, np.column_stack(first))[0][3]

with open("r.csv") as file:
    expected = {row["key"]: float(row["value"]) for row in csv.DictReader(file)}
least = (17.0, "")
sources = {}
for key, value in expected.items():
    if key not in out:
        assert key.endswith("hansen_p"), key
        sources[key] = "R strucchange"
        continue
    error = abs(out[key] - value) / abs(value) if value else abs(out[key])
    least = min(least, (16.0 if error == 0 else -math.log10(error), key))
    sources[key] = "R, numpy"
for key in [key for key in out if ".end." in key]:
    expected[key], sources[key] = out[key], "numpy"
assert set(out) <= set(expected), set(out) - set(expected)
print("fewest digits of R and numpy:", least)
assert least[0] > 9
case = {
    "name": "paper_before_after",
    "description": "The replication's regressions of imports on exports: SAMPLE.FORM.sup.{f,before,hansen_p}, the largest Chow F and "
    "the rows before it; rank.DATE.{f,others,as_large}; breaks.bic and breaks.J.before (up to three, by BIC); hac.{w,before}, the largest "
    "Newey-West Wald statistic over 2; end.{s,windows,as_large}, Andrews' test of the years from 2014 on; rivals.BITS.{estimate,se,p}, the change of the slope in each combination of rivals (bit k for "
    "rival k in the replication's order), takes.K, Gelbach's part of rival k.",
    "data": {"file": "data.csv", "rows": 0, "columns": ["none"], "source": "the project's own data/"},
    "software": {"R": "4.2.2", "strucchange": "1.5-3", "sandwich": "3.0.2", "numpy": np.__version__, "scipy": scipy.__version__},
    "commands": ["Rscript make_fixture.R: Fstats, sctest(type = 'supF'), breakpoints, lm, NeweyWest(prewhite = FALSE, adjust = FALSE)", "python3 make_fixture.py: lstsq, qr"],
    "agreement": f"{least[0]:.1f} digits at least ({least[1]})",
    "sources": sources,
    "expected": expected,
}
with open("case.json", "w") as file:
    json.dump(case, file, indent=1)
    file.write("\n")
with open("data.csv", "w") as file:
    file.write("none\n")
os.remove("r.csv")
