"""Simulates the two cells of Chu, Hornik and Kuan's table that strucchange carries out of order: increments over a window h of Brownian bridges of
2,000 steps, and the level that the largest of k independent ones has. The cells around them show how near it comes.

    python cells.py
"""
import numpy as np

STEPS, DRAWS = 2000, 200_000
rng = np.random.default_rng(1)
largest = {0.1: [], 0.2: []}
for _ in range(DRAWS // 1000):
    path = np.cumsum(rng.standard_normal((1000, STEPS)), axis=1) / np.sqrt(STEPS)
    path = np.hstack([np.zeros((1000, 1)), path])
    path -= path[:, -1:] * np.linspace(0, 1, STEPS + 1)
    for h in largest:
        width = round(h * STEPS)
        largest[h].append(np.abs(path[:, width:] - path[:, :-width]).max(axis=1))
for h, k in [(0.2, 3), (0.2, 4), (0.2, 5), (0.1, 5), (0.1, 6)]:
    draws = np.concatenate(largest[h])
    print(h, k, [round(float(np.quantile(draws, (1 - p) ** (1 / k))), 4) for p in (0.1, 0.05, 0.025, 0.01)])
