"""Bootstrap intervals of impulse responses, by an implementation of its own and by gretl: other random numbers than ours, so
that bounds agree within their Monte Carlo error, which stands beside each. Run in this folder: python3 make_fixture.py"""
import csv
import json
import math
import re
import subprocess
import sys

import numpy as np

NAMES = ["investment", "income", "consumption"]
y = np.array([[float(row[name]) for name in NAMES] for row in csv.DictReader(open("data.csv"))])
P, K, B, H = 2, 3, 40000, 6
n = len(y)
T = n - P
rng = np.random.default_rng(20)


def fit(paths):
    """Least squares of many samples (B, n, K): lag matrices (B, P, K, K), root of Sigma by T - k (B, K, K)."""
    b = len(paths)
    z = np.concatenate([np.ones((b, T, 1))] + [paths[:, P - j:n - j] for j in range(1, P + 1)], axis=2)
    q, r = np.linalg.qr(z)
    beta = np.linalg.solve(r, np.swapaxes(q, 1, 2) @ paths[:, P:])
    u = paths[:, P:] - z @ beta
    sigma = np.swapaxes(u, 1, 2) @ u / (T - z.shape[2])
    lags = np.stack([np.swapaxes(beta[:, 1 + j * K:1 + (j + 1) * K], 1, 2) for j in range(P)], axis=1)
    return beta[:, 0], lags, sigma, u


def respond(lags, sigma, kind):
    phi = [np.broadcast_to(np.eye(K), (len(lags), K, K))]
    for i in range(1, H + 1):
        phi.append(sum(lags[:, j - 1] @ phi[i - j] for j in range(1, min(i, P) + 1)))
    if kind == "unit":
        impact = phi[0]
    elif kind == "generalised":
        impact = sigma / np.sqrt(np.diagonal(sigma, axis1=1, axis2=2))[:, None, :]
    else:
        impact = np.linalg.cholesky(sigma)
    out = [m @ impact for m in phi]
    return np.cumsum(out, axis=0) if kind == "cumulative" else np.array(out)


def simulate(constant, lags, shocks):
    path = np.empty((len(shocks), n, K))
    path[:, :P] = y[:P]
    for t in range(T):
        path[:, P + t] = constant + sum(path[:, P + t - 1 - j] @ lags[j].T for j in range(P)) + shocks[:, t]
    return path


c0, lags0, sigma0, u0 = (m[0] for m in fit(y[None]))
longer = math.sqrt(T / (T - 1 - K * P))
u = longer * u0


def draw(scheme):
    if scheme == "residual" or scheme == "kilian":
        return (u - u.mean(0))[rng.integers(0, T, (B, T))]
    if scheme == "wild":
        return u[None] * rng.choice([-1.0, 1.0], (B, T, 1))
    length = 10
    starts = rng.integers(0, T - length + 1, (B, math.ceil(T / length)))
    index = (starts[:, :, None] + np.arange(length)).reshape(B, -1)[:, :T]
    centre = np.array([u[s:s + T - length + 1].mean(0) for s in range(length)])
    return u[index] - centre[np.arange(T) % length]


def radius(lags):
    companion = np.zeros((len(lags), K * P, K * P))
    companion[:, :K] = np.concatenate([lags[:, j] for j in range(P)], axis=2)
    companion[:, K:, :-K] = np.eye(K * (P - 1))
    return abs(np.linalg.eigvals(companion)).max(1)


def corrected(lags, bias):
    """Kilian's: as much of the bias as leaves the sample stable, in hundredths."""
    out = lags.copy()
    stable = radius(lags) < 1
    todo = stable.copy()
    for percent in range(100, 0, -1):
        if not todo.any():
            break
        trial = lags[todo] - percent / 100 * bias
        good = radius(trial) < 1
        places = np.flatnonzero(todo)
        out[places[good]] = trial[good]
        todo[places[good]] = False
    return out


def bounds(draws, q):
    """Quantile, and half the distance between the order statistics a standard error of the rank to either side."""
    e = math.sqrt(q * (1 - q) / len(draws))
    low, mid, high = np.quantile(draws, [max(q - e, 0), q, min(q + e, 1)], method="weibull")
    return mid, (high - low) / 2


expected, sources = {}, {}


def put(key, value, source):
    expected[key] = float(value)
    sources[key] = source


for scheme in ("residual", "wild", "block10", "kilian"):
    constant, lags = c0, lags0
    bias = None
    if scheme == "kilian":
        _, first, _, _ = fit(simulate(c0, lags0, draw(scheme)))
        bias = first.mean(0) - lags0
        lags = corrected(lags0[None], bias)[0]
        constant = (y[P:] - sum(y[P - 1 - j:n - 1 - j] @ lags[j].T for j in range(P))).mean(0)
        for j in range(P):
            for a in range(K):
                for b in range(K):
                    put(f"kilian.bias.{j + 1}.{a + 1}.{b + 1}", bias[j, a, b], "python")
                    put(f"kilian.bias_se.{j + 1}.{a + 1}.{b + 1}", first[:, j, a, b].std() / math.sqrt(B), "python")
    _, drawn, sigma, _ = fit(simulate(constant, lags, draw(scheme)))
    if scheme == "kilian":
        drawn = corrected(drawn, bias)
    for kind in ("unit", "orthogonal", "generalised", "cumulative"):
        responses = respond(drawn, sigma, kind)
        for h in (0, 1, 2, 6):
            for a in range(K):
                for b in range(K):
                    x = responses[h][:, a, b]
                    if x.std() < 1e-12:
                        continue
                    for q, side in ((0.05, "low"), (0.95, "high")):
                        value, error = bounds(x, q)
                        put(f"{scheme}.{kind}.{h}.{a + 1}.{b + 1}.{side}", value, "python")
                        put(f"{scheme}.{kind}.{h}.{a + 1}.{b + 1}.{side}_se", error, "python")

# gretl: resampled residuals, orthogonal shocks of one standard deviation with divisor T.
script = """
open data.csv --quiet
set seed 5
set horizon 7
set boot_iters 9999
var 2 investment income consumption --silent
loop i=1..3 --quiet
  loop j=1..3 --quiet
    matrix m = irf(i, j, 0.1)
    printf "%d %d\\n", i, j
    printf "%20.12g\\n", m
  endloop
endloop
"""
open("/tmp/boot.inp", "w").write(script)
text = subprocess.run(["gretlcli", "-b", "/tmp/boot.inp"], capture_output=True, text=True).stdout
# Its samples are drawn from residuals as they are, ours (and those above) from longer ones, and its shocks are shorter: both by
# the root of (T - k)/T. First values do not scale with the errors, so the two agree nearly, not exactly.
ratio, worst, place, row = T / (T - 1 - K * P), [], None, 0
for line in text.splitlines():
    words = line.split()
    if re.fullmatch(r"\d \d", line.strip()):
        place, row = line.split(), 0
    elif place and len(words) == 3:
        base = f"residual.orthogonal.{row}.{place[0]}.{place[1]}"
        for side, number in (("low", words[1]), ("high", words[2])):
            if f"{base}.{side}" in expected:
                mine, se = expected[f"{base}.{side}"], expected[f"{base}.{side}_se"]
                # gretl drew a quarter as many.
                worst.append((abs(float(number) * ratio - mine) / (se * math.sqrt(5)), f"{base}.{side}"))
                if worst[-1][0] < 5:
                    sources[f"{base}.{side}"] = "python; gretl irf(i, j, 0.1) times T/(T - k), within Monte Carlo error"
        row += 1
print(len(worst), "bounds of gretl, worst in standard errors:", sorted(worst)[-5:], file=sys.stderr)

json.dump({
    "name": "var_bootstrap",
    "description": "90 % percentile bounds of impulse responses of a VAR(2) with constant, horizons 0, 1, 2, 6, entries response.shock, "
                   "from 40,000 draws: residual, wild (Rademacher), moving blocks of 10, Kilian's bootstrap after bootstrap; _se is the "
                   "Monte Carlo error of a bound from these draws; bias of the lag coefficients as Kilian's first stage has it",
    "data": {"file": "data.csv", "rows": n, "columns": ["date"] + NAMES, "source": "as var_luetkepohl", "license": "public teaching data"},
    "software": {"python": sys.version.split()[0], "numpy": np.__version__, "gretl": "2022c"},
    "commands": ["make_fixture.py", "gretl: set seed 5; set boot_iters 9999; var 2 investment income consumption; irf(i, j, 0.1)"],
    "tolerance_hint": {"note": "within Monte Carlo error: five times the root of the sum of both squared errors"},
    "expected": expected, "sources": sources}, open("case.json", "w"), indent=1)
