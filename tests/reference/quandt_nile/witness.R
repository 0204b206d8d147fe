# Quandt's likelihood ratio by lm on both sides of every date, and the help page of strucchange's DJIA, as lines "case quantity value".
# Rscript witness.R FOLDER
suppressMessages(library(strucchange))
folder <- commandArgs(TRUE)[1]
out <- file(file.path(folder, "lm.txt"), "w")
data(DJIA)
growth <- 100 * diff(log(DJIA))
write.csv(data.frame(date = as.character(time(growth)), close = format(as.numeric(DJIA)[-1], digits = 15, trim = TRUE),
                     growth = sprintf("%.17g", as.numeric(growth))),
          file.path(folder, "quandt_djia", "data.csv"), row.names = FALSE, quote = FALSE)
cases <- list(
  nile = list("breaks_nile", Nile ~ 1), realint = list("breaks_realint", RealInt ~ 1),
  phillips = list("breaks_phillips", dp ~ dp1),
  usincexp = list("breaks_usincexp", diff_expenditure ~ coint_res + diff_income),
  djia = list("quandt_djia", growth ~ 1))
set.seed(20)
for (name in names(cases)) {
  data <- read.csv(file.path(folder, cases[[name]][[1]], "data.csv"))
  formula <- cases[[name]][[2]]
  say <- function(key, value) writeLines(sprintf("%s %s %.17g", name, key, value), out)
  x <- model.matrix(formula, data)
  y <- model.response(model.frame(formula, data))
  n <- nrow(x)
  k <- ncol(x)
  rss <- function(rows, y) sum(lm.fit(x[rows, , drop = FALSE], y[rows])$residuals^2)
  path <- function(dates, y) sapply(dates, function(b) {
    b / 2 * log(rss(1:b, y) / b) + (n - b) / 2 * log(rss((b + 1):n, y) / (n - b)) - n / 2 * log(rss(1:n, y) / n)
  })
  for (trim in c(0.15, 0.001)) {
    shortest <- max(floor(trim * n + 1e-9), k + 1)
    dates <- shortest:(n - shortest)
    lambda <- path(dates, y)
    key <- sprintf("t%g", trim)
    say(paste0(key, ".dates"), length(dates))
    say(paste0(key, ".lowest"), min(lambda))
    say(paste0(key, ".before"), dates[which.min(lambda)])
    for (at in unique(round(seq(1, length(dates), length.out = 9)))) say(sprintf("%s.lambda.%d", key, dates[at]), lambda[at])
    b <- dates[which.min(lambda)]
    say(paste0(key, ".deviation.before"), sqrt(rss(1:b, y) / b))
    say(paste0(key, ".deviation.after"), sqrt(rss((b + 1):n, y) / (n - b)))
  }
  # The law of the lowest, trim 0.15: 1000 normal responses of its own random numbers.
  shortest <- max(floor(0.15 * n + 1e-9), k + 1)
  dates <- shortest:(n - shortest)
  lows <- replicate(1000, min(path(dates, rnorm(n))))
  say("simulated.p", mean(c(lows, -Inf) <= min(path(dates, y))))
  for (level in c(0.1, 0.05)) say(sprintf("simulated.critical.%g", level), -2 * quantile(lows, level))
  if (name == "djia") {
    # The help page: squared growth rates have one break.
    found <- breakpoints(I(growth^2) ~ 1, data = data)
    say("squares.breaks", length(breakpoints(found)$breakpoints))
    say("squares.before", breakpoints(found)$breakpoints)
    say("squares.rss", sum(residuals(found)^2))
    level <- confint(found)$confint
    say("squares.lower", level[1, 1])
    say("squares.upper", level[1, 3])
    # The score test of mean and variance, each score of one length; and as the page has it, without the long-run covariance.
    normlm <- function(formula, data = list()) {
      fit <- lm(formula, data = data)
      class(fit) <- c("normlm", "lm")
      fit
    }
    scaled <- function(fit) {
      e <- residuals(fit)
      z <- cbind("(Intercept)" = e, "(Variance)" = e^2 - mean(e^2))
      sweep(z, 2, sqrt(colSums(z^2)), "/")
    }
    test <- sctest(gefp(growth ~ 1, fit = normlm, scores = scaled, data = data), functional = maxBB)
    say("gefp.statistic", test$statistic)
    process <- gefp(growth ~ 1, fit = normlm, scores = scaled, data = data)$process
    walk <- apply(abs(as.matrix(process)), 1, max)
    say("gefp.farthest", which.max(walk) - 1)
  }
}
close(out)
