"""Builds the cases end_of_sample_seatbelts, end_of_sample_germanm1 and end_of_sample_nile: Andrews' (2003) test of the last m rows
(and of the first m) by numpy from its formulas, each regression by itself with `lstsq`, Sigma by a loop; beside it two public programs,
whose code is not here: the Python function `andrews_eos_test` (its statistic Sd and p) and R CPAT's `andrews_test_reg` (the
statistic; its p-values are wrong, see the guide), both found on GitHub.

    python make_fixture.py FOLDER ANDREWS_EOS.py CPAT.R      (FOLDER/NAME.csv: the data)
"""
import csv
import importlib.util
import json
import pathlib
import subprocess
import sys

import numpy as np
import pandas as pd

HERE = pathlib.Path(__file__).resolve().parent
CASES = {
    "end_of_sample_seatbelts": ("y", ["ylag1", "ylag12"], [1, 2, 3, 5, 12, 30], "R package strucchange, UKDriverDeaths; GPL-2/GPL-3"),
    "end_of_sample_germanm1": ("dm", ["dy2", "dR", "dp"], [1, 3, 4, 8, 20], "R package strucchange, GermanM1; GPL-2/GPL-3"),
    "end_of_sample_nile": ("Nile", [], [1, 2, 7, 28], "R datasets, Nile"),
}


def form(e, x, sigma):
    inverse = np.linalg.inv(sigma)
    if len(e) < x.shape[1]:
        return e @ inverse @ e
    a = x.T @ inverse @ e
    return a @ np.linalg.solve(x.T @ inverse @ x, a)


def left_by(y, x, rows):
    """Errors in all rows of the regression on these."""
    return y - x @ np.linalg.lstsq(x[rows], y[rows], rcond=None)[0]


def test(y, x, m):
    """S of the last m rows, and of every window of m among the n before."""
    total = len(y)
    n = total - m
    u = left_by(y, x, list(range(total)))
    sigma = sum(np.outer(u[j : j + m], u[j : j + m]) for j in range(n + 1)) / (n + 1)
    own = form(u[n:], x[n:], sigma)
    half = (m + 1) // 2
    windows = []
    for j in range(n - m + 1):
        rows = [i for i in range(n) if not j <= i < j + half]
        e = left_by(y, x, rows)
        windows.append(form(e[j : j + m], x[j : j + m], sigma))
    return own, np.array(windows)


def cpat(path, data, formula, before):
    code = (f'source("{path}"); d <- read.csv("{data}"); '
            f"cat(sprintf('%.17g', andrews_test_reg({formula}, d, {before}, pval = FALSE)))")
    # Its p-values need lm on every window, and fail where one has no rows: the statistic is what is asked.
    done = subprocess.run(["Rscript", "-e", code], capture_output=True, text=True)
    return float(done.stdout) if done.returncode == 0 else None


def case(name, folder, program, cpat_path):
    response, regressors, sizes, source = CASES[name]
    path = folder / f"{name}.csv"
    rows = list(csv.DictReader(open(path)))
    column = lambda c: np.array([float(row[c]) for row in rows])
    y, n = column(response), len(rows)
    x = np.column_stack([np.ones(n)] + [column(c) for c in regressors])
    formula = f"{response} ~ {' + '.join(regressors) or '1'}"
    expected, sources, worst = {}, {}, 0.0
    for end in ["end", "beginning"]:
        for m in sizes:
            ys, xs = (y, x) if end == "end" else (y[::-1], x[::-1])
            own, windows = test(ys, xs, m)
            frame = pd.DataFrame({"y": ys} | {f"x{i}": xs[:, i] for i in range(1, x.shape[1])})
            public = program.andrews_eos_test(f"y ~ {' + '.join(frame.columns[1:]) or '1'}", frame, m)
            named = {"S": own, "p": (windows >= own).mean(), "windows": len(windows)}
            sub = np.array(public.substats["Sd"])
            theirs = {"S": public.stats["Sd"], "p": public.pval["Sd"], "windows": len(sub)}
            for at in sorted({0, len(windows) // 2, len(windows) - 1}):
                named[f"window{at}"], theirs[f"window{at}"] = windows[at], sub[at]
            for key, value in named.items():
                full = f"{end}.m{m}.{key}"
                expected[full] = float(value)
                error = abs(theirs[key] - value) / max(abs(value), 1e-300) if value else abs(theirs[key])
                worst = max(worst, error)
                sources[full] = "numpy, from the formulas = Python andrews_eos_test (Sd)"
            if end == "end" and m > 1 and regressors:
                found = cpat(cpat_path, path, formula, n - m)
                if found is not None:
                    worst = max(worst, abs(found / own - 1))
                    sources[f"{end}.m{m}.S"] += " = R CPAT andrews_test_reg"
    target = HERE.parent / name
    target.mkdir(exist_ok=True)
    (target / "data.csv").write_text(path.read_text())
    (target / "case.json").write_text(json.dumps({
        "name": name,
        "description": "Andrews' (2003) test of the last and of the first m rows",
        "data": {"file": "data.csv", "rows": n, "columns": list(rows[0]), "source": source},
        "software": {"numpy": np.__version__, "CPAT": "0.2.0 of GitHub, R/ChangePointTests.R at commit 0b6b79e"},
        "commands": [
            "python make_fixture.py FOLDER ANDREWS_EOS.py CPAT.R (beside the case end_of_sample_seatbelts)",
            "andrews_eos_test(formula, data, m).stats['Sd'], .pval['Sd'], .substats['Sd']",
            "andrews_test_reg(formula, data, M = n, pval = FALSE)",
            "beginning: the same on the rows in reverse order",
        ],
        "settings": {"response": response, "regressors": regressors},
        "how_to_read": "expected: end or beginning . m . S, p (share of windows at least as large), windows (their number), windowJ (S of "
                       "the window that starts J rows after the first, from 0, in the order in which they were given)",
        "agree": f"the witnesses: relative difference {worst:.1e} at most",
        "expected": expected,
        "sources": sources,
    }, indent=1, ensure_ascii=False) + "\n")
    print(name, len(expected), f"{worst:.1e}", sum("CPAT" in s for s in sources.values()), {k: v for k, v in expected.items() if k.endswith(".p")})


spec = importlib.util.spec_from_file_location("andrews_eos", sys.argv[2])
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
for name in CASES:
    case(name, pathlib.Path(sys.argv[1]), module, sys.argv[3])
