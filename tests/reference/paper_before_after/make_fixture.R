# Writes r.csv: key,value. Run in this folder: Rscript make_fixture.R
suppressMessages({library(strucchange); library(sandwich)})
paper <- read.csv("../../../data/paper_trade_annual.csv")
long <- read.csv("../../../data/china_reported_annual.csv")
half <- read.csv("../../../data/halfyear_trade.csv")
half <- half[half$period >= "2003H1" & half$period <= "2013H2", ]
south <- paper$interkorean_trade
samples <- list(
  printed = list(x = paper$nk_exports_to_china, m = paper$nk_imports_from_china, t = paper$period, s = south),
  corrected = list(x = paper$nk_exports_to_china_2009_corrected, m = paper$nk_imports_from_china_2009_corrected, t = paper$period, s = south),
  long = list(x = long$nk_exports_to_china, m = long$nk_imports_from_china, t = long$period, s = NULL),
  "long-to-2015" = with(long[long$period <= 2015, ], list(x = nk_exports_to_china, m = nk_imports_from_china, t = period, s = NULL)),
  "half-years" = list(x = half$nk_exports_to_china, m = half$nk_imports_from_china, t = half$period, s = NULL))
out <- c(); put <- function(k, v) out[k] <<- v
for (id in names(samples)) for (form in c("levels", "logs", "log-changes")) {
  d <- samples[[id]]
  f <- switch(form, levels = identity, logs = log, "log-changes" = function(z) diff(log(z)))
  x <- f(d$x); m <- f(d$m); t <- d$t; s <- if (is.null(d$s)) NULL else f(d$s)
  changes <- form == "log-changes"; if (changes) t <- t[-1]
  n <- length(m); key <- paste(id, form, sep = ".")
  trim <- if (n >= 30) 0.15 else 0.25
  h <- max(floor(trim * n + 1e-9), 3)
  fs <- Fstats(m ~ x, from = h, to = n - h)
  F <- as.numeric(fs$Fstats) / 2; at <- h:(n - h)
  put(paste0(key, ".sup.f"), max(F)); put(paste0(key, ".sup.before"), at[which.max(F)])
  if (max(F) < 30) put(paste0(key, ".sup.hansen_p"), sctest(fs, type = "supF")$p.value)
  dates <- if (id == "half-years") "2010H2" else c("2010", "2011", if (id == "long") "2014")
  for (date in dates) {
    b <- sum(as.character(t) < date)
    if (b %in% at) {
      own <- F[at == b]; others <- F[at != b]
      put(paste0(key, ".rank.", date, ".f"), own)
      put(paste0(key, ".rank.", date, ".others"), length(others))
      put(paste0(key, ".rank.", date, ".as_large"), sum(others >= own))
    }
  }
  if (n >= 30) {
    bp <- breakpoints(m ~ x, h = h, breaks = 3)
    best <- unname(which.min(summary(bp)$RSS["BIC", ])) - 1
    put(paste0(key, ".breaks.bic"), best)
    if (best > 0) for (j in 1:best) put(paste0(key, ".breaks.", j, ".before"), breakpoints(bp, breaks = best)$breakpoints[j])
    lags <- max(floor(4 * (n / 100)^(2 / 9)), 1)
    w <- sapply(at, function(b) {
      p <- as.numeric(seq_len(n) > b); fit <- lm(m ~ x + p + I(x * p))
      V <- NeweyWest(fit, lag = lags, prewhite = FALSE, adjust = FALSE)[3:4, 3:4]; c <- coef(fit)[3:4]
      as.numeric(t(c) %*% solve(V, c)) })
    put(paste0(key, ".hac.w"), max(w) / 2); put(paste0(key, ".hac.before"), at[which.max(w)])
  }
  post <- function(year) as.numeric(as.character(t) >= year); pulse <- function(year) as.numeric(as.character(t) == year)
  p0 <- post(if (id == "half-years") "2010H2" else "2010")
  rivals <- list()
  if (id != "half-years") {
    rivals$oil <- cbind(if (changes) pulse("2014") else post("2014"))
    if (id == "long") {
      rivals$end <- if (changes) cbind(post("2014"), x * post("2014")) else cbind(x * post("2014"))
      rivals$un <- cbind(post("2017"), x * post("2017"))
    }
    rivals$y09 <- if (changes) cbind(pulse("2009"), pulse("2010")) else cbind(pulse("2009"))
    if (!is.null(s)) rivals$south <- cbind(s)
  } else rivals$coal <- if (changes) cbind(pulse("2009H2"), pulse("2010H1")) else cbind(pulse("2009H2"))
  if (!changes) rivals$trend <- cbind(seq_len(n))
  K <- length(rivals); X1 <- cbind(1, x, p0, x * p0)
  for (bits in 0:(2^K - 1)) {
    chosen <- bitwAnd(bits, 2^(seq_len(K) - 1)) > 0
    X <- do.call(cbind, c(list(X1), rivals[chosen]))
    fit <- lm(m ~ X - 1); s2 <- summary(fit)$coefficients
    put(paste0(key, ".rivals.", bits, ".estimate"), unname(coef(fit)[4]))
    put(paste0(key, ".rivals.", bits, ".se"), unname(s2[4, 2])); put(paste0(key, ".rivals.", bits, ".p"), unname(s2[4, 4]))
    if (bits == 2^K - 1) {
      a <- 4
      for (k in seq_len(K)) { i <- a + seq_len(ncol(rivals[[k]])); a <- max(i)
        put(paste0(key, ".takes.", k - 1), unname(coef(lm(X[, i, drop = FALSE] %*% coef(fit)[i] ~ X1 - 1))[4])) }
    }
  }
}
write.csv(data.frame(key = names(out), value = sprintf("%.17g", out)), "r.csv", row.names = FALSE, quote = FALSE)
