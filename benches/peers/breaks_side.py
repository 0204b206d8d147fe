"""ruptures' side of benches/breaks.rs: the dates of three breaks, which it needs to be told, in a regression on x."""
from time import perf_counter

import numpy as np
import ruptures


def noise(t):
    x = np.sin(t * 12.9898) * 43758.5453
    return x - np.floor(x) - 0.5


def data(n):
    t = np.arange(n)
    x = noise(t + n)
    return np.column_stack([np.array([0, 1, 0.4, 1.2])[4 * t // n] + x + 2 * noise(t), np.ones(n), x])


for n, jump in ((500, 1), (2000, 5), (2000, 1)):
    start = perf_counter()
    found = ruptures.Dynp(model="linear", min_size=int(0.15 * n), jump=jump).fit(data(n)).predict(3)
    print(f"ruptures Dynp, linear, 3 breaks, every {jump}. date, n={n}: {perf_counter() - start:.3f} s, {found}")
