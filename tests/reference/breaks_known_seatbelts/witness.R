# Changes at known dates by R: lm, anova, car::linearHypothesis, sandwich, and strucchange's p-values.
# Rscript witness.R FOLDER: reads FOLDER/NAME.csv, writes FOLDER/NAME.txt (quantity, value).
suppressMessages({library(car); library(sandwich); library(strucchange)})
folder <- commandArgs(TRUE)[1]
number <- function(x) sprintf("%.17g", x)

# Wald's covariances, and the same from the residuals and leverages of the model without changes.
own <- list(
  hc0 = function(m) vcovHC(m, type = "HC0"), hc1 = function(m) vcovHC(m, type = "HC1"),
  hc2 = function(m) vcovHC(m, type = "HC2"), hc3 = function(m) vcovHC(m, type = "HC3"),
  hc4 = function(m) vcovHC(m, type = "HC4"),
  nw4 = function(m) NeweyWest(m, lag = 4, prewhite = FALSE, adjust = FALSE),
  nwauto = function(m) NeweyWest(m, prewhite = FALSE, adjust = FALSE),
  qs = function(m) kernHAC(m, prewhite = 1, adjust = FALSE, approx = "AR(1)"))
under <- function(m0, m1) {
  m1$residuals <- residuals(m0)
  h <- hatvalues(m0); n <- nobs(m0); k <- length(coef(m0))
  hc <- function(power) vcovHC(m1, omega = function(residuals, diaghat, df) residuals^2 / (1 - h)^power)
  list(hc0 = hc(0), hc1 = hc(0) * n / (n - k), hc2 = hc(1), hc3 = hc(2), hc4 = hc(pmin(4, n * h / k)),
       nw4 = own$nw4(m1), nwauto = own$nwauto(m1), qs = own$qs(m1))
}

study <- function(name, response, regressors, before, some) {
  frame <- read.csv(file.path(folder, paste0(name, ".csv")))
  out <- file(file.path(folder, paste0(name, ".txt")), "w")
  say <- function(key, value) cat(key, number(value), "\n", file = out)
  n <- nrow(frame)
  base <- if (length(regressors)) regressors else character(0)
  columns <- function(b, terms, tag) {
    made <- lapply(terms, function(term) (if (term == "1") rep(1, n) else frame[[term]]) * (seq_len(n) > b))
    setNames(made, paste0("post", tag, "_", ifelse(terms == "1", "const", terms)))
  }
  tests <- function(key, edges, terms, each) {
    added <- do.call(c, lapply(seq_along(edges), function(i) columns(edges[i], terms, i)))
    all <- cbind(frame, as.data.frame(added))
    rhs <- if (length(base)) paste(base, collapse = " + ") else "1"
    m0 <- lm(as.formula(paste(response, "~", rhs)), data = all)
    m1 <- lm(as.formula(paste(response, "~", rhs, "+", paste(names(added), collapse = " + "))), data = all)
    nested <- anova(m0, m1)
    say(paste0(key, ".classical.F"), nested$F[2]); say(paste0(key, ".classical.F_p"), nested$`Pr(>F)`[2])
    rss <- c(deviance(m0), deviance(m1)); q <- length(added)
    say(paste0(key, ".classical.chi2-wald"), q * nested$F[2])
    say(paste0(key, ".classical.chi2-ml"), n * (rss[1] - rss[2]) / rss[2])
    say(paste0(key, ".classical.lr"), as.numeric(2 * (logLik(m1) - logLik(m0))))
    say(paste0(key, ".classical.lm"), n * (rss[1] - rss[2]) / rss[1])
    say(paste0(key, ".classical.lm_p"), pchisq(n * (rss[1] - rss[2]) / rss[1], q, lower.tail = FALSE))
    null <- under(m0, m1)
    for (form in names(own)) {
      h <- linearHypothesis(m1, names(added), vcov. = own[[form]](m1), test = "F")
      say(paste0(key, ".", form, ".F"), h$F[2]); say(paste0(key, ".", form, ".F_p"), h$`Pr(>F)`[2])
      l <- linearHypothesis(m1, names(added), vcov. = null[[form]], test = "Chisq")
      say(paste0(key, ".", form, ".lm"), l$Chisq[2]); say(paste0(key, ".", form, ".lm_p"), l$`Pr(>Chisq)`[2])
    }
    if (each) for (i in seq_along(edges)) {
      h <- linearHypothesis(m1, names(columns(edges[i], terms, i)), vcov. = own$hc1(m1), test = "F")
      say(paste0(key, ".hc1.date", i, ".F"), h$F[2]); say(paste0(key, ".hc1.date", i, ".F_p"), h$`Pr(>F)`[2])
    }
    # n less the residual sum of squares of 1 on what the others leave of the added columns, times the residuals.
    left <- sapply(added, function(z) residuals(lm(as.formula(paste("z ~", rhs)), data = cbind(all, z = z)))) * residuals(m0)
    say(paste0(key, ".hc0.lm_by_regression"), n - sum(residuals(lm(rep(1, n) ~ 0 + left))^2))
  }
  tests("all", before, c("1", base), TRUE)
  tests("one", before[1], c("1", base), FALSE)
  tests("some", before, some, TRUE)
  # Coefficients and errors of the regimes from dummies of regimes.
  regime <- factor(findInterval(seq_len(n), before + 1) + 1)
  x <- do.call(cbind, lapply(levels(regime), function(r) sapply(c("1", base), function(term)
    (if (term == "1") rep(1, n) else frame[[term]]) * (regime == r))))
  m <- lm(frame[[response]] ~ 0 + x)
  errors <- sqrt(diag(vcovHC(m, type = "HC1")))
  for (i in seq_along(coef(m))) { say(paste0("regimes.", i, ".estimate"), coef(m)[i]); say(paste0("regimes.", i, ".hc1_se"), errors[i]) }
  # LM at every date, and Hansen's approximation by way of an object of strucchange's.
  rhs <- if (length(base)) paste(base, collapse = " + ") else "1"
  fs <- Fstats(as.formula(paste(response, "~", rhs)), data = frame, from = 0.15)
  first <- n - length(fs$Fstats) - floor(0.15 * n) + 1
  for (form in c("hc0", "hc3", "nw4")) {
    values <- sapply(seq_along(fs$Fstats), function(i) {
      added <- columns(first + i - 1, c("1", base), "")
      all <- cbind(frame, as.data.frame(added))
      m0 <- lm(as.formula(paste(response, "~", rhs)), data = all)
      m1 <- lm(as.formula(paste(response, "~", rhs, "+", paste(names(added), collapse = " + "))), data = all)
      linearHypothesis(m1, names(added), vcov. = under(m0, m1)[[form]], test = "Chisq")$Chisq[2]
    })
    say(paste0("suplm.", form, ".first_rows_before"), first)
    for (i in unique(round(seq(1, length(values), length.out = 5)))) say(paste0("suplm.", form, ".at.", i), values[i])
    fs$Fstats <- ts(values)
    for (type in c("supF", "aveF", "expF")) {
      test <- sctest(fs, type = type)
      say(paste0("suplm.", form, ".", type, ".stat"), test$statistic)
      say(paste0("suplm.", form, ".", type, ".p_hansen"), test$p.value)
    }
  }
  close(out)
}

study("breaks_known_seatbelts", "y", c("ylag1", "ylag12"), c(46, 152), c("1", "ylag12"))
study("breaks_known_germanm1", "dm", c("dy2", "dR", "dp"), c(50, 90), c("dR"))
study("breaks_known_realint", "RealInt", character(0), c(47, 79), c("1"))
