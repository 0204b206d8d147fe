"""arch's side of the comparison: `arch_side.py DIR`; see ours.rs for the data and for what is printed."""

from arch.unitroot import ADF, ZivotAndrews
from timing import columns, measure

for n in (200, 10_000):
    walk = columns(f"walk{n}", 1)[:, 0].copy()
    measure(f"adf, lags by AIC, n = {n:,}", lambda: ADF(walk, trend="ct", method="aic").stat)
walk = columns("walk500", 1)[:, 0].copy()
measure("zivot-andrews, both, 4 lags, n = 500", lambda: ZivotAndrews(walk, lags=4, trend="ct", trim=0.15).stat)
