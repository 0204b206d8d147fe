"""statsmodels' side of the comparison: `statsmodels_side.py DIR`; see ours.rs for the data and for what is printed."""

import contextlib
import io

import numpy as np
import statsmodels.api as sm
from statsmodels.tsa.stattools import adfuller, grangercausalitytests, zivot_andrews
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

stationary = np.ascontiguousarray(columns("var", 4))
measure("var, 4 series, 4 lags, n = 300", lambda: VAR(stationary).fit(LAGS).stderr[1, 0])
fit = VAR(stationary).fit(LAGS)
# What it has computed it keeps with the analysis, which is made anew.
measure("var, orthogonal responses to 10 with errors", lambda: fit.irf(10).stderr(orth=True)[10, 1, 0])
