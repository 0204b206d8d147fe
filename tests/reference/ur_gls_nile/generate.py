"""Writes ur_gls_nile and ur_gls_airmiles: `python generate.py` with numpy, Rscript (urca) and gretlcli on the path.

numpy: a second implementation from the papers' equations, where urca or gretl has no number or not enough digits.
"""

import json
import pathlib
import re
import subprocess

import numpy as np

HERE = pathlib.Path(__file__).parent.parent
R = """
suppressMessages(library(urca)); options(digits = 15)
y <- if ("%s" == "nile") as.numeric(Nile) else log(as.numeric(airmiles))
say <- function(key, value) cat(key, format(value, digits = 15), "\\n")
for (m in c("constant", "trend")) { s <- if (m == "constant") "c" else "ct"
  for (k in 0:4) say(paste0("dfgls.", s, ".lag", k, ".stat"), ur.ers(y, "DF-GLS", m, k)@teststat)
  for (k in c(0, 1, 4)) { p <- ur.ers(y, "P-test", m, k)
    say(paste0("ers_ptest.", s, ".lagmax", k, ".stat"), p@teststat)
    say(paste0("ers_ptest.", s, ".lagmax", k, ".chosen"), p@lag) }}
for (d in 1:4) for (t in c("tau", "rho")) { p <- suppressWarnings(ur.sp(y, t, d, 0.05))
  say(paste0("schmidt_phillips.", t, ".pol", d, "@urca"), p@teststat)
  say(paste0("schmidt_phillips.", t, ".pol", d, ".cv_5pct@urca"), p@cval) }
write(format(y, digits = 17), "%s")
"""


def gls(y, terms):
    n = len(y)
    t = np.arange(1, n + 1.0)
    z = np.column_stack([np.ones(n), t][:terms])
    a = 1 + (-7 if terms == 1 else -13.5) / n
    quasi = lambda v: np.concatenate([v[:1], v[1:] - a * v[:-1]])
    zq, yq = np.apply_along_axis(quasi, 0, z), quasi(y)
    b = np.linalg.lstsq(zq, yq, rcond=None)[0]
    return y - z @ b, ((yq - zq @ b) ** 2).sum(), a, z


def regression(y, k, fixed, start):
    """Of the difference on the lagged level, k lags and fixed columns, rows from `start`: coefficients, RSS, rows, level."""
    dy = np.diff(y)
    x = np.column_stack([y[start:-1]] + [dy[start - j:len(dy) - j] for j in range(1, k + 1)] + [f[start:] for f in fixed])
    b = np.linalg.lstsq(x, dy[start:], rcond=None)[0]
    return b, ((dy[start:] - x @ b) ** 2).sum(), len(dy) - start, x[:, 0]


def numpy_numbers(y):
    n, out = len(y), {}
    rows = np.arange(1, n)
    for terms, s in [(1, "c"), (2, "ct")]:
        d, rss, a, z = gls(y, terms)
        ols = y - z @ np.linalg.lstsq(z, y, rcond=None)[0]
        top = 8 if n > 50 else 4
        for values, name in [(d, "maic"), (ols, "maic_perron_qu")]:
            for k in range(top + 1):
                b, r, m, level = regression(values, k, [], top)
                s2 = r / m
                out[f"dfgls.{s}.{name}.lag{k}"] = np.log(s2) + 2 * (b[0] ** 2 * (level ** 2).sum() / s2 + k) / m
        fixed = [np.ones(n - 1), rows.astype(float)][:terms]
        dy = np.diff(y)
        null = (dy ** 2).sum() if terms == 1 else ((dy - dy.mean()) ** 2).sum()
        for k in range(3):
            b, r, m, _ = regression(y, k, fixed, k)
            omega = r / (m - 1 - k - terms) / (1 - b[1:k + 1].sum()) ** 2
            out[f"ers_ptest.{s}.own_terms.lag{k}"] = (rss - a * null) / omega
    for q in range(1, 5):
        time = np.linspace(-1, 1, n - 1)
        poly = np.vander(time, q)
        dy = np.diff(y)
        e = dy - poly @ np.linalg.lstsq(poly, dy, rcond=None)[0]
        s_lag = np.concatenate([[0], np.cumsum(e)])[:-1]
        x = np.column_stack([s_lag, poly])
        b = np.linalg.lstsq(x, dy, rcond=None)[0]
        r = dy - x @ b
        se = np.sqrt((r @ r) / (n - 2 - q) * np.linalg.inv(x.T @ x)[0, 0])
        tau, rho = b[0] / se, n * b[0]
        x = np.column_stack([y[:-1], np.vander(time, q + 1)])
        u = y[1:] - x @ np.linalg.lstsq(x, y[1:], rcond=None)[0]
        for l in [0, 4]:
            lr = u @ u + 2 * sum((1 - j / (l + 1)) * (u[j:] @ u[:-j]) for j in range(1, l + 1))
            omega2 = u @ u / lr
            out[f"schmidt_phillips.tau.pol{q}.bartlett{l}"] = tau / np.sqrt(omega2)
            out[f"schmidt_phillips.rho.pol{q}.bartlett{l}"] = rho / omega2
    return {k: float(v) for k, v in out.items()}


def gretl_numbers(file, top):
    out = {}
    for s in ["c", "ct"]:
        for flag, name in [("", "maic"), (" --perron-qu", "maic_perron_qu")]:
            script = f"open {file} --quiet\nsetobs 1 1 --time-series\nadf {top} y --{s} --gls --test-down=AIC{flag} --verbose\n"
            pathlib.Path("/tmp/maic.inp").write_text(script)
            text = subprocess.run(["gretlcli", "-b", "/tmp/maic.inp"], capture_output=True, text=True).stdout
            for k, value in re.findall(r"k = +(\d+): MAIC = (\S+)", text):
                out[f"dfgls.{s}.{name}.lag{k}"] = float(value)
            included = re.search(r"including (\w+) lags? of", text)
            out[f"dfgls.{s}.{name}.chosen"] = {"one": 1}.get(included[1]) or int(included[1])
        for k in range(5):
            script = f"open {file} --quiet\nsetobs 1 1 --time-series\nadf {k} y --{s} --gls\nprintf \"%.15g\\n\", $test\n"
            pathlib.Path("/tmp/maic.inp").write_text(script)
            text = subprocess.run(["gretlcli", "-b", "/tmp/maic.inp"], capture_output=True, text=True).stdout
            out[f"dfgls.{s}.lag{k}.stat"] = float(re.search(r"^(-?\d+\.\d{8,})$", text, re.M)[1])
    return out


def main():
    about = {
        "nile": ("R datasets::Nile: annual flow at Aswan 1871-1970 (Cobb 1978), 10^8 m^3", "level"),
        "airmiles": ("R datasets::airmiles: revenue passenger miles of US airlines 1937-1960 (FAA Statistical Handbook), log", "log"),
    }
    for name, (source, _) in about.items():
        folder = HERE / f"ur_gls_{name}"
        expected, sources = {}, {}
        text = subprocess.run(["Rscript", "-e", R % (name, "/tmp/series.txt")], capture_output=True, text=True, check=True).stdout
        values = pathlib.Path("/tmp/series.txt").read_text().split()
        (folder / "data.csv").write_text("y\n" + "\n".join(values) + "\n")
        y = np.array([float(v) for v in values])
        for line in text.splitlines():
            key, value = line.split()
            if value != "NaN":
                expected[key], sources[key] = float(value), "R:urca"
        for key, value in numpy_numbers(y).items():
            expected[key], sources[key] = value, "numpy"
        for key, value in gretl_numbers(folder / "data.csv", 8 if len(y) > 50 else 4).items():
            if key not in expected:
                expected[key], sources[key] = value, "gretl"
                continue
            apart = abs(value - expected[key])
            assert apart < (6e-6 if "maic" in key else 1e-8) * max(1, abs(value)), (name, key, value, expected[key])
            sources[key] += " = gretl" + (" (6 digits)" if "maic" in key else "")
        case = {
            "name": f"ur_gls_{name}",
            "description": "DF-GLS with 0 to 4 lags; Ng and Perron's modified AIC for each number of lags and the number chosen, "
            "on the series detrended by GLS and (perron_qu) by OLS; ERS P-test: urca's with the number of lags it chose, and "
            "with the test's own deterministic terms in the variance regression; Schmidt-Phillips: urca's, and with a "
            "Bartlett window",
            "data": {"file": "data.csv", "rows": len(y), "columns": ["y"], "source": source, "license": "R datasets (GPL-2/3; figures public)"},
            "software": {"R": "4.2.2", "urca": "1.3.3", "gretl": "2022c", "python": "3.11.7", "numpy": np.__version__},
            "commands": [
                "tests/reference/ur_gls_nile/generate.py",
                "urca::ur.ers(y, 'DF-GLS' | 'P-test', model, lag.max); @lag of the P-test is the number its BIC chose among 1..lag.max",
                "urca::ur.sp(y, type, pol.deg, signif = 0.05); NaN (a negative long-run variance) is left out",
                "gretl: adf k y --c|--ct --gls; adf max y --c|--ct --gls --test-down=AIC [--perron-qu] --verbose, max 8 (nile) or 4 (airmiles)",
                "numpy: from the equations of Elliott, Rothenberg and Stock (1996), Ng and Perron (2001), Schmidt and Phillips (1992); "
                "own_terms and bartlett have no other witness",
            ],
            "tolerance_hint": {"rtol": 1e-9, "atol": 1e-13, "looser_rtol": {}, "note": "statistics 1e-8"},
            "expected": expected,
            "sources": sources,
        }
        (folder / "case.json").write_text(json.dumps(case, indent=1, ensure_ascii=False) + "\n")


main()
