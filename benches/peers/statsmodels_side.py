"""statsmodels' side of the comparison: `statsmodels_side.py DIR`; see ours.rs for the data and for what is printed."""

import contextlib
import io
import sys
from math import ceil
from pathlib import Path
from time import perf_counter

import numpy as np
import statsmodels.api as sm
from statsmodels.tsa.stattools import grangercausalitytests

DIR = Path(sys.argv[1])
LAGS = 4


def columns(name, k):
    return np.fromfile(DIR / f"{name}.f64", dtype="<f8").reshape(k, -1).T


def measure(name, task):
    """The same batches as ours: about a millisecond each, for a second and five batches."""
    value = task()
    start = perf_counter()
    task()
    batch = max(1, ceil(1e-3 / (perf_counter() - start)))
    start, seconds = perf_counter(), []
    while len(seconds) < 5 or perf_counter() - start < 1:
        batch_start = perf_counter()
        for _ in range(batch):
            task()
        seconds.append((perf_counter() - batch_start) / batch)
    print(f"{name}\t{np.median(seconds):e}\t{min(seconds):e}\t{value:.15e}", flush=True)


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
