# R's side of the comparison: `Rscript r_side.R DIR`; see ours.rs for the data and for what is printed.
suppressPackageStartupMessages({library(lmtest); library(sandwich); library(urca)})

dir <- commandArgs(trailingOnly = TRUE)[1]
lags <- 4

columns <- function(name, k) {
  path <- file.path(dir, paste0(name, ".f64"))
  matrix(readBin(path, "double", file.size(path) / 8, size = 8, endian = "little"), ncol = k)
}

# The same batches as ours: about a millisecond each, for a second and five batches.
# Where R's convention gives another number, `same` is FALSE.
measure <- function(name, task, same = TRUE) {
  value <- task()
  start <- Sys.time(); task(); once <- as.numeric(Sys.time() - start, units = "secs")
  batch <- max(1, ceiling(1e-3 / once))
  start <- Sys.time(); seconds <- c()
  while (length(seconds) < 5 || as.numeric(Sys.time() - start, units = "secs") < 1) {
    batch_start <- Sys.time()
    for (i in seq_len(batch)) task()
    seconds <- c(seconds, as.numeric(Sys.time() - batch_start, units = "secs") / batch)
  }
  value <- if (same) sprintf("%.15e", value) else "-"
  cat(sprintf("%s\t%e\t%e\t%s\n", name, median(seconds), min(seconds), value))
}

series <- columns("series", 2)
x <- series[, 1]; y <- series[, 2]
measure("granger, one direction", function() grangertest(x, y, order = lags)$F[2])
measure("granger, both directions", function() {
  there <- grangertest(x, y, order = lags)
  grangertest(y, x, order = lags)
  there$F[2]
})

many <- columns("many", 20)
measure("granger, all pairs of 20 given the others, n = 300, 2 lags", function() {
  rows <- 3:300
  past <- cbind(many[rows - 1, ], many[rows - 2, ])
  statistic <- 0
  for (effect in 1:20) {
    full <- lm(many[rows, effect] ~ past)
    for (cause in setdiff(1:20, effect)) {
      without <- lm(many[rows, effect] ~ past[, -c(cause, 20 + cause)])
      f <- anova(without, full)$F[2]
      if (cause == 1 && effect == 2) statistic <- f
    }
  }
  statistic
})

small <- columns("small", 11)
y <- small[, 11]; x <- small[, 2:10]
measure("ols 10,000 x 10 with HC3", function() {
  fit <- lm(y ~ x)
  coeftest(fit, vcov. = vcovHC(fit, type = "HC3"))[2, 2]
})
measure("ols 10,000 x 10 with Newey-West, 4 lags", function() {
  fit <- lm(y ~ x)
  coeftest(fit, vcov. = NeweyWest(fit, lag = lags, prewhite = FALSE, adjust = FALSE))[2, 2]
})
large <- columns("large", 11)
y <- large[, 11]; x <- large[, 2:10]
measure("ols 1,000,000 x 10", function() summary(lm(y ~ x))$coefficients[2, 2])

# urca never tries 0 lags and keeps the rows of the longest.
for (n in c(200, 10000)) {
  walk <- columns(paste0("walk", n), 1)[, 1]
  longest <- ceiling(12 * (n / 100)^0.25)
  name <- paste0("adf, lags by AIC, n = ", format(n, big.mark = ","))
  measure(name, function() ur.df(walk, type = "trend", lags = longest, selectlags = "AIC")@teststat[1], same = FALSE)
}
# urca tries every date.
walk <- columns("walk500", 1)[, 1]
measure("zivot-andrews, both, 4 lags, n = 500", function() ur.za(walk, model = "both", lag = 4)@teststat, same = FALSE)
system <- columns("system", 4)
colnames(system) <- letters[1:4] # which ca.jo asks for
measure("johansen, 4 series, 2 lags, n = 200", function() {
  rev(ca.jo(system, type = "trace", ecdet = "none", K = 2)@teststat)[1]
})

# R's vars is not in every distribution: the regression inside it.
stationary <- columns("var", 4)
n <- nrow(stationary)
measure("var, 4 series, 4 lags, n = 300", function() {
  z <- do.call(cbind, lapply(seq_len(lags), function(lag) stationary[(lags + 1 - lag):(n - lag), ]))
  summary(lm(stationary[(lags + 1):n, ] ~ z))[[1]]$coefficients[2, 2]
})
months <- ts(columns("months480", 1)[, 1], frequency = 12)
measure("stl, seasonal window 7, n = 480", function() stl(months, s.window = 7)$time.series[1, "trend"])
