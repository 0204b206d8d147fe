"""Structural VARs of US growth: statsmodels' SVAR, Stata's numbers as statsmodels ships them, R by optim (witness.R), and
an implementation of its own here: likelihood by scipy, standard errors by Luetkepohl's formula, long-run forms and the errors
of responses by numerical differentiation of the whole estimator. Run in this folder: python3 make_fixture.py"""
import json
import subprocess
import sys
import warnings

import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm
from scipy.optimize import minimize
from statsmodels.tsa.vector_ar.svar_model import SVAR
from statsmodels.tsa.vector_ar.tests.results import results_svar_st

warnings.simplefilter("ignore")
NAMES = ["gdp", "cons", "inv"]
macro = sm.datasets.macrodata.load_pandas().data
levels = np.log(macro[["realgdp", "realcons", "realinv"]].to_numpy())
y = np.diff(levels, axis=0)
dates = [f"{int(a)}-Q{int(b)}" for a, b in zip(macro.year, macro.quarter)][1:]
with open("data.csv", "w") as out:
    out.write("date," + ",".join(NAMES) + "\n")
    for date, row in zip(dates, y):
        out.write(date + "," + ",".join(repr(float(v)) for v in row) + "\n")

P, K = 3, 3


def ols(y):
    n = len(y)
    z = np.column_stack([np.ones(n - P)] + [y[P - j:n - j] for j in range(1, P + 1)])
    q, r = np.linalg.qr(z)
    beta = np.linalg.solve(r, q.T @ y[P:])
    u = y[P:] - z @ beta
    return beta, u, z


beta, u, z = ols(y)
T = len(u)
df = T - z.shape[1]
sigma = u.T @ u / df
lags = [beta[1 + j * K:1 + (j + 1) * K].T for j in range(P)]


def long_run(lags):
    return np.linalg.inv(np.eye(K) - sum(lags))


C = long_run(lags)


def pattern(text):
    return [[None if word == "*" else float(word) for word in row.split()] for row in text.split(";")]


MODELS = {
    # name: A, B, long run
    "ab_recursive": ("1 0 0; * 1 0; * * 1", "* 0 0; 0 * 0; 0 0 *", None),
    "ab_over": ("1 0 0; * 1 0; 0 * 1", "* 0 0; 0 * 0; 0 0 *", None),
    "ab_mixed": ("1 0 0.25; * 1 0; 0 * 1", "* 0 0; 0 * 0; * 0 *", None),
    "a_recursive": ("* 0 0; * * 0; * * *", None, None),
    "a_over": ("* 0 0; * * 0; 0 * *", None, None),
    "a_two": ("* 0 0; * * 0; 0 0 *", None, None),
    "b_recursive": (None, "* 0 0; * * 0; * * *", None),
    "b_over": (None, "* 0 0; * * 0; 0 * *", None),
    "b_other_order": (None, "* * *; 0 * *; 0 0 *", None),
    "lr_recursive": (None, None, "* 0 0; * * 0; * * *"),
    "lr_over": (None, None, "* 0 0; 0 * 0; * * *"),
    "lr_mixed": (None, "* * 0; * * *; * * *", "* 0 *; * * 0; * * *"),
}


class Form:
    """A, B as functions of free numbers; a long run makes B's columns lie in a null space."""

    def __init__(self, name, C):
        a, b, lr = MODELS[name]
        eye = [[float(i == j) for j in range(K)] for i in range(K)]
        self.a = pattern(a) if a else eye
        self.b = pattern(b) if b else ([[None] * K] * K if lr else eye)
        self.lr = pattern(lr) if lr else [[None] * K] * K
        self.free_a = [(i, j) for i in range(K) for j in range(K) if self.a[i][j] is None]
        self.fixed_a = np.array([[v or 0.0 for v in row] for row in self.a])
        # b_j = fixed + N theta
        self.columns = []
        for j in range(K):
            rows, right = [], []
            for i in range(K):
                if self.b[i][j] is not None:
                    rows.append(np.eye(K)[i]); right.append(self.b[i][j])
                if self.lr[i][j] is not None:
                    rows.append(C[i]); right.append(self.lr[i][j])
            if rows:
                g, h = np.array(rows), np.array(right)
                part = np.linalg.pinv(g) @ h
                null = scipy.linalg.null_space(g)
            else:
                part, null = np.zeros(K), np.eye(K)
            self.columns.append((part, null))
        self.count = len(self.free_a) + sum(n.shape[1] for _, n in self.columns)

    def at(self, theta):
        a = self.fixed_a.copy()
        for value, (i, j) in zip(theta, self.free_a):
            a[i, j] = value
        rest, b = list(theta[len(self.free_a):]), np.zeros((K, K))
        for j, (part, null) in enumerate(self.columns):
            w = [rest.pop(0) for _ in range(null.shape[1])]
            b[:, j] = part + null @ np.array(w)
        return a, b

    def theta(self, a, b):
        free = [a[i, j] for i, j in self.free_a]
        for j, (part, null) in enumerate(self.columns):
            free += list(null.T @ (b[:, j] - part))
        return np.array(free)


def height(form, theta, sigma):
    a, b = form.at(theta)
    da, db = abs(np.linalg.det(a)), abs(np.linalg.det(b))
    if da < 1e-300 or db < 1e-300:
        return -np.inf
    s = np.linalg.solve(b, a)
    return np.log(da) - np.log(db) - 0.5 * np.trace(s @ sigma @ s.T)


def score(form, theta, sigma):
    """Exact: d = T tr N (I - W)."""
    a, b = form.at(theta)
    ib = np.linalg.inv(b)
    s = ib @ a
    rest = np.eye(K) - s @ sigma @ s.T
    g = []
    for m in range(form.count):
        e = np.zeros(form.count); e[m] = 1.0
        a1, b1 = form.at(theta + e)
        n = ib @ (a1 - a) @ np.linalg.inv(a) @ b - ib @ (b1 - b)
        g.append(np.trace(n @ rest))
    return np.array(g)


def signs(name, a, b, C):
    """Each shock raises its own series, at once or in the long run."""
    lr = MODELS[name][2] is not None
    for j in range(K):
        impact = np.linalg.solve(a, b)
        effect = (C @ impact if lr else impact)[:, j]
        tell = effect[j] if abs(effect[j]) > 1e-9 * max(abs(effect)) else effect[np.argmax(abs(effect))]
        if tell < 0:
            if MODELS[name][1] is None and not lr:
                a[j] = -a[j]
            else:
                b[:, j] = -b[:, j]
    return a, b


def solve(name, sigma, C, start=None):
    """Scaled, from many starts, by BFGS, then Newton on the exact score."""
    form = Form(name, C)
    best = None
    rng = np.random.default_rng(5)
    scale = np.sqrt(np.diag(sigma))
    for number in range(40 if start is None else 1):
        if start is None:
            a0 = np.eye(K) + 0.5 * rng.standard_normal((K, K)) * (number > 0)
            b0 = np.eye(K) + 0.5 * rng.standard_normal((K, K)) * (number > 0)
            if MODELS[name][1] is None and MODELS[name][2] is None:
                a0 = a0 / scale
            else:
                a0 = a0 * scale[:, None] / scale[None, :]
                b0 = b0 * scale[:, None]
            theta = form.theta(a0, b0)
        else:
            theta = form.theta(*start)
        unit = np.maximum(abs(theta), 1e-3)
        f = lambda x: -height(form, x * unit, sigma)
        g = lambda x: -score(form, x * unit, sigma) * unit
        x = minimize(f, theta / unit, jac=g, method="BFGS", options={"gtol": 1e-9, "maxiter": 2000}).x
        for _ in range(30):
            h = np.array([(g(x + d) - g(x - d)) / 2e-6 for d in 1e-6 * np.eye(form.count)])
            step = np.linalg.lstsq(h, g(x), rcond=None)[0]
            if not np.isfinite(step).all() or abs(step).max() > 0.5:
                break
            x = x - step
            if abs(step).max() < 1e-13:
                break
        if not np.isfinite(f(x)) or abs(g(x)).max() > 1e-9:
            continue
        if best is None or f(x) < best[0] - 1e-10:
            best = (f(x), x * unit)
    a, b = form.at(best[1])
    a, b = signs(name, a, b, C)
    return form, a, b


expected, sources = {}, {}


def put(key, value, source):
    expected[key] = float(value)
    sources[key] = source


def vec(m):
    return m.T.ravel()


def kron_information(form, a, b):
    """Luetkepohl (2005), information of vec A and vec B, times the selection."""
    ia, ib = np.linalg.inv(a), np.linalg.inv(b)
    commutation = np.zeros((K * K, K * K))
    for i in range(K):
        for j in range(K):
            commutation[i * K + j, j * K + i] = 1.0
    left = np.vstack([np.kron(ia @ b, ib.T), -np.kron(np.eye(K), ib.T)])
    info = T * left @ (np.eye(K * K) + commutation) @ left.T
    r = []
    base = form.at(np.zeros(form.count))
    for m in range(form.count):
        e = np.zeros(form.count); e[m] = 1.0
        a1, b1 = form.at(e)
        r.append(np.concatenate([vec(a1 - base[0]), vec(b1 - base[1])]))
    r = np.array(r).T
    return r @ np.linalg.inv(r.T @ info @ r) @ r.T


def responses(lags, impact, h=8):
    phi = [np.eye(K)]
    for i in range(1, h + 1):
        phi.append(sum(phi[i - j] @ lags[j - 1] for j in range(1, min(i, P) + 1)))
    return [m @ impact for m in phi]


def everything(name, lags, sigma, start):
    C = long_run(lags)
    form, a, b = solve(name, sigma, C, start)
    impact = np.linalg.solve(a, b)
    irf = responses(lags, impact)
    return np.concatenate([a.ravel(), b.ravel(), (C @ impact).ravel()] + [m.ravel() for m in irf]
                          + [sum(irf[:5]).ravel()])


def numerical_delta(name, a, b):
    """Standard errors of everything by differences of the estimator in lags and Sigma of the model."""
    zz = np.linalg.inv(z.T @ z)[1:, 1:]
    cov_lags = np.kron(sigma, zz)
    impact = np.linalg.solve(a, b)
    fitted = impact @ impact.T
    start = (a, b)
    jac = []
    for c in range(K):
        for m in range(P * K):
            out = []
            for sign in (1, -1):
                moved = [l.copy() for l in lags]
                step = 1e-5 * np.sqrt(sigma[c, c] * zz[m, m]) * 10
                moved[m // K][c, m % K] += sign * step
                # At the model's own Sigma, of which the restrictions hold.
                out.append(everything(name, moved, fitted, start))
            jac.append((out[0] - out[1]) / (2 * step))
    j_lags = np.array(jac).T
    jac, elements = [], [(i, j) for i in range(K) for j in range(i + 1)]
    for i, j in elements:
        out = []
        step = 1e-5 * np.sqrt(fitted[i, i] * fitted[j, j])
        for sign in (1, -1):
            moved = fitted.copy()
            moved[i, j] += sign * step
            if i != j:
                moved[j, i] += sign * step
            out.append(everything(name, lags, moved, start))
        jac.append((out[0] - out[1]) / (2 * step))
    j_sigma = np.array(jac).T
    cov_sigma = np.array([[fitted[i, k] * fitted[j, l] + fitted[i, l] * fitted[j, k] for k, l in elements]
                          for i, j in elements]) / T
    variance = np.einsum("ij,jk,ik->i", j_lags, cov_lags, j_lags) + np.einsum("ij,jk,ik->i", j_sigma, cov_sigma, j_sigma)
    se = np.sqrt(np.maximum(variance, 0))
    parts = [se[i:i + 9].reshape(K, K) for i in range(0, len(se), 9)]
    return parts[0], parts[1], parts[2], parts[3:12], parts[12]


def statsmodels_fit(name, start):
    a, b, lr = MODELS[name]
    if lr:
        return None
    mark = lambda text: np.array([["E" if w == "*" else w for w in row.split()] for row in text.split(";")])
    kind = ("A" if a else "") + ("B" if b else "")
    model = SVAR(y, svar_type=kind, A=mark(a) if a else None, B=mark(b) if b else None)
    guesses = {}
    # Started a tenth away from the maximum found here: its own start of 0.1 everywhere does not reach it for B and A.
    if a: guesses["A_guess"] = 1.1 * start[0][model.A_mask]
    if b: guesses["B_guess"] = 1.1 * start[1][model.B_mask]
    best = None
    for solver in ("bfgs", "newton"):
        try:
            fit = model.fit(maxlags=P, trend="c", solver=solver, maxiter=5000, maxfun=50000, **guesses)
        except Exception as error:
            print(name, solver, error, file=sys.stderr); continue
        ll = model.loglike(np.concatenate([fit.A[model.A_mask], fit.B[model.B_mask]]))
        if np.isfinite(ll) and (best is None or ll > best[0]):
            best = (ll, fit.A.copy(), fit.B.copy(), fit)
    return best


agreement = {}
for name in MODELS:
    form, a, b = solve(name, sigma, C)
    if MODELS[name][2] == "* 0 0; * * 0; * * *":
        theta = np.linalg.cholesky(C @ sigma @ C.T)
        assert np.allclose(np.linalg.solve(C, theta), b, rtol=1e-9, atol=1e-12)
    impact = np.linalg.solve(a, b)
    top = height(form, form.theta(a, b), sigma)
    ll = T * (top - K / 2 * np.log(2 * np.pi))
    unrestricted = -0.5 * np.linalg.slogdet(sigma)[1] - K / 2
    degrees = K * (K + 1) // 2 - form.count
    who = "python"
    seen = statsmodels_fit(name, (a, b))
    if seen:
        sa, sb = signs(name, seen[1], seen[2], C)
        gap = max(abs(sa - a).max() / abs(a).max(), abs(sb - b).max() / abs(b).max())
        agreement[name] = (gap, seen[0] - ll)
        print(name, "statsmodels differs by", gap, "log-likelihood", seen[0] - ll, file=sys.stderr)
        if gap < 1e-4:
            who = f"python; statsmodels to {-np.log10(max(gap, 1e-16)):.1f} digits"
    for i in range(K):
        for j in range(K):
            put(f"{name}.A.{i + 1}.{j + 1}", a[i, j], who)
            put(f"{name}.B.{i + 1}.{j + 1}", b[i, j], who)
            put(f"{name}.long_run.{i + 1}.{j + 1}", (C @ impact)[i, j], "python")
    put(f"{name}.loglik", ll, who)
    put(f"{name}.df", degrees, "python")
    put(f"{name}.lr", 2 * T * (unrestricted - top) if degrees else 0.0, "python")
    se = numerical_delta(name, a, b)
    for label, matrix in (("A_se", se[0]), ("B_se", se[1]), ("long_run_se", se[2])):
        for i in range(K):
            for j in range(K):
                put(f"{name}.{label}.{i + 1}.{j + 1}", matrix[i, j], "python, numerical delta method")
    if not MODELS[name][2]:
        exact = np.sqrt(np.maximum(np.diag(kron_information(form, a, b)), 0))
        ea, eb = exact[:9].reshape(K, K).T, exact[9:].reshape(K, K).T
        assert np.allclose(ea, se[0], rtol=1e-5, atol=1e-9) and np.allclose(eb, se[1], rtol=1e-5, atol=1e-9), name
        for label, matrix in (("A_se", ea), ("B_se", eb)):
            for i in range(K):
                for j in range(K):
                    put(f"{name}.{label}.{i + 1}.{j + 1}", matrix[i, j], "python, Luetkepohl 2005 prop. 9.5")
    irf = responses(lags, impact)
    for h in (0, 1, 4, 8):
        for i in range(K):
            for j in range(K):
                put(f"{name}.irf.{h}.{i + 1}.{j + 1}", irf[h][i, j], "python")
                put(f"{name}.irf_se.{h}.{i + 1}.{j + 1}", se[3][h][i, j], "python, numerical delta method")
    for i in range(K):
        for j in range(K):
            put(f"{name}.irf_cum.4.{i + 1}.{j + 1}", sum(irf[:5])[i, j], "python")
            put(f"{name}.irf_cum_se.4.{i + 1}.{j + 1}", se[4][i, j], "python, numerical delta method")
    for h in (1, 4, 8):
        mse = sum(m ** 2 for m in irf[:h])
        for i in range(K):
            for j in range(K):
                put(f"{name}.fevd.{h}.{i + 1}.{j + 1}", mse[i, j] / mse[i].sum(), "python")
    eps = np.linalg.solve(impact, u.T).T
    long = responses(lags, np.eye(K), T)
    for t in (0, 5, T - 1):
        for j in range(K):
            part = sum(long[s] @ impact[:, j] * eps[t - s, j] for s in range(t + 1))
            for i in range(K):
                put(f"{name}.history.{t}.{i + 1}.{j + 1}", part[i], "python, sum of the moving average")

stata = results_svar_st.results_svar1_small
for key, value in (("ll", stata.ll),):
    put("ab_recursive.stata.loglik", value, "Stata svar, var dfk small, in statsmodels' tests")
table = np.asarray(stata.params_table)
for m, label in ((0, "A"), (9, "B")):
    for place in range(9):
        row, column = place % 3 + 1, place // 3 + 1
        put(f"ab_recursive.stata.{label}.{row}.{column}", table[m + place, 0], "Stata svar, in statsmodels' tests")
        if np.isfinite(table[m + place, 1]) and table[m + place, 1] > 0:
            put(f"ab_recursive.stata.{label}_se.{row}.{column}", table[m + place, 1], "Stata svar, in statsmodels' tests")

r = subprocess.run(["Rscript", "witness.R"], capture_output=True, text=True, check=True).stdout
for line in r.splitlines():
    key, value = line.split()
    value = float(value)
    gap = abs(value - expected[key]) / max(abs(expected[key]), 1e-12)
    if abs(value) > 1e-12:
        agreement.setdefault("R", {})[key] = gap
        assert gap < 1e-6, (key, value, expected[key])
        sources[key] += f"; R optim to {-np.log10(max(gap, 1e-16)):.1f} digits"

version = subprocess.run(["R", "--version"], capture_output=True, text=True).stdout.split()[2]
json.dump({
    "name": "svar_macrodata",
    "description": "Structural VAR(3) with constant of the growth of US real GDP, consumption and investment: A, B, AB and long-run "
                   "restrictions, just and over-identified. Sigma by T - k. Entries row.column; signs: each shock raises its own series "
                   "at once (long-run forms: in the long run)",
    "data": {"file": "data.csv", "rows": len(y), "columns": ["date"] + NAMES,
             "source": "statsmodels macrodata (US 1959Q1-2009Q3), differences of logs of realgdp, realcons, realinv",
             "license": "public domain (statsmodels dataset)"},
    "software": {"python": sys.version.split()[0], "numpy": np.__version__, "scipy": scipy.__version__,
                 "statsmodels": statsmodels.__version__, "R": version},
    "commands": ["make_fixture.py", "statsmodels SVAR(y, svar_type, A, B).fit(maxlags=3, trend='c'), started a tenth off the maximum",
                 "Stata: svar gdp cons inv, aeq(A) beq(B) lags(1/3) var dfk small (results_svar_st.py)",
                 "witness.R: least squares by lm.fit, likelihood by optim, information by kronecker products"],
    "tolerance_hint": {"note": "1e-8 for estimates and information-matrix errors; 1e-5 for errors by numerical differences; Stata's as "
                               "printed, 1e-7"},
    "expected": expected, "sources": sources}, open("case.json", "w"), indent=1)
print(agreement, file=sys.stderr)
