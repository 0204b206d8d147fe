# Data of strucchange's examples and what strucchange and sandwich say of them.
# Rscript witness.R FOLDER: writes FOLDER/NAME.csv (the data) and FOLDER/NAME.txt (quantity, value).
suppressMessages({library(strucchange); library(sandwich)})
folder <- commandArgs(TRUE)[1]
number <- function(x) sprintf("%.17g", x)

study <- function(name, formula, frame, dates, trims = c(0.15, 0.1), most = 5) {
  write.csv(cbind(date = dates, as.data.frame(lapply(frame, number))), file.path(folder, paste0(name, ".csv")),
            row.names = FALSE, quote = FALSE)
  out <- file(file.path(folder, paste0(name, ".txt")), "w")
  say <- function(key, value) cat(key, number(value), "\n", file = out)
  n <- nrow(frame)
  for (trim in trims) {
    fs <- Fstats(formula, data = frame, from = trim)
    at <- function(word) paste0("Fstats.from", trim, ".", word)
    say(at("argmax_obs"), fs$breakpoint)
    say(at("n_points"), length(fs$Fstats))
    for (i in unique(round(seq(1, length(fs$Fstats), length.out = 5)))) say(at(paste0("Fseq.", i)), fs$Fstats[i])
    for (type in c("supF", "aveF", "expF")) {
      test <- sctest(fs, type = type)
      say(at(paste0(type, ".stat")), test$statistic)
      say(at(paste0(type, ".p_hansen")), test$p.value)
    }
    bp <- breakpoints(formula, data = frame, h = trim)
    most_here <- min(most, floor(n / bp$nreg), floor(1 / trim) - 1)
    key <- function(word) paste0("breakpoints.h", trim, ".", word)
    say(key("h_obs"), floor(n * trim))
    for (m in 0:most_here) {
      one <- breakpoints(bp, breaks = m)
      say(key(paste0("m", m, ".rss")), one$RSS)
      say(key(paste0("m", m, ".bic")), BIC(one))
      say(key(paste0("m", m, ".aic")), AIC(one))
      for (j in seq_len(m)) say(key(paste0("m", m, ".last_obs_of_regime", j)), one$breakpoints[j])
    }
    m <- max(1, min(2, most_here))
    hc0 <- function(x, ...) vcovHC(x, type = "HC0", ...)
    nw3 <- function(x, ...) NeweyWest(x, lag = 3, prewhite = FALSE, ...)
    say(key("confint.m"), m)
    forms <- list(default = list(), same_errors = list(het.err = FALSE), same_regressors = list(het.reg = FALSE),
                  hc0 = list(vcov. = hc0), nw3 = list(vcov. = nw3))
    for (form in names(forms)) {
      ci <- do.call(confint, c(list(bp, breaks = m), forms[[form]]))$confint
      for (j in seq_len(m)) {
        say(key(paste0("confint95.", form, ".break", j, ".lower")), ci[j, 1])
        say(key(paste0("confint95.", form, ".break", j, ".upper")), ci[j, 3])
      }
    }
  }
  # The whole sequence under robust covariances.
  for (form in c("hc0", "hc1", "hc3", "nw3")) {
    vcov <- switch(form, hc0 = function(x, ...) vcovHC(x, type = "HC0", ...), hc1 = function(x, ...) vcovHC(x, type = "HC1", ...),
                   hc3 = function(x, ...) vcovHC(x, type = "HC3", ...),
                   nw3 = function(x, ...) NeweyWest(x, lag = 3, prewhite = FALSE, adjust = FALSE, ...))
    fs <- Fstats(formula, data = frame, from = 0.15, vcov. = vcov)
    at <- function(word) paste0("robust.", form, ".from0.15.", word)
    say(at("argmax_obs"), fs$breakpoint)
    for (i in unique(round(seq(1, length(fs$Fstats), length.out = 5)))) say(at(paste0("Wald.", i)), fs$Fstats[i])
    for (type in c("supF", "aveF", "expF")) {
      test <- sctest(fs, type = type)
      say(at(paste0(type, ".stat")), test$statistic)
      say(at(paste0(type, ".p_hansen")), test$p.value)
    }
  }
  close(out)
}

month <- function(x) sprintf("%d-%02d", floor(time(x) + 1e-9), round(12 * (time(x) %% 1)) + 1)
quarter <- function(x) sprintf("%d-Q%d", floor(time(x) + 1e-9), round(4 * (time(x) %% 1)) + 1)

# Road casualties: the log of drivers killed or seriously injured on its lags of a month and a year.
seatbelt <- log10(UKDriverDeaths)
seatbelt <- cbind(seatbelt, lag(seatbelt, -1), lag(seatbelt, -12))
colnames(seatbelt) <- c("y", "ylag1", "ylag12")
seatbelt <- window(seatbelt, start = c(1970, 1), end = c(1984, 12))
study("breaks_seatbelts", y ~ ylag1 + ylag12, as.data.frame(seatbelt), month(seatbelt))

# US consumption: changes of expenditure on the disequilibrium and changes of income.
data("USIncExp")
usincexp <- window(USIncExp, start = c(1985, 12))
residuals <- residuals(lm(expenditure ~ income, data = usincexp))
residuals <- lag(ts(residuals, start = c(1985, 12), frequency = 12), k = -1)
us <- cbind(usincexp, diff(usincexp), residuals)
us <- window(us, start = c(1986, 1), end = c(2001, 2))
colnames(us) <- c("income", "expenditure", "diff_income", "diff_expenditure", "coint_res")
us <- us[, c("diff_expenditure", "coint_res", "diff_income")]
study("breaks_usincexp", diff_expenditure ~ coint_res + diff_income, as.data.frame(us), month(us))

# German demand for money: changes of real M1 on Luetkepohl, Terasvirta and Wolters' error correction.
data("GermanM1")
coint <- residuals(lm(m1 ~ y1 + R1, data = historyM1))
german <- data.frame(dm = historyM1$dm, dy2 = historyM1$dy2, dR = historyM1$dR, dR1 = historyM1$dR1, dp = historyM1$dp,
                     ecm = coint)
start <- ts(german$dm, start = c(1961, 1), frequency = 4)
study("breaks_germanm1", dm ~ dy2 + dR + dR1 + dp + ecm, german, quarter(start))

# US labour productivity: growth on its lag, and Boston's homicides, a mean, and the UK's inflation on its lag.
data("durab")
study("breaks_durab", y ~ lag, as.data.frame(durab), month(durab))
data("BostonHomicide")
study("breaks_boston", homicides ~ 1, data.frame(homicides = as.numeric(BostonHomicide$homicides)),
      month(BostonHomicide$homicides))
data("PhillipsCurve")
uk <- window(PhillipsCurve, start = 1948)
study("breaks_phillips", dp ~ dp1, data.frame(dp = as.numeric(uk[, "dp"]), dp1 = as.numeric(uk[, "dp1"])),
      sprintf("%d", time(uk)))

# Illegitimate births in Grossarl, 1700 to 1899, and the daily log returns of one stock around September 11, 2001, trading days counted
# as years from 1901 on.
data("Grossarl")
study("breaks_grossarl", fraction ~ 1, data.frame(fraction = as.numeric(Grossarl$fraction)), sprintf("%d", Grossarl$year))
data("SP2001")
returns <- diff(log(as.numeric(SP2001[, "JPM"])))
study("breaks_sp2001", returns ~ 1, data.frame(returns = returns), sprintf("%d", 1900 + seq_along(returns)))
