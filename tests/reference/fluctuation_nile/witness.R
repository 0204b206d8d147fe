# What strucchange says of sums of residuals, as lines "case quantity value". Rscript witness.R FOLDER
suppressMessages(library(strucchange))
folder <- commandArgs(TRUE)[1]
out <- file(file.path(folder, "strucchange.txt"), "w")
cases <- list(
  nile = list("breaks_nile", Nile ~ 1), realint = list("breaks_realint", RealInt ~ 1),
  germanm1 = list("breaks_germanm1", dm ~ dy2 + dR + dR1 + dp + ecm),
  phillips = list("breaks_phillips", dp ~ dp1), durab = list("breaks_durab", y ~ lag))
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
close(out)
