//! Entries on causality that comes and goes, or is not linear.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[TIME_VARYING, CHANGE, DIKS_PANCHENKO, HONG];

const TIME_VARYING: Entry = Entry {
    id: "time-varying-granger",
    aliases: &["tvgc", "recursive-evolving", "rolling-granger", "time-varying-causality"],
    kind: Kind::Test,
    title: "Granger causality in moving windows",
    asks: "In which windows of the sample, if in any, does the past of X help to predict Y?",
    null: Some("X Granger-causes Y in no window: the p lags of X nowhere enter the equation of Y."),
    statistic: "The largest over all end dates of W = w·(RSS₀ − RSS₁)/RSS₁ in a window of w rows (or W with White's \
                covariance); at each date of one window (forward expanding, rolling) or of all windows that end there \
                (recursive evolving). p = (1 + #{M* ≥ M})/(1 + B) from B bootstrap samples of the null model.",
    conventions: &[
        "Windows count rows of the regression; the smallest has a fifth of them unless set.",
        "The null model is estimated on the whole sample: the lags of the cause are left out of the equation of the \
         effect only. Rows of residuals are drawn together.",
        "Episodes are runs of end dates above the 5 % critical value of the largest statistic over all dates, or over \
         --control dates.",
        "--integration d adds d lags that are estimated but not tested, for series in levels.",
    ],
    agrees: &["statsmodels OLS in every window, gretl in some (W); numpy (bootstrap law, within Monte Carlo error)"],
    differs: &[
        "Stata's tvgc takes critical values over sizecontrol dates (12 unless set): --control 12.",
        "An F of the window is W·(w − k)/(w·p): windows of different lengths then have different laws.",
    ],
    references: &[
        "Shi, S., Phillips, P. C. B. and Hurn, S. (2018), Change detection and the causal impact of the yield curve, \
         Journal of Time Series Analysis 39, 966–987.",
        "Shi, S., Hurn, S. and Phillips, P. C. B. (2020), Causal change detection in possibly integrated systems: \
         revisiting the money–income relationship, Journal of Financial Econometrics 18, 158–180.",
    ],
    command: Some("yalu granger FILE --cause X --effect Y --lags 2 --windows recursive"),
    docs: "yalu::causality::time_varying",
};

const CHANGE: Entry = Entry {
    id: "causality-change",
    aliases: &["change-in-causality", "granger-interaction", "causality-break"],
    kind: Kind::Test,
    title: "Change in Granger causality",
    asks: "Does X Granger-cause Y differently after a date that was known beforehand?",
    null: Some("The coefficients of the p lags of X in the equation of Y are the same before and after the date."),
    statistic: "Wald's W on the p interactions of the lags of X with a dummy for the date, over p, compared to F(p, T − k); \
                W to χ²(p). Beside it, in the same regression, F that the lags are zero before, and F that they are after. \
                `both`: the 2p interactions of both equations over 2p, compared to F(2p, 2(T − k)).",
    conventions: &[
        "A row belongs to the regime of its effect's date.",
        "All other coefficients may change too unless --others says constant or fixed.",
        "\"Not before, yes after\" is two verdicts and not this test: the words say so where the two disagree.",
        "Fewer than 5 residual degrees of freedom, or a regime that cannot identify its coefficients, is not identified.",
    ],
    agrees: &[
        "R lm(y ~ (y1 + x1) * post) with car::linearHypothesis, also under sandwich's covariances",
        "statsmodels OLS with interactions and f_test",
    ],
    differs: &["No program has it under a name of its own."],
    references: &[
        "Chow, G. C. (1960), Tests of equality between sets of coefficients in two linear regressions, Econometrica 28, \
         591–605.",
        "Gelman, A. and Stern, H. (2006), The difference between \"significant\" and \"not significant\" is not itself \
         statistically significant, American Statistician 60, 328–331.",
    ],
    command: Some("yalu granger FILE --cause X --effect Y --lags 1 --change-at 2010-06"),
    docs: "yalu::causality::change",
};

const DIKS_PANCHENKO: Entry = Entry {
    id: "diks-panchenko",
    aliases: &["dp", "hiemstra-jones", "nonparametric-causality", "nonlinear-causality"],
    kind: Kind::Test,
    title: "Nonparametric causality (Diks–Panchenko)",
    asks: "Does Y depend on the past of X in any way, linear or not, once its own past is given?",
    null: Some("Given its own last m values, the next value of Y does not depend on the last m values of X."),
    statistic: "T = n⁻¹ Σ [C_XYZ C_Y − C_XY C_YZ] with C_W(i) the share of rows within ε of row i in W; √n·T/S against \
                N(0, 1), upper tail, S² a long-run variance. Beside it Hiemstra and Jones's C_XYZ/C_XY − C_YZ/C_Y.",
    conventions: &[
        "Series have unit variance; ε = min(7.5·n^(−2/7), 1.5) unless set.",
        "Bartlett weights over ⌊N^¼⌋ autocovariances of each row's contribution.",
        "Hiemstra and Jones's statistic is named as the one that over-rejects; the headline is Diks and Panchenko's.",
        "--prewhiten p tests the residuals of a VAR(p): what a linear model leaves.",
    ],
    agrees: &["The authors' C program (June 2008) at the same ε, both statistics; numpy from the paper's formulas"],
    differs: &["The program as published has ε = 1.5 whatever the number of rows."],
    references: &[
        "Diks, C. and Panchenko, V. (2006), A new statistic and practical guidelines for nonparametric Granger causality \
         testing, Journal of Economic Dynamics and Control 30, 1647–1669.",
        "Hiemstra, C. and Jones, J. D. (1994), Testing for linear and nonlinear Granger causality in the stock \
         price–volume relation, Journal of Finance 49, 1639–1664.",
    ],
    command: Some("yalu nonlinear FILE --cause X --effect Y --test diks-panchenko"),
    docs: "yalu::causality::diks_panchenko",
};

const HONG: Entry = Entry {
    id: "hong",
    aliases: &["haugh", "cross-correlation-causality", "cheung-ng"],
    kind: Kind::Test,
    title: "Kernel test of cross-correlation (Hong)",
    asks: "Is Y, freed of its own past, correlated with the past of X at any lag?",
    null: Some("The innovation of Y is uncorrelated with every past innovation of X."),
    statistic: "Q = (n Σ k²(j/M) r²(j) − C)/√(2D) with r(j) the correlation of the residuals of two autoregressions, C and D \
                the sum's mean and half its variance under independence; N(0, 1), upper tail. Haugh: n Σ r²(j) over j ≤ M, χ²(M).",
    conventions: &[
        "Daniell's kernel and M = ⌊3·n^0.2⌋ unless set; the truncated kernel is Haugh's statistic, standardised.",
        "One-way tests sum over j > 0; the test of both directions over all leads and lags, zero too.",
        "Each series has an autoregression of its own, one lag unless set or chosen by a criterion.",
    ],
    agrees: &["numpy and statsmodels AutoReg, from the papers' formulas"],
    differs: &["The quadratic-spectral kernel is Andrews's (1991); under another scale it goes with another M."],
    references: &[
        "Haugh, L. D. (1976), Checking the independence of two covariance-stationary time series, Journal of the \
         American Statistical Association 71, 378–385.",
        "Hong, Y. (1996), Testing for independence between two covariance stationary time series, Biometrika 83, 615–625.",
        "Hong, Y. (2001), A test for volatility spillover with application to exchange rates, Journal of Econometrics \
         103, 183–224.",
    ],
    command: Some("yalu nonlinear FILE --cause X --effect Y --test hong"),
    docs: "yalu::causality::hong",
};
