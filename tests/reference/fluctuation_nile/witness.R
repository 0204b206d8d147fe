# What strucchange says of sums of residuals, as lines "case quantity value". Rscript witness.R FOLDER
suppressMessages(library(strucchange))
folder <- commandArgs(TRUE)[1]
out <- file(file.path(folder, "strucchange.txt"), "w")
cases <- list(
  nile = list("breaks_nile", Nile ~ 1), realint = list("breaks_realint", RealInt ~ 1),
  germanm1 = list("breaks_germanm1", dm ~ dy2 + dR + dR1 + dp + ecm),
  phillips = list("breaks_phillips", dp ~ dp1), durab = list("breaks_durab", y ~ lag),
  djia = list("quandt_djia", growth ~ 1))
for (name in names(cases)) {
  data <- read.csv(file.path(folder, cases[[name]][[1]], "data.csv"))
  say <- function(key, value) writeLines(sprintf("%s %s %.17g", name, key, value), out)
  for (type in c("OLS-CUSUM", "Rec-CUSUM", "OLS-MOSUM", "Rec-MOSUM")) {
    for (h in if (grepl("MOSUM", type)) c(0.15, 0.32) else 0.15) {
      process <- efp(cases[[name]][[2]], data = data, type = type, h = h)
      test <- sctest(process)
      key <- if (grepl("MOSUM", type)) sprintf("%s.h%g", type, h) else type
      values <- as.numeric(process$process)
      say(paste0(key, ".statistic"), test$statistic)
      say(paste0(key, ".p"), test$p.value)
      say(paste0(key, ".points"), length(values))
      for (at in unique(round(seq(2, length(values) - 1, length.out = 9)))) say(sprintf("%s.process.%d", key, at), values[at])
      for (level in if (grepl("MOSUM", type)) 0.05 else c(0.01, 0.05, 0.1)) say(sprintf("%s.boundary_end.%g", key, level), tail(as.numeric(boundary(process, alpha = level)), 1))
    }
  }
}
# The scores, each column of the regressors scaled so that its score is as long as that of the variance.
for (name in names(cases)) {
  data <- read.csv(file.path(folder, cases[[name]][[1]], "data.csv"))
  formula <- cases[[name]][[2]]
  x <- model.matrix(formula, data)
  y <- model.response(model.frame(formula, data))
  e <- lm.fit(x, y)$residuals
  x <- sweep(x, 2, sqrt(sum((e^2 - mean(e^2))^2) / colSums((x * e)^2)), "*")
  process <- efp(y ~ 0 + x, type = "Score-CUSUM")
  values <- apply(as.matrix(process$process), 1, function(row) row[which.max(abs(row))])
  test <- sctest(process)
  say <- function(key, value) writeLines(sprintf("%s Score-CUSUM.%s %.17g", name, key, value), out)
  say("statistic", test$statistic)
  say("p", test$p.value)
  say("points", length(values))
  for (at in unique(round(seq(2, length(values) - 1, length.out = 9)))) say(sprintf("process.%d", at), values[at])
  for (level in c(0.01, 0.05, 0.1)) say(sprintf("boundary_end.%g", level), tail(as.matrix(boundary(process, alpha = level))[, 1], 1))
}
close(out)
