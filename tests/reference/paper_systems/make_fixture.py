"""Makes the three cases of this folder from the bundled data, with two witnesses: R (make_fixture.R) and statsmodels.

    python3 make_fixture.py

needs Rscript with car and urca, and Python with statsmodels. A developer's task: the tests need only what it writes,
NAME/data.csv and NAME/case.json. Data, comparison and file format are those of ../paper_samples/make_fixture.py.
"""

import csv
import importlib.util
import json
import platform
import subprocess
from pathlib import Path

import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm
from scipy.stats import chi2
from statsmodels.multivariate.multivariate_ols import MultivariateLS
from statsmodels.tsa.api import VAR
from statsmodels.tsa.vector_ar.vecm import VECM, coint_johansen

HERE = Path(__file__).resolve().parent
spec = importlib.util.spec_from_file_location("paper_samples", HERE.parent / "paper_samples" / "make_fixture.py")
samples = importlib.util.module_from_spec(spec)
spec.loader.exec_module(samples)
samples.HERE = HERE

CYCLES = [np.inf, 20, 10, 6, 4, 3, 2]


def lags(v, n):
    """Columns lag 1 to lag n in the rows that n lags leave."""
    return np.column_stack([v[n - lag : len(v) - lag] for lag in range(1, n + 1)])


def nested(w, key, y, kept, tested):
    full = sm.OLS(y, sm.add_constant(np.column_stack([*kept, *tested]))).fit()
    restricted = sm.OLS(y, sm.add_constant(np.column_stack(kept))).fit() if kept else sm.OLS(y, np.ones_like(y)).fit()
    f, p, q = full.compare_f_test(restricted)
    lr, lr_p, _ = full.compare_lr_test(restricted)
    call = "OLS(...).fit().compare_f_test(restricted)"
    w.say(f"{key}F", f, call), w.say(f"{key}F_p", p, call), w.say(f"{key}df_den", full.df_resid, call)
    w.say(f"{key}chi2-wald", q * f, call + ", times q"), w.say(f"{key}chi2-wald_p", chi2.sf(q * f, q), call + ", times q")
    ml = q * f * full.nobs / full.df_resid
    w.say(f"{key}chi2-ml", ml, call + ", times q T / (T - k)"), w.say(f"{key}chi2-ml_p", chi2.sf(ml, q), call + ", times q T / (T - k)")
    call = "OLS(...).fit().compare_lr_test(restricted)"
    w.say(f"{key}lr", lr, call), w.say(f"{key}lr_p", lr_p, call)


def three_series(w, name, levels):
    forms = {"levels": levels, "dlog": {k: np.diff(v) for k, v in levels.items()}, "ty": levels}
    for form, series in forms.items():
        d = int(form == "ty")
        for p in (1, 2) if form == "levels" else (1,):
            key = f"{name}.{form}.lag{p}."
            own = {k: v[p + d :] for k, v in series.items()}
            all_lags = {k: lags(v, p + d) for k, v in series.items()}
            tested = {k: v[:, :p] for k, v in all_lags.items()}

            def rest(drop):
                columns = [v[:, p:] if k in drop else v for k, v in all_lags.items()]
                return [c for c in columns if c.shape[1]]

            for cause in series:
                for effect in series:
                    if cause != effect:
                        nested(w, f"{key}{cause}->{effect}.", own[effect], rest([cause]), [tested[cause]])
            both = ["exports", "southern"]
            nested(w, f"{key}both->imports.", own["imports"], rest(both), [tested[k] for k in both])
            wilks(w, f"{key}imports->both.", np.column_stack([own[k] for k in both]), rest(["imports"]), tested["imports"])
            if d == 0 and p == 1:
                for one, other in [("exports", "imports"), ("exports", "southern"), ("imports", "southern")]:
                    within(w, f"{key}within.{one},{other}.", own[one], own[other], np.column_stack(list(all_lags.values())))


def wilks(w, key, y, kept, tested):
    x = sm.add_constant(np.column_stack([*kept, tested]))
    q = tested.shape[1]
    fit = MultivariateLS(y, x).fit()
    row = fit.mv_test([("tested", np.eye(x.shape[1])[-q:])]).results["tested"]["stat"].loc["Wilks' lambda"]
    call = "MultivariateLS(...).fit().mv_test(tested lags)"
    w.say(f"{key}F", row["F Value"], call), w.say(f"{key}F_p", row["Pr > F"], call)
    residuals = lambda x: y - x @ np.linalg.lstsq(x, y, rcond=None)[0]
    e = residuals(x).T @ residuals(x)
    r = residuals(x[:, :-q])
    h = r.T @ r - e
    t, k = x.shape
    trace = np.trace(np.linalg.solve(e, h))
    lr = t * (np.linalg.slogdet(e + h)[1] - np.linalg.slogdet(e)[1])
    for convention, value in [("chi2-wald", (t - k) * trace), ("chi2-ml", t * trace), ("lr", lr)]:
        w.say(f"{key}{convention}", value, "numpy lstsq residuals"), w.say(f"{key}{convention}_p", chi2.sf(value, 2 * q), "numpy lstsq residuals")


def within(w, key, a, b, past):
    fit = sm.OLS(b, sm.add_constant(np.column_stack([past, a]))).fit()
    w.say(f"{key}F", fit.tvalues[-1] ** 2, "OLS(y, lags and x).fit().tvalues squared"), w.say(f"{key}F_p", fit.pvalues[-1], "OLS(y, lags and x).fit().pvalues")
    residuals = lambda y: sm.OLS(y, sm.add_constant(past)).fit().resid
    r2 = np.corrcoef(residuals(a), residuals(b))[0, 1] ** 2
    t = len(a)
    for convention, value in [("chi2-wald", t * r2 / (1 + r2)), ("lr", -t * np.log1p(-r2))]:
        w.say(f"{key}{convention}", value, "numpy corrcoef of OLS residuals"), w.say(f"{key}{convention}_p", chi2.sf(value, 1), "numpy corrcoef of OLS residuals")


def cycles(w, name, x, m):
    for form, d in [("dlog", 0), ("ty", 1)]:
        exports, imports = (x, m) if d else (np.diff(x), np.diff(m))
        for way, cause, effect in [("exports->imports", exports, imports), ("imports->exports", imports, exports)]:
            n = 3 + d
            fit = sm.OLS(effect[n:], sm.add_constant(np.column_stack([lags(cause, n), lags(effect, n)]))).fit()
            for cycle in CYCLES:
                omega, k = 2 * np.pi / cycle, np.arange(1, 4)
                r = np.zeros((2, len(fit.params)))
                r[0, 1:4], r[1, 1:4] = np.cos(k * omega), np.sin(k * omega)
                test = fit.f_test(r[:1] if cycle in (np.inf, 2) else r)
                label = "Inf" if cycle == np.inf else cycle
                key, call = f"{name}.cycle.{form}.{label}.{way}.", "OLS(...).fit().f_test(cosines and sines)"
                w.say(f"{key}F", test.fvalue, call), w.say(f"{key}F_p", test.pvalue, call), w.say(f"{key}df_den", test.df_denom, call)


def correction(w, name, x, m, k, seasons=0):
    key = f"{name}.vecm.K{k}."
    levels = np.column_stack([m, x])
    fit = VECM(levels, k_ar_diff=k - 1, coint_rank=1, deterministic="co", seasons=seasons).fit()
    call = "VECM([imports, exports], k_ar_diff=K - 1, coint_rank=1, deterministic='co', seasons).fit()"
    w.say(f"{key}slope", -fit.beta[1, 0], call)
    # coint_johansen has no seasons.
    trace = traces(levels, k) if seasons else coint_johansen(levels, 0, k - 1).lr1
    call_trace = "numpy: eigenvalues of Johansen's problem" if seasons else "coint_johansen(levels, 0, K - 1)"
    w.say(f"{key}trace_none", trace[0], call_trace), w.say(f"{key}trace_one", trace[1], call_trace)
    n = len(x)
    gap = (levels @ fit.beta)[k - 1 : n - 1]
    changes = {"imports": np.diff(m), "exports": np.diff(x)}
    short = {one: lags(v, k - 1) for one, v in changes.items()}
    half = [np.arange(k, n) % 2] if seasons else []
    for i, effect in enumerate(changes):
        w.say(f"{key}alpha.{effect}", fit.alpha[i, 0], call)
        cause = "exports" if effect == "imports" else "imports"
        y, own = changes[effect][k - 1 :], [*half, short[effect]]
        full = sm.OLS(y, sm.add_constant(np.column_stack([*own, short[cause], gap]))).fit()
        w.say(f"{key}alpha_se.{effect}", full.bse[-1], "OLS of the equation on VECM's relation, bse")
        here = f"{key}{cause}->{effect}."
        nested(w, f"{here}short.", y, [*own, gap], [short[cause]])
        nested(w, f"{here}long.", y, [*own, short[cause]], [gap])
        nested(w, f"{here}both.", y, own, [short[cause], gap])
        lr = 2 * (concentrated(levels, k, seasons, None) - concentrated(levels, k, seasons, i))
        call_lr = "numpy: Johansen's restricted eigenproblem with this loading zero"
        w.say(f"{key}lr-johansen.{effect}", lr, call_lr), w.say(f"{key}lr-johansen_p.{effect}", chi2.sf(lr, 1), call_lr)


def without_short_run(levels, k, seasons):
    """Changes and lagged levels less what constants, seasons and lagged changes explain."""
    changes = np.diff(levels, axis=0)
    n = len(levels)
    fixed = [np.ones(n - k)] + ([np.arange(k, n) % 2] if seasons else [])
    z = np.column_stack([*fixed, *(lags(changes[:, j], k - 1) for j in range(2))])
    return less(changes[k - 1 :], z), less(levels[k - 1 : n - 1], z)


def less(y, x):
    return y - x @ np.linalg.lstsq(x, y, rcond=None)[0]


def eigenvalues(d, l):
    s00, s01, s11 = d.T @ d, d.T @ l, l.T @ l
    return np.sort(np.linalg.eigvals(np.linalg.solve(s11, s01.T) @ np.linalg.solve(s00, s01)).real)[::-1]


def traces(levels, k):
    d, l = without_short_run(levels, k, True)
    return -len(d) * np.cumsum(np.log1p(-eigenvalues(d, l))[::-1])[::-1]


def concentrated(levels, k, seasons, exogenous):
    """Likelihood at rank one, without constants: of both equations, or with equation `exogenous` conditioned upon."""
    d, l = without_short_run(levels, k, seasons)
    t, marginal = len(d), 0.0
    if exogenous is not None:
        given = d[:, [exogenous]]
        marginal = np.log((given.T @ given).item() / t)
        d, l = less(d[:, [1 - exogenous]], given), less(l, given)
    return -t / 2 * (marginal + np.linalg.slogdet(d.T @ d / t)[1] + np.log1p(-eigenvalues(d, l)[0]))


def shocks(w, name, x, m, longest, seasonal):
    z = {"exports": np.diff(x), "imports": np.diff(m)}
    second = (np.arange(len(x) - 1) % 2 == 0).astype(float)[:, None] if seasonal else None
    fit = lambda order, p: VAR(np.column_stack([z[one] for one in order]), exog=second).fit(p)
    choice = VAR(np.column_stack(list(z.values())), exog=second).select_order(longest)
    p = int(np.argmin(choice.ics["aic"][1:])) + 1
    w.say(f"{name}.var.lags", p, "VAR.select_order(longest).ics['aic'] from one lag on")
    for order in (("exports", "imports"), ("imports", "exports")):
        model = fit(order, p)
        irf = model.irf(6)
        call = "VAR(changes, exog).fit(p).irf(6).orth_irfs"
        responses = {f"{order[0]}_first": irf.orth_irfs}
        if order[0] == "exports":
            sigma = np.asarray(model.sigma_u)
            sd = np.sqrt(np.diag(sigma))
            w.say(f"{name}.var.correlation", sigma[0, 1] / sd.prod(), "VAR.fit(p).sigma_u")
            for i, one in enumerate(order):
                w.say(f"{name}.var.sd.{one}", sd[i], "VAR.fit(p).sigma_u")
            responses["generalised"] = irf.irfs @ sigma / sd
        for label, by_horizon in responses.items():
            call = "VAR(changes, exog).fit(p).irf(6)" + (".irfs, times sigma_u over standard deviations" if label == "generalised" else ".orth_irfs")
            for i, impulse in enumerate(order):
                total = np.cumsum(by_horizon[:, 1 - i, i])
                for h in range(7):
                    way = f"{impulse}->{order[1 - i]}.{h}"
                    w.say(f"{name}.var.{label}.{way}", by_horizon[h, 1 - i, i], call)
                    w.say(f"{name}.var.{label}.{way}.sum", total[h], call + ", added up")


def statsmodels_says(case):
    with open(HERE / case / "data.csv", newline="") as file:
        table = list(csv.DictReader(file))
    column = lambda name, to="9999": np.log(np.array([float(row[name]) for row in table if row["period"] <= to]))
    w = samples.Witness()
    if case == "paper_years":
        for name, suffix in [("printed", ""), ("corrected", "_2009_corrected")]:
            x, m = column(f"nk_exports_to_china{suffix}"), column(f"nk_imports_from_china{suffix}")
            three_series(w, name, {"exports": x, "imports": m, "southern": column("interkorean_trade")})
            correction(w, name, x, m, 2)
        return w
    half = case == "half_years"
    for name in ["half-years"] if half else ["long", "long-to-2015"]:
        to = "2015" if name == "long-to-2015" else "9999"
        x, m = column("nk_exports_to_china", to), column("nk_imports_from_china", to)
        if not half:
            cycles(w, name, x, m)
        for k in (2,) if half else (2, 3):
            correction(w, name, x, m, k, 2 if half else 0)
        shocks(w, name, x, m, 2 if half else 4, half)
    return w


def r_says(case):
    out = subprocess.run(["Rscript", "make_fixture.R", case], cwd=HERE, check=True, capture_output=True, text=True)
    w = samples.Witness()
    for text in out.stdout.splitlines():
        key, value, call = text.strip().split("\t")[:3]
        w.say(key.strip(), float(value), call)
    return w


DESCRIPTION = (
    "Exports to China, imports from China and trade with South Korea (southern) as systems of natural logs (levels), of their"
    " changes (dlog), or of logs with one lag more than is tested (ty). A->B: P lags of A in the equation of B, given all"
    " lags of the rest (chi2-wald = qF, chi2-ml = T (RSS0 - RSS1) / RSS1); both: exports and southern together; within.A,B:"
    " x of the same year, chi2-wald = T r^2 / (1 + r^2). cycle.FORM.YEARS: Breitung and Candelon with three lags. vecm.KP: P lags"
    " of levels, one relation imports = slope exports, an unrestricted constant, seasons in half-years; short, long, both: F of"
    " the lagged changes, of the loading, of both, the relation taken as known. var: responses of changes with the series named"
    " first, lags by AIC; .sum: added up. Samples as in the replication."
)


def main():
    samples.make_data()
    software = {"R": samples.r_version("getRversion()")}
    for package in ["car", "urca"]:
        software[package] = samples.r_version(f"packageVersion('{package}')")
    software |= {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__}
    software["statsmodels"] = statsmodels.__version__
    for case, (source, _) in samples.CASES.items():
        r, s = r_says(case), statsmodels_says(case)
        expected, sources, looser = samples.merge(r, s)
        with open(HERE / case / "data.csv", newline="") as file:
            header, *body = csv.reader(file)
        document = {
            "name": f"paper_systems/{case}",
            "description": DESCRIPTION,
            "data": {"file": "data.csv", "rows": len(body), "columns": header, "source": source},
            "software": software,
            "commands": sorted({*r.calls.values(), *s.calls.values()}),
            "script": "make_fixture.py with make_fixture.R, in the folder above",
            "tolerance_hint": {"rtol": 1e-9, "looser_rtol": looser, "note": "how far the two witnesses differ, where by more than 1e-10"},
            "expected": expected,
            "sources": sources,
        }
        (HERE / case / "case.json").write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n")
        worst = max(looser.values(), default=0.0)
        print(f"{case}: {len(expected)} numbers, {len(looser)} agree less than to 1e-10, the worst to {worst:.1e}")


if __name__ == "__main__":
    main()
