"""Makes the three cases of this folder from the bundled data, with two witnesses: R (make_fixture.R) and statsmodels.

    python3 make_fixture.py

needs Rscript with lmtest, sandwich, car, strucchange, and Python with statsmodels. A developer's task: the tests need
only what it writes, NAME/data.csv and NAME/case.json. A key on which the two differ by more than 1e-6 would be written
twice, as key@R and key@statsmodels; a key on which they differ by more than 1e-10 is listed under looser_rtol.
"""

import csv
import json
import platform
import subprocess
from pathlib import Path

import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm
from scipy.stats import chi2, f as f_law
from statsmodels.tsa.api import VAR
from statsmodels.tsa.stattools import grangercausalitytests

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[2] / "data"


def rows(name):
    with open(DATA / f"{name}.csv", newline="") as file:
        return {row["period"]: row for row in csv.DictReader(file)}


def write_data(case, columns, table):
    (HERE / case).mkdir(exist_ok=True)
    with open(HERE / case / "data.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["period", *columns])
        writer.writerows([period, *values] for period, values in table.items())


def make_data():
    flows = ["nk_exports_to_china", "nk_imports_from_china"]
    years = rows("paper_trade_annual")
    coal = rows("anthracite_annual")
    columns = [*flows, *(f"{flow}_2009_corrected" for flow in flows), "interkorean_trade"]
    write_data(
        "paper_years",
        [*columns, "anthracite_or_coal_revenue"],
        {year: [*(row[c] for c in columns), coal[year]["revenue"]] for year, row in years.items()},
    )
    for case, name in [("china_reported", "china_reported_annual"), ("half_years", "halfyear_trade")]:
        table = {p: [row[flow] for flow in flows] for p, row in rows(name).items()}
        if case == "half_years":
            table = {p: values for p, values in table.items() if p < "2014"}
        write_data(case, flows, table)


class Witness:
    """Quantities with the call that made each."""

    def __init__(self):
        self.values, self.calls = {}, {}

    def say(self, key, value, call):
        self.values[key], self.calls[key] = float(np.squeeze(value)), call


def granger(w, prefix, x, m, orders):
    for way, cause, effect in [("exports->imports", x, m), ("imports->exports", m, x)]:
        for p in orders:
            key = f"{prefix}.lag{p}.{way}."
            tests, (_, full, _) = grangercausalitytests(np.column_stack([effect, cause]), [p])[p]
            call = "statsmodels grangercausalitytests([effect, cause], [p])"
            f, p_value, df_den, df_num = tests["ssr_ftest"]
            for name, value in [("F", f), ("p", p_value), ("df_den", df_den), ("df_num", df_num)]:
                w.say(f"{key}ssr_ftest.{name}", value, call)
            for name in ["ssr_chi2test", "lrtest"]:
                w.say(f"{key}{name}.chi2", tests[name][0], call)
                w.say(f"{key}{name}.p", tests[name][1], call)
            w.say(f"{key}nobs", full.nobs, call)
            # Columns of the unrestricted model: p lags of the effect, p lags of the cause, the constant.
            tested = np.eye(2 * p + 1)[p : 2 * p]
            wald = full.wald_test(tested, use_f=False, scalar=True)
            w.say(f"{key}wald_qF_chi2.stat", wald.statistic, "OLS(...).fit().wald_test(R, use_f=False)")
            w.say(f"{key}wald_qF_chi2.p", wald.pvalue, "OLS(...).fit().wald_test(R, use_f=False)")
            robust = full.get_robustcov_results("HC3", use_t=True).wald_test(tested, use_f=True, scalar=True)
            w.say(f"{key}robust_HC3.F", robust.statistic, "fit.get_robustcov_results('HC3').wald_test(R, use_f=True)")
            w.say(f"{key}robust_HC3.p", robust.pvalue, "fit.get_robustcov_results('HC3').wald_test(R, use_f=True)")


def toda_yamamoto(w, prefix, series, orders):
    """`series`: exports, imports and, if any, the given one. The Wald test is formed from the VAR's own covariance."""
    levels = np.column_stack(series)
    k = levels.shape[1]
    for p in orders:
        fit = VAR(levels).fit(p + 1, trend="c")
        covariance = np.asarray(fit.cov_params())
        for way, cause, effect in [("exports->imports", 0, 1), ("imports->exports", 1, 0)]:
            key = f"{prefix}.p{p}_d1.{way}."
            # params is (1 + k(p+1)) × k, and cov_params orders it by equation within each regressor row.
            rows_ = [1 + lag * k + cause for lag in range(p)]
            b = np.asarray(fit.params)[rows_, effect]
            flat = [row * k + effect for row in rows_]
            wald = b @ np.linalg.solve(covariance[np.ix_(flat, flat)], b)
            df_den = fit.nobs - fit.params.shape[0]
            ml = wald * fit.nobs / df_den
            lr = fit.nobs * np.log1p(ml / fit.nobs)
            call = "Wald on VAR(levels).fit(p + 1).params and cov_params()"
            w.say(f"{key}wald_chi2_dfadj", wald, call)
            w.say(f"{key}wald_chi2_dfadj_p", chi2.sf(wald, p), call)
            w.say(f"{key}F", wald / p, call + ", divided by p")
            w.say(f"{key}F_p", f_law.sf(wald / p, p, df_den), call + ", divided by p")
            w.say(f"{key}df_den", df_den, "VAR.nobs - coefficients of an equation")
            w.say(f"{key}wald_chi2_ml", ml, call + ", with Sigma divided by T")
            w.say(f"{key}wald_chi2_ml_p", chi2.sf(ml, p), call + ", with Sigma divided by T")
            w.say(f"{key}lr", lr, call + ", as T log(1 + W/T)")
            w.say(f"{key}lr_p", chi2.sf(lr, p), call + ", as T log(1 + W/T)")


def coefficients_under(w, prefix, fit, name, call):
    for i, term in enumerate(["const", "x", "post", "x_post"][: len(fit.params)]):
        if name == "classical":
            w.say(f"{prefix}.coef.{term}", fit.params[i], "OLS(m, X).fit()")
        for quantity, values in [("se", fit.bse), ("t", fit.tvalues), ("p", fit.pvalues)]:
            w.say(f"{prefix}.{name}.{quantity}.{term}", values[i], call)


def pre_post(w, prefix, x, m, before):
    post = (np.arange(len(x)) >= before).astype(float)
    model = sm.OLS(m, np.column_stack([np.ones_like(x), x, post, x * post]))
    fits = {"classical": (model.fit(), "OLS(m, [1, x, post, x post]).fit()")}
    fits["HC3"] = (model.fit(cov_type="HC3", use_t=True), "OLS.fit(cov_type='HC3', use_t=True)")
    for lag in (1, 2):
        fits[f"NW_L{lag}"] = (
            model.fit(cov_type="HAC", cov_kwds={"maxlags": lag, "use_correction": False}, use_t=True),
            f"OLS.fit(cov_type='HAC', cov_kwds={{'maxlags': {lag}, 'use_correction': False}}, use_t=True)",
        )
    for name, (fit, call) in fits.items():
        coefficients_under(w, prefix, fit, name, call)
        wald = fit.wald_test(np.eye(4)[2:], use_f=True, scalar=True)
        w.say(f"{prefix}.{name}.change_F", wald.statistic, "fit.wald_test(R, use_f=True)")
        w.say(f"{prefix}.{name}.change_F_p", wald.pvalue, "fit.wald_test(R, use_f=True)")
    pooled = sm.OLS(m, np.column_stack([np.ones_like(x), x])).fit()
    f, p_value, _ = fits["classical"][0].compare_f_test(pooled)
    w.say(f"{prefix}.chow.F", f, "OLS.fit().compare_f_test(pooled)")
    w.say(f"{prefix}.chow.p", p_value, "OLS.fit().compare_f_test(pooled)")


def line(w, prefix, x, m):
    fit = sm.OLS(m, np.column_stack([np.ones_like(x), x])).fit()
    coefficients_under(w, prefix, fit, "classical", "OLS(m, [1, x]).fit()")
    w.say(f"{prefix}.r2", fit.rsquared, "OLS.fit().rsquared")
    w.say(f"{prefix}.nobs", fit.nobs, "OLS.fit().nobs")


def statsmodels_says(case):
    with open(HERE / case / "data.csv", newline="") as file:
        table = list(csv.DictReader(file))
    periods = [row["period"] for row in table]
    column = lambda name, since="0": np.array([float(row[name]) for row in table if row["period"] >= since])
    w = Witness()

    def sample(name, suffix, orders, dates, given=None):
        x = np.log(column(f"nk_exports_to_china{suffix}"))
        m = np.log(column(f"nk_imports_from_china{suffix}"))
        granger(w, f"{name}.levels", x, m, orders)
        granger(w, f"{name}.dlog", np.diff(x), np.diff(m), orders)
        toda_yamamoto(w, f"{name}.ty", [x, m], orders)
        if given is not None:
            toda_yamamoto(w, f"{name}.ty_given_interkorean", [x, m, np.log(given)], orders)
        for date in dates:
            pre_post(w, f"{name}.post{date}", x, m, periods.index(date))

    if case == "paper_years":
        for name, suffix in [("printed", ""), ("corrected", "_2009_corrected")]:
            sample(name, suffix, [1, 2], ["2010", "2011"], column("interkorean_trade"))
            revenue = column("anthracite_or_coal_revenue", "2009")
            imports = column(f"nk_imports_from_china{suffix}", "2009")
            line(w, f"{name}.anthracite_levels", revenue, imports)
            line(w, f"{name}.anthracite_logs", np.log(revenue), np.log(imports))
    elif case == "china_reported":
        sample("reported", "", [1, 2, 3, 4], ["2010", "2011", "2014"])
    else:
        sample("half", "", [1, 2, 3, 4], ["2010H2"])
    return w


def r_says(case):
    out = subprocess.run(["Rscript", "make_fixture.R", case], cwd=HERE, check=True, capture_output=True, text=True)
    w = Witness()
    for text in out.stdout.splitlines():
        key, value, call = text.strip().split("\t")[:3]
        w.say(key.strip(), float(value), call)
    return w


def r_version(package):
    call = f"cat(as.character({package}))"
    return subprocess.run(["Rscript", "-e", call], check=True, capture_output=True, text=True).stdout.strip()


def merge(r, s):
    expected, sources, looser = {}, {}, {}
    for key in dict.fromkeys([*r.values, *s.values]):
        if key in r.values and key in s.values:
            a, b = r.values[key], s.values[key]
            difference = abs(a - b) / max(abs(a), 1e-300)
            if difference > 1e-6:
                expected[f"{key}@R"], expected[f"{key}@statsmodels"] = a, b
                sources[f"{key}@R"], sources[f"{key}@statsmodels"] = "R", "statsmodels"
                print("differ:", key, a, b)
                continue
            if difference > 1e-10:
                looser[key] = float(f"{difference:.1e}")
            expected[key], sources[key] = a, "R, statsmodels"
        else:
            expected[key] = r.values.get(key, s.values.get(key))
            sources[key] = "R" if key in r.values else "statsmodels"
            print("one witness:", key, sources[key])
    return expected, sources, looser


CASES = {
    "paper_years": (
        "data/paper_trade_annual.csv (the paper's Tables 1 and 2, with 2009 as printed and corrected) and the column"
        " `revenue` of data/anthracite_annual.csv, 2002-2015",
        "printed.* and corrected.*: with the paper's 2009 row and with the full year",
    ),
    "china_reported": ("data/china_reported_annual.csv, 1978-2020", "reported.*"),
    "half_years": ("data/halfyear_trade.csv, 2003H1-2013H2", "half.*"),
}
DESCRIPTION = (
    "{}: causality between North Korea's exports to China (exports) and imports from China (imports), and the change"
    " after a date. levels and dlog: natural logs and their first differences; lagP.X->M: Granger with P lags and a"
    " constant (ssr_chi2test = T (RSS0-RSS1)/RSS1, wald_qF_chi2 = P F, robust_HC3 by sandwich::vcovHC). ty.pP_d1:"
    " Toda-Yamamoto with P + 1 lags of logs (wald_chi2_dfadj = P F, wald_chi2_ml = T (RSS0-RSS1)/RSS1);"
    " ty_given_interkorean: with the log of trade with South Korea as a third variable. postD: log imports on a"
    " constant, log exports (x), 1 from D on (post) and their product (x_post); NW_LK: Newey-West, Bartlett kernel, K"
    " lags, no prewhitening, no n/(n-k); t and p from t(n-k); change_F: Wald F of post and x_post; chow: all"
    " coefficients differ from D on. anthracite_levels, anthracite_logs: imports on revenue from anthracite (coal in"
    " 2009 and 2015), 2009-2015."
)


def main():
    make_data()
    software = {"R": r_version("getRversion()")}
    for package in ["lmtest", "sandwich", "car", "strucchange"]:
        software[package] = r_version(f"packageVersion('{package}')")
    software |= {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__}
    software["statsmodels"] = statsmodels.__version__
    for case, (source, prefixes) in CASES.items():
        r, s = r_says(case), statsmodels_says(case)
        expected, sources, looser = merge(r, s)
        with open(HERE / case / "data.csv", newline="") as file:
            header, *body = csv.reader(file)
        document = {
            "name": f"paper_samples/{case}",
            "description": DESCRIPTION.format(prefixes),
            "data": {"file": "data.csv", "rows": len(body), "columns": header, "source": source},
            "software": software,
            "commands": sorted({*r.calls.values(), *s.calls.values()}),
            "script": "make_fixture.py with make_fixture.R, in the folder above",
            "tolerance_hint": {"rtol": 1e-9, "looser_rtol": looser, "note": "how far the two witnesses differ, where by more than 1e-10"},
            "expected": expected,
            "sources": sources,
        }
        text = json.dumps(document, indent=1, ensure_ascii=False)
        (HERE / case / "case.json").write_text(text + "\n")
        worst = max(looser.values(), default=0.0)
        print(f"{case}: {len(expected)} numbers, {len(looser)} agree less than to 1e-10, the worst to {worst:.1e}")


if __name__ == "__main__":
    main()
