# The first witness: R. Reads NAME/data.csv and prints "key <tab> value <tab> call" for every quantity it can compute.
# Called by make_fixture.py, which compares with statsmodels and writes NAME/case.json.
suppressPackageStartupMessages({library(lmtest); library(sandwich); library(car); library(strucchange)})

say <- function(key, value, call) cat(key, sprintf("%.17g", value), call, sep = "\t", fill = FALSE, "\n")

# Both directions of Granger's test with lmtest::grangertest.
granger <- function(prefix, x, m, orders) {
  for (p in orders) for (way in c("exports->imports", "imports->exports")) {
    cause <- if (way == "exports->imports") x else m
    effect <- if (way == "exports->imports") m else x
    key <- sprintf("%s.lag%d.%s.", prefix, p, way)
    f <- grangertest(cause, effect, order = p)
    say(paste0(key, "ssr_ftest.F"), f$F[2], "lmtest::grangertest(x, y, order = p)")
    say(paste0(key, "ssr_ftest.p"), f$`Pr(>F)`[2], "lmtest::grangertest(x, y, order = p)")
    say(paste0(key, "ssr_ftest.df_num"), p, "lmtest::grangertest(x, y, order = p)")
    say(paste0(key, "ssr_ftest.df_den"), f$Res.Df[1], "lmtest::grangertest(x, y, order = p)")
    chi <- grangertest(cause, effect, order = p, test = "Chisq")
    say(paste0(key, "wald_qF_chi2.stat"), chi$Chisq[2], "lmtest::grangertest(..., test = 'Chisq')")
    say(paste0(key, "wald_qF_chi2.p"), chi$`Pr(>Chisq)`[2], "lmtest::grangertest(..., test = 'Chisq')")
    hc3 <- grangertest(cause, effect, order = p, vcov = vcovHC)
    say(paste0(key, "robust_HC3.F"), hc3$F[2], "lmtest::grangertest(..., vcov = sandwich::vcovHC)")
    say(paste0(key, "robust_HC3.p"), hc3$`Pr(>F)`[2], "lmtest::grangertest(..., vcov = sandwich::vcovHC)")
    nested <- equations(cause, effect, NULL, p, 0)
    say(paste0(key, "nobs"), nobs(nested$full), "nobs(lm)")
    ratios(key, nested, p, c("ssr_chi2test.chi2", "ssr_chi2test.p"), c("lrtest.chi2", "lrtest.p"))
  }
}

# The equation of the effect with and without the first p lags of the cause, p + d lags of everything else in both.
equations <- function(cause, effect, given, p, d) {
  lags <- function(v) embed(v, p + d + 1)[, -1, drop = FALSE]
  y <- effect[-seq_len(p + d)]
  w <- lags(cause)[, seq_len(p), drop = FALSE]
  rest <- cbind(lags(cause)[, -seq_len(p), drop = FALSE], lags(effect))
  if (!is.null(given)) rest <- cbind(rest, lags(given))
  colnames(w) <- paste0("tested", seq_len(p))
  colnames(rest) <- paste0("kept", seq_len(ncol(rest)))
  list(full = lm(y ~ ., data.frame(y, w, rest)), restricted = lm(y ~ ., data.frame(y, rest)), tested = colnames(w))
}

ratios <- function(key, nested, q, ssr, lr) {
  r0 <- deviance(nested$restricted); r1 <- deviance(nested$full); n <- nobs(nested$full)
  stat <- n * (r0 - r1) / r1
  say(paste0(key, ssr[1]), stat, "T * (RSS0 - RSS1) / RSS1 of two lm()")
  say(paste0(key, ssr[2]), pchisq(stat, q, lower.tail = FALSE), "T * (RSS0 - RSS1) / RSS1 of two lm()")
  test <- lrtest(nested$restricted, nested$full)
  say(paste0(key, lr[1]), test$Chisq[2], "lmtest::lrtest(restricted, full)")
  say(paste0(key, lr[2]), test$`Pr(>Chisq)`[2], "lmtest::lrtest(restricted, full)")
}

toda_yamamoto <- function(prefix, x, m, given, orders) {
  for (p in orders) for (way in c("exports->imports", "imports->exports")) {
    cause <- if (way == "exports->imports") x else m
    effect <- if (way == "exports->imports") m else x
    nested <- equations(cause, effect, given, p, 1)
    key <- sprintf("%s.p%d_d1.%s.", prefix, p, way)
    f <- linearHypothesis(nested$full, nested$tested, test = "F")
    call <- "car::linearHypothesis(lm, first p lags of the cause, test = 'F')"
    say(paste0(key, "F"), f$F[2], call)
    say(paste0(key, "F_p"), f$`Pr(>F)`[2], call)
    say(paste0(key, "df_den"), f$Res.Df[2], call)
    chi <- linearHypothesis(nested$full, nested$tested, test = "Chisq")
    call <- "car::linearHypothesis(lm, first p lags of the cause, test = 'Chisq')"
    say(paste0(key, "wald_chi2_dfadj"), chi$Chisq[2], call)
    say(paste0(key, "wald_chi2_dfadj_p"), chi$`Pr(>Chisq)`[2], call)
    ratios(key, nested, p, c("wald_chi2_ml", "wald_chi2_ml_p"), c("lr", "lr_p"))
  }
}

# Coefficients with standard errors, t and p under one covariance.
coefficients_under <- function(prefix, fit, name, vcov, call) {
  table <- coeftest(fit, vcov. = vcov)
  terms <- c("const", "x", "post", "x_post")[seq_len(nrow(table))]
  for (i in seq_along(terms)) {
    if (name == "classical") say(sprintf("%s.coef.%s", prefix, terms[i]), table[i, 1], "lm()")
    say(sprintf("%s.%s.se.%s", prefix, name, terms[i]), table[i, 2], call)
    say(sprintf("%s.%s.t.%s", prefix, name, terms[i]), table[i, 3], call)
    say(sprintf("%s.%s.p.%s", prefix, name, terms[i]), table[i, 4], call)
  }
}

# log(imports) on log(exports) * post(date), and Chow's test of the same change.
pre_post <- function(prefix, x, m, before) {
  post <- as.numeric(seq_along(x) > before)
  fit <- lm(m ~ x * post)
  covariances <- list(classical = vcov(fit), HC3 = vcovHC(fit, type = "HC3"),
    NW_L1 = NeweyWest(fit, lag = 1, prewhite = FALSE, adjust = FALSE),
    NW_L2 = NeweyWest(fit, lag = 2, prewhite = FALSE, adjust = FALSE))
  calls <- c(classical = "coeftest(lm(m ~ x * post))", HC3 = "coeftest(lm, sandwich::vcovHC(type = 'HC3'))",
    NW_L1 = "coeftest(lm, sandwich::NeweyWest(lag = 1, prewhite = FALSE, adjust = FALSE))",
    NW_L2 = "coeftest(lm, sandwich::NeweyWest(lag = 2, prewhite = FALSE, adjust = FALSE))")
  for (name in names(covariances)) {
    coefficients_under(prefix, fit, name, covariances[[name]], calls[[name]])
    wald <- linearHypothesis(fit, c("post", "x:post"), vcov. = covariances[[name]], test = "F")
    call <- "car::linearHypothesis(lm, c('post', 'x:post'), vcov., test = 'F')"
    say(sprintf("%s.%s.change_F", prefix, name), wald$F[2], call)
    say(sprintf("%s.%s.change_F_p", prefix, name), wald$`Pr(>F)`[2], call)
  }
  chow <- sctest(m ~ x, type = "Chow", point = before)
  say(paste0(prefix, ".chow.F"), chow$statistic, "strucchange::sctest(m ~ x, type = 'Chow', point = rows before)")
  say(paste0(prefix, ".chow.p"), chow$p.value, "strucchange::sctest(m ~ x, type = 'Chow', point = rows before)")
}

line <- function(prefix, x, m) {
  fit <- lm(m ~ x)
  coefficients_under(prefix, fit, "classical", vcov(fit), "coeftest(lm(m ~ x))")
  say(paste0(prefix, ".r2"), summary(fit)$r.squared, "summary(lm)$r.squared")
  say(paste0(prefix, ".nobs"), nobs(fit), "nobs(lm)")
}

case <- commandArgs(trailingOnly = TRUE)[1]
data <- read.csv(file.path(case, "data.csv"))
sample <- function(name, exports, imports, orders, dates, given = NULL) {
  x <- log(exports); m <- log(imports)
  granger(paste0(name, ".levels"), x, m, orders)
  granger(paste0(name, ".dlog"), diff(x), diff(m), orders)
  toda_yamamoto(paste0(name, ".ty"), x, m, NULL, orders)
  if (!is.null(given)) toda_yamamoto(paste0(name, ".ty_given_interkorean"), x, m, log(given), orders)
  for (date in dates) pre_post(sprintf("%s.post%s", name, date), x, m, which(data$period == date) - 1)
}
if (case == "paper_years") {
  with(data, {
    sample("printed", nk_exports_to_china, nk_imports_from_china, 1:2, c("2010", "2011"), interkorean_trade)
    sample("corrected", nk_exports_to_china_2009_corrected, nk_imports_from_china_2009_corrected, 1:2, c("2010", "2011"),
      interkorean_trade)
  })
  late <- subset(data, period >= 2009)
  for (name in c("printed", "corrected")) {
    imports <- late[[if (name == "printed") "nk_imports_from_china" else "nk_imports_from_china_2009_corrected"]]
    line(paste0(name, ".anthracite_levels"), late$anthracite_or_coal_revenue, imports)
    line(paste0(name, ".anthracite_logs"), log(late$anthracite_or_coal_revenue), log(imports))
  }
} else if (case == "china_reported") {
  with(data, sample("reported", nk_exports_to_china, nk_imports_from_china, 1:4, c("2010", "2011", "2014")))
} else if (case == "half_years") {
  with(data, sample("half", nk_exports_to_china, nk_imports_from_china, 1:4, "2010H2"))
}
