"""statsmodels' side of the comparison: `statsmodels_side.py DIR`; see ours.rs for the data and for what is printed."""

import contextlib
import io

import numpy as np
import statsmodels.api as sm
from statsmodels.tsa.api import VAR
from statsmodels.tsa.seasonal import STL
from statsmodels.tsa.stattools import adfuller, grangercausalitytests, zivot_andrews
from statsmodels.tsa.vector_ar.vecm import VECM, coint_johansen
from statsmodels.tsa.vector_ar.var_model import VAR
from statsmodels.tsa.vector_ar.vecm import coint_johansen
from timing import columns, measure

LAGS = 4

series = columns("series", 2)
there, back = np.ascontiguousarray(series[:, ::-1]), np.ascontiguousarray(series)


def granger(*data):
    with contextlib.redirect_stdout(io.StringIO()):
        return [grangercausalitytests(pair, [LAGS])[LAGS][0]["ssr_ftest"][0] for pair in data][0]


measure("granger, one direction", lambda: granger(there))
measure("granger, both directions", lambda: granger(there, back))

many = np.ascontiguousarray(columns("many", 20))


def all_pairs():
    fit = VAR(many).fit(2, trend="c")
    tests = [fit.test_causality(i, j, kind="f").test_statistic for i in range(20) for j in range(20) if i != j]
    return tests[19]  # the first series in the second's equation


measure("granger, all pairs of 20 given the others, n = 300, 2 lags", all_pairs)


def read(name):
    data = columns(name, 11)
    return data[:, 10].copy(), np.ascontiguousarray(data[:, :10])


def table(fit):
    fit.tvalues, fit.pvalues, fit.conf_int()
    return fit.bse[1]


y, x = read("small")
for name, kind, options in [
    ("HC3", "HC3", {}),
    ("Newey-West, 4 lags", "HAC", {"maxlags": LAGS, "use_correction": False}),
]:
    # The model is made anew because it keeps its factorisation.
    measure(
        f"ols 10,000 x 10 with {name}",
        lambda: table(sm.OLS(y, x).fit(method="qr", cov_type=kind, cov_kwds=options, use_t=True)),
    )
y, x = read("large")


def large():
    fit = sm.OLS(y, x).fit(method="qr")
    fit.rsquared, fit.rsquared_adj, fit.fvalue, fit.f_pvalue, fit.llf, fit.aic, fit.bic
    return table(fit)


measure("ols 1,000,000 x 10", large)

for n in (200, 10_000):
    walk = columns(f"walk{n}", 1)[:, 0].copy()
    measure(f"adf, lags by AIC, n = {n:,}", lambda: adfuller(walk, regression="ct", autolag="AIC")[0])
walk = columns("walk500", 1)[:, 0].copy()
measure(
    "zivot-andrews, both, 4 lags, n = 500",
    lambda: zivot_andrews(walk, trim=0.15, maxlag=LAGS, regression="ct", autolag=None)[0],
)
system = np.ascontiguousarray(columns("system", 4))
measure("johansen, 4 series, 2 lags, n = 200", lambda: coint_johansen(system, 0, 1).lr1[0])


def vecm():
    return VECM(system, k_ar_diff=1, coint_rank=1, deterministic="co").fit()


def estimates():
    model = vecm()
    model.stderr_beta, model.stderr_gamma, model.stderr_det_coef, model.pvalues_alpha, model.pvalues_gamma
    return model.stderr_alpha[0, 0]


measure("vecm, 4 series, 2 lags, rank 1, n = 200, estimates", estimates)
measure("vecm, 4 series, 2 lags, rank 1, n = 200, responses to 10", lambda: vecm().irf(10).stderr(orth=True)[10][1, 0])


def projections():
    rows = len(system) - LAGS
    lagged = [system[LAGS - lag : len(system) - lag] for lag in range(1, LAGS + 1)]
    x = np.column_stack([system[LAGS:, 0], np.ones(rows)] + lagged)
    for h in range(13):
        kwds = {"maxlags": h, "use_correction": False}
        fit = sm.OLS(system[LAGS + h :, 1], x[: rows - h]).fit(method="qr", cov_type="HAC", cov_kwds=kwds, use_t=True)
        fit.pvalues, fit.conf_int()
    return fit.bse[0]


measure("local projections, 4 lags, horizons 0 to 12, n = 200", projections)

stationary = np.ascontiguousarray(columns("var", 4))
measure("var, 4 series, 4 lags, n = 300", lambda: VAR(stationary).fit(LAGS).stderr[1, 0])
fit = VAR(stationary).fit(LAGS)
# What it has computed it keeps with the analysis, which is made anew.
measure("var, orthogonal responses to 10 with errors", lambda: fit.irf(10).stderr(orth=True)[10, 1, 0])
months = columns("months480", 1)[:, 0].copy()
# R's defaults: the trend over the next odd of 1.5 s/(1 - 1.5/7), jumps of a tenth of each window.
windows = {"seasonal": 7, "trend": 23, "low_pass": 13, "seasonal_deg": 0, "seasonal_jump": 1, "trend_jump": 3, "low_pass_jump": 2}
measure("stl, seasonal window 7, n = 480", lambda: STL(months, 12, **windows).fit(inner_iter=2, outer_iter=0).trend[0])
