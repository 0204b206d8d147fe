"""Quantiles of the null laws of three unit-root tests, for src/dist/{df_gls,ers,schmidt_phillips}.

Run `python simulate.py LAW > LAW.json` for LAW in dfgls, ers, sp (numpy 2; a few minutes each). The laws are those of the
statistics on a Gaussian random walk of n observations, 400,000 walks for each n; without lags, but for ers, which has 0 to
12 lags and 100,000 walks. Written from the equations
of Elliott, Rothenberg and Stock (1996) and Schmidt and Phillips (1992), not from the library's code, so that the library's
own simulation in tests/ is a second one. `python simulate.py LAW rust` prints the tables as Rust.
"""

import json
import sys

import numpy as np

SIZES = [10, 12, 15, 20, 25, 30, 40, 50, 70, 100, 150, 200, 300, 500, 1000, 2000]
PROBABILITIES_ERS = [.005, .01, .025, .05, .1, .2, .35, .5, .75, .95]
PROBABILITIES = [.001, .005, .01, .025, .05, .1, .2, .3, .4, .5, .6, .7, .8, .9, .95, .975, .99]
WALKS = {"dfgls": 400_000, "ers": 100_000, "sp": 400_000}


def quasi(series, a):
    """Quasi-differences along the last axis, the first value kept."""
    out = series.copy()
    out[..., 1:] -= a * series[..., :-1]
    return out


def gls(y, terms):
    """The series less its deterministic part by GLS at 1 + c/n, and the residual sum of squares of that regression."""
    n = y.shape[1]
    t = np.arange(1, n + 1, dtype=float)
    z = np.vstack([np.ones(n), t][:terms])
    a = 1 + (-7 if terms == 1 else -13.5) / n
    za, ya = quasi(z, a), quasi(y, a)
    q, r = np.linalg.qr(za.T)
    qy = ya @ q
    coefficients = np.linalg.solve(r, qy.T).T
    rss = (ya ** 2).sum(1) - (qy ** 2).sum(1)
    return y - coefficients @ z, rss, a


def dfgls(y):
    for terms, name in [(1, "constant"), (2, "trend")]:
        d, _, _ = gls(y, terms)
        x, dy = d[:, :-1], np.diff(d)
        xx, xy, yy = (x * x).sum(1), (x * dy).sum(1), (dy * dy).sum(1)
        s2 = (yy - xy ** 2 / xx) / (x.shape[1] - 1)
        yield name, xy / np.sqrt(xx * s2)


def long_run_variance(y, terms, lags):
    """s²/(1 − Σγ)², s² over rows less coefficients, of the difference on the lagged level, its lags, and the terms."""
    dy = np.diff(y)
    rows = dy.shape[1] - lags
    fixed = np.broadcast_to(np.vstack([np.ones(rows), np.linspace(-1, 1, rows)][:terms]), (len(y), terms, rows))
    lagged = [dy[:, lags - j:dy.shape[1] - j] for j in range(1, lags + 1)]
    x = np.concatenate([fixed, np.stack([y[:, lags:-1]] + lagged, 1)], 1)
    target = dy[:, lags:, None]
    cross = x @ target
    b = np.linalg.solve(x @ x.transpose(0, 2, 1), cross)[..., 0]
    s2 = ((target[..., 0] ** 2).sum(1) - (b * cross[..., 0]).sum(1)) / (rows - terms - 1 - lags)
    return s2 / (1 - b[:, terms + 1:].sum(1)) ** 2


def ers(y):
    dy, n = np.diff(y), y.shape[1]
    for terms, name in [(1, "constant"), (2, "trend")]:
        _, rss, a = gls(y, terms)
        centred = dy if terms == 1 else dy - dy.mean(1, keepdims=True)
        numerator = rss - a * (centred ** 2).sum(1)
        for lags in [0, 1, 2, 3, 4, 6, 8, 12]:
            if n >= 2 * lags + 5 + terms:
                yield f"{name}{lags}", numerator / long_run_variance(y, terms, lags)


def sp(y):
    dy = np.diff(y)
    rows = dy.shape[1]
    for degree in range(1, 5):
        if rows - degree - 1 < 3:
            continue
        t = np.linspace(-1, 1, rows)
        q, _ = np.linalg.qr(np.vander(t, degree))
        e = dy - (dy @ q) @ q.T
        s = np.concatenate([np.zeros((len(e), 1)), np.cumsum(e, 1)[:, :-1]], 1)
        s -= (s @ q) @ q.T
        ss, se, ee = (s * s).sum(1), (s * e).sum(1), (e * e).sum(1)
        phi = se / ss
        yield f"tau{degree}", phi * np.sqrt(ss / ((ee - phi * se) / (rows - degree - 1)))
        yield f"rho{degree}", y.shape[1] * phi


def main():
    law = {"dfgls": dfgls, "ers": ers, "sp": sp}[sys.argv[1]]
    if sys.argv[2:] == ["rust"]:
        with open(sys.argv[1] + ".json") as file:
            for name, rows in json.load(file)["quantiles"].items():
                print(name)
                for row in rows:
                    print("[" + ", ".join(f"{q:g}" for q in row) + "],")
        return
    quantiles = {}
    probabilities = PROBABILITIES_ERS if sys.argv[1] == "ers" else PROBABILITIES
    for n in SIZES:
        found = {}
        chunk = max(1, (200_000 if sys.argv[1] == "ers" else 4_000_000) // n)
        rng = np.random.default_rng([20240501, n])
        left = WALKS[sys.argv[1]]
        while left:
            take = min(chunk, left)
            walks = np.cumsum(rng.standard_normal((take, n)), 1)
            for name, values in law(walks):
                found.setdefault(name, []).append(values)
            left -= take
        for name, parts in found.items():
            row = np.quantile(np.concatenate(parts), probabilities)
            quantiles.setdefault(name, []).append([float(f"{q:.4g}") if abs(q) > 10 else round(float(q), 3) for q in row])
    print(json.dumps({"sizes": SIZES, "probabilities": probabilities, "walks": WALKS[sys.argv[1]], "quantiles": quantiles}))


main()
