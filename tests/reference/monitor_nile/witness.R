# What strucchange says of monitoring, as lines "case quantity value". Rscript witness.R FOLDER
suppressMessages(library(strucchange))
folder <- commandArgs(TRUE)[1]
out <- file(file.path(folder, "strucchange.txt"), "w")
# The package's own example of monitoring: German money demand before and after unification, with its error correction term.
data(GermanM1)
dir.create(file.path(folder, "monitor_germanm1"), showWarnings = FALSE)
quarter <- paste0(1961 + (seq_len(140) - 1) %/% 4, "-Q", (seq_len(140) - 1) %% 4 + 1)
german <- data.frame(date = quarter, GermanM1[, c("dm", "dy2", "dR", "dR1", "dp")], ecm = GermanM1$ecm.res,
                     sapply(c(seasonQ2 = "Q2", seasonQ3 = "Q3", seasonQ4 = "Q4"), function(q) as.numeric(GermanM1$season == q)))
write.csv(format(german, digits = 17, trim = TRUE), file.path(folder, "monitor_germanm1", "data.csv"), row.names = FALSE, quote = FALSE)
# data set, formula, rows of history, period
cases <- list(
  nile = list("breaks_nile", Nile ~ 1, 25, 4), realint = list("breaks_realint", RealInt ~ 1, 40, 4),
  germanm1 = list("monitor_germanm1", dm ~ dy2 + dR + dR1 + dp + ecm + seasonQ2 + seasonQ3 + seasonQ4, 118, 2),
  durab = list("breaks_durab", y ~ lag, 394, 2),
  usincexp = list("breaks_usincexp", diff_expenditure ~ coint_res + diff_income, 48, 10))
for (name in names(cases)) {
  data <- read.csv(file.path(folder, cases[[name]][[1]], "data.csv"))
  x <- model.matrix(cases[[name]][[2]], data)
  y <- model.response(model.frame(cases[[name]][[2]], data))
  n <- cases[[name]][[3]]
  period <- cases[[name]][[4]]
  # Columns of length one over the history.
  x <- sweep(x, 2, sqrt(colSums(x[1:n, , drop = FALSE]^2)), "/")
  colnames(x) <- paste0("c", seq_len(ncol(x)))
  # "RE" divides by the standard deviation twice: it is one here.
  fit <- lm.fit(x[1:n, , drop = FALSE], y[1:n])
  y <- y / sqrt(sum(fit$residuals^2) / fit$df.residual)
  all <- data.frame(y = y, x)
  formula <- as.formula(paste("y ~ 0 +", paste(colnames(x), collapse = " + ")))
  say <- function(key, value) writeLines(sprintf("%s %s %.17g", name, key, value), out)
  watch <- function(key, ...) {
    history <- all[1:n, , drop = FALSE]
    plan <- mefp(formula, data = history, ...)
    plan$data <- NULL
    seen <- monitor(plan, data = all, verbose = FALSE)
    rows <- (n + 1):nrow(all)
    border <- seen$border(rows)
    process <- as.matrix(seen$process)
    farthest <- apply(process, 1, function(row) row[which.max(abs(row))])
    say(paste0(key, ".critical"), seen$critval)
    say(paste0(key, ".detected"), if (is.na(seen$breakpoint)) 0 else seen$breakpoint)
    for (at in unique(round(seq(1, length(rows), length.out = 9)))) {
      say(sprintf("%s.process.%d", key, rows[at]), farthest[at])
      say(sprintf("%s.boundary.%d", key, rows[at]), border[at])
    }
  }
  for (alpha in c(0.05, 0.02)) {
    watch(sprintf("OLS-CUSUM.a%g", alpha), type = "OLS-CUSUM", alpha = alpha)
    watch(sprintf("RE.a%g", alpha), type = "RE", alpha = alpha)
  }
  for (h in c(0.25, 0.5, 1)) {
    watch(sprintf("OLS-MOSUM.h%g", h), type = "OLS-MOSUM", h = h, period = period)
    if (floor(h * n) > ncol(x)) watch(sprintf("ME.h%g", h), type = "ME", h = h, period = period)
  }
}
close(out)
