# What strucchange says of recursive and moving estimates, sums of scores in a window, and OLS-CUSUM with a long-run variance, as lines
# "case quantity value". Rscript witness.R FOLDER
suppressMessages(library(strucchange))
folder <- commandArgs(TRUE)[1]
out <- file(file.path(folder, "strucchange.txt"), "w")
cases <- list(
  nile = list("breaks_nile", Nile ~ 1), phillips = list("breaks_phillips", dp ~ dp1),
  germanm1 = list("breaks_germanm1", dm ~ dy2 + dR + dR1 + dp + ecm), durab = list("breaks_durab", y ~ lag))
farthest <- function(process) apply(as.matrix(process$process), 1, function(row) row[which.max(abs(row))])
for (name in names(cases)) {
  data <- read.csv(file.path(folder, cases[[name]][[1]], "data.csv"))
  formula <- cases[[name]][[2]]
  say <- function(key, value) writeLines(sprintf("%s %s %.17g", name, key, value), out)
  x <- model.matrix(formula, data)
  y <- model.response(model.frame(formula, data))
  # The symmetric root depends on units: each column has length one over all rows.
  scaled <- sweep(x, 2, sqrt(colSums(x^2)), "/")
  e <- lm.fit(x, y)$residuals
  # For the scores each column such that its score is as long as that of the variance.
  scores <- sweep(x, 2, sqrt(sum((e^2 - mean(e^2))^2) / colSums((x * e)^2)), "*")
  tell <- function(key, process, ranges = TRUE) {
    test <- sctest(process)
    values <- farthest(process)
    say(paste0(key, ".statistic"), test$statistic)
    say(paste0(key, ".p"), test$p.value)
    say(paste0(key, ".points"), length(values))
    for (at in unique(round(seq(2, length(values) - 1, length.out = 9)))) say(sprintf("%s.process.%d", key, at), values[at])
    say(paste0(key, ".critical.0.05"), tail(as.numeric(as.matrix(boundary(process, alpha = 0.05))), 1))
    if (ranges) {
      test <- sctest(process, functional = "range")
      say(paste0(key, ".range"), test$statistic)
      say(paste0(key, ".range.p"), test$p.value)
    }
  }
  tell("RE", efp(y ~ 0 + scaled, type = "RE"))
  for (h in c(0.15, 0.32, 0.5)) {
    tell(sprintf("ME.h%g", h), efp(y ~ 0 + scaled, type = "ME", h = h))
    tell(sprintf("Score-MOSUM.h%g", h), efp(y ~ 0 + scores, type = "Score-MOSUM", h = h), FALSE)
  }
  for (kind in c("Andrews", "Newey-West")) {
    process <- efp(formula, data = data, type = "OLS-CUSUM", lrvar = kind)
    say(sprintf("OLS-CUSUM.%s.statistic", kind), sctest(process)$statistic)
    say(sprintf("OLS-CUSUM.%s.p", kind), sctest(process)$p.value)
    say(sprintf("OLS-MOSUM.%s.statistic", kind), sctest(efp(formula, data = data, type = "OLS-MOSUM", h = 0.15, lrvar = kind))$statistic)
  }
  # Without prewhitening and small-sample factor, by sandwich alone: s is the root of n times the variance of the mean of e, n/(n - k).
  k <- ncol(x)
  n <- nrow(x)
  walk <- max(abs(cumsum(e)))
  for (lag in c(0, 4)) {
    variance <- n * drop(sandwich::NeweyWest(lm(e ~ 1), lag = lag, prewhite = FALSE, adjust = FALSE))
    say(sprintf("sandwich.nw%d.statistic", lag), walk / sqrt(variance * n / (n - k) * n))
  }
  if (k == 1) {
    # gefp scales by the root of the HAC sandwich, without n/(n - k).
    process <- gefp(formula, fit = lm, data = data, vcov = sandwich::kernHAC)
    say("gefp.kernHAC.statistic", max(abs(coredata(process$process))))
    raw <- sctest(efp(formula, data = data, type = "RE"))
    say("raw.RE.statistic", raw$statistic)
    raw <- sctest(efp(formula, data = data, type = "ME", h = 0.15))
    say("raw.ME.h0.15.statistic", raw$statistic)
  }
}
close(out)
