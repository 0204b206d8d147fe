"""Recursive-evolving Granger windows as they are usually written: least squares anew in every window.

One direction, two series of 300, two lags, windows of a fifth of the rows or more. One pass over all windows is timed, with
statsmodels and with numpy; a bootstrap of 499 draws in two directions takes 2 * 500 passes, which is what the second column says.
Run: OMP_NUM_THREADS=1 python3 benches/peers/windows_side.py
"""
import time

import numpy as np
import statsmodels.api as sm

rng = np.random.default_rng(7)
n, p = 300, 2
e = rng.standard_normal((n, 2))
z = np.zeros((n, 2))
for t in range(1, n):
    z[t] = 0.5 * z[t - 1] + e[t]
x, y = z.T
rows = n - p
design = np.column_stack(
    [np.ones(rows)] + [y[p - lag : n - lag] for lag in (1, 2)] + [x[p - lag : n - lag] for lag in (1, 2)]
)
response = y[p:]
smallest = rows // 5


def by_statsmodels(y, x):
    larger = sm.OLS(y, x).fit()
    return len(y) * (sm.OLS(y, x[:, :3]).fit().ssr - larger.ssr) / larger.ssr


def by_numpy(y, x):
    rss = lambda x: np.linalg.lstsq(x, y, rcond=None)[1][0]
    larger = rss(x)
    return len(y) * (rss(x[:, :3]) - larger) / larger


for name, wald, stride in (("statsmodels", by_statsmodels, 8), ("numpy", by_numpy, 2)):
    # Every stride-th end date, all windows that end there: the mean length is that of all.
    start, count, largest = time.process_time(), 0, 0.0
    for end in range(smallest, rows + 1, stride):
        for begin in range(end - smallest + 1):
            largest = max(largest, wald(response[begin:end], design[begin:end]))
            count += 1
    spent = time.process_time() - start
    windows = (rows - smallest + 1) * (rows - smallest + 2) // 2
    one = spent / count * windows
    print(f"{name}: {count} of {windows} windows in {spent:.2f} s; one pass {one:.2f} s; 2 x 500 passes {1000 * one:.0f} s")
