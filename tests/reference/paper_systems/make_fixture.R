# The first witness: R. Reads NAME/data.csv and prints "key <tab> value <tab> call" for every quantity.
# Called by make_fixture.py, which compares with statsmodels and writes NAME/case.json.
suppressPackageStartupMessages({library(car); library(urca)})

say <- function(key, value, call) cat(key, sprintf("%.17g", value), call, sep = "\t", fill = FALSE, "\n")
lags <- function(v, n, from = 1) embed(v, n + 1)[, -1, drop = FALSE][, from:n, drop = FALSE]
upper <- function(stat, q) pchisq(stat, q, lower.tail = FALSE)

# F, chi2 = qF, chi2 by RSS/T and LR of two nested lm().
nested <- function(key, full, restricted, q) {
  test <- anova(restricted, full); call <- "anova(lm restricted, lm full)"
  f <- test$F[2]; df <- full$df.residual; n <- nobs(full)
  say(paste0(key, "F"), f, call); say(paste0(key, "F_p"), test$`Pr(>F)`[2], call); say(paste0(key, "df_den"), df, call)
  ratio <- deviance(restricted) / deviance(full) - 1
  for (one in list(list("chi2-wald", q * f, "q F"), list("chi2-ml", n * ratio, "T (RSS0 - RSS1) / RSS1"), list("lr", n * log1p(ratio), "T log(RSS0 / RSS1)"))) {
    say(paste0(key, one[[1]]), one[[2]], paste(one[[3]], "of two lm()")); say(paste0(key, one[[1]], "_p"), upper(one[[2]], q), paste(one[[3]], "of two lm()"))
  }
}

three_series <- function(name, levels) {
  forms <- list(levels = levels, dlog = lapply(levels, diff), ty = levels)
  for (form in names(forms)) for (p in 1:2) {
    series <- forms[[form]]; d <- as.integer(form == "ty"); k <- p + d
    if (form != "levels" && p == 2) next
    own <- lapply(series, function(v) v[-seq_len(k)])
    all <- do.call(cbind, lapply(series, lags, k))
    tested <- lapply(series, lags, p)
    rest <- function(drop) {
      kept <- lapply(names(series), function(s) if (s %in% drop) { if (d > 0) lags(series[[s]], k, p + 1) else NULL } else lags(series[[s]], k))
      do.call(cbind, kept)
    }
    key <- sprintf("%s.%s.lag%d.", name, form, p)
    for (cause in names(series)) for (effect in setdiff(names(series), cause)) {
      y <- own[[effect]]; q <- p
      nested(sprintf("%s%s->%s.", key, cause, effect), lm(y ~ all), lm(y ~ rest(cause)), q)
    }
    y <- own$imports
    nested(paste0(key, "both->imports."), lm(y ~ all), lm(y ~ rest(c("exports", "southern"))), 2 * p)
    two <- cbind(own$exports, own$southern)
    full <- lm(two ~ all); restricted <- lm(two ~ rest("imports"))
    wilks <- anova(full, restricted, test = "Wilks"); call <- "anova(mlm full, mlm restricted, test = 'Wilks')"
    say(paste0(key, "imports->both.F"), wilks$`approx F`[2], call); say(paste0(key, "imports->both.F_p"), wilks$`Pr(>F)`[2], call)
    e <- crossprod(resid(full)); h <- crossprod(resid(restricted)) - e; n <- nrow(two); trace <- sum(diag(solve(e, h)))
    for (one in list(list("chi2-wald", full$df.residual * trace, "(T - k) tr E^-1 H"), list("chi2-ml", n * trace, "T tr E^-1 H"), list("lr", n * log(det(e + h) / det(e)), "T log(|E + H| / |E|)"))) {
      say(paste0(key, "imports->both.", one[[1]]), one[[2]], paste(one[[3]], "of two mlm")); say(paste0(key, "imports->both.", one[[1]], "_p"), upper(one[[2]], 2 * p), paste(one[[3]], "of two mlm"))
    }
    if (d > 0 || p > 1) next
    pairs <- list(c("exports", "imports"), c("exports", "southern"), c("imports", "southern"))
    for (pair in pairs) {
      a <- own[[pair[1]]]; b <- own[[pair[2]]]; here <- sprintf("%swithin.%s,%s.", key, pair[1], pair[2])
      test <- anova(lm(b ~ all), lm(b ~ all + a)); call <- "anova(lm(y ~ lags), lm(y ~ lags + x))"
      say(paste0(here, "F"), test$F[2], call); say(paste0(here, "F_p"), test$`Pr(>F)`[2], call)
      r2 <- cor(resid(lm(a ~ all)), resid(lm(b ~ all)))^2; n <- length(a)
      for (one in list(list("chi2-wald", n * r2 / (1 + r2), "T r^2 / (1 + r^2)"), list("lr", -n * log(1 - r2), "-T log(1 - r^2)"))) {
        say(paste0(here, one[[1]]), one[[2]], paste(one[[3]], "of lm residuals")); say(paste0(here, one[[1]], "_p"), upper(one[[2]], 1), paste(one[[3]], "of lm residuals"))
      }
    }
  }
}

# Breitung and Candelon: sum b_k cos(k w) = 0 and sum b_k sin(k w) = 0.
cycles <- function(name, x, m) for (form in c("dlog", "ty")) {
  d <- as.integer(form == "ty"); p <- 3
  series <- list(exports = if (d) x else diff(x), imports = if (d) m else diff(m))
  for (way in c("exports->imports", "imports->exports")) {
    cause <- series[[sub("->.*", "", way)]]; effect <- series[[sub(".*->", "", way)]]
    y <- effect[-seq_len(p + d)]; w <- lags(cause, p + d); colnames(w) <- paste0("w", seq_len(p + d)); own <- lags(effect, p + d)
    fit <- lm(y ~ w + own)
    for (cycle in c(Inf, 20, 10, 6, 4, 3, 2)) {
      omega <- 2 * pi / cycle
      r <- matrix(0, 2, length(coef(fit))); r[1, 1 + 1:p] <- cos(1:p * omega); r[2, 1 + 1:p] <- sin(1:p * omega)
      if (cycle %in% c(Inf, 2)) r <- r[1, , drop = FALSE]
      test <- linearHypothesis(fit, r, test = "F"); call <- "car::linearHypothesis(lm, cosines and sines)"
      key <- sprintf("%s.cycle.%s.%s.%s.", name, form, cycle, way)
      say(paste0(key, "F"), test$F[2], call); say(paste0(key, "F_p"), test$`Pr(>F)`[2], call); say(paste0(key, "df_den"), test$Res.Df[2], call)
    }
  }
}

correction <- function(name, x, m, K, season = NULL) {
  key <- sprintf("%s.vecm.K%d.", name, K)
  # ca.jo(season = 2) fails: its one dummy loses its dimension. The same dummy by dumvar.
  dummy <- if (is.null(season)) NULL else matrix(rep(c(0.5, -0.5), length.out = length(x)), ncol = 1, dimnames = list(NULL, "half"))
  jo <- ca.jo(cbind(m, x), type = "trace", ecdet = "none", K = K, spec = "transitory", dumvar = dummy)
  say(paste0(key, "trace_none"), jo@teststat[2], "urca::ca.jo"); say(paste0(key, "trace_one"), jo@teststat[1], "urca::ca.jo")
  fit <- cajorls(jo, r = 1)
  say(paste0(key, "slope"), -fit$beta[2, 1], "urca::cajorls(ca.jo, r = 1)$beta, imports first")
  for (i in 1:2) {
    row <- summary(fit$rlm)[[i]]$coefficients["ect1", ]; who <- c("imports", "exports")[i]
    say(paste0(key, "alpha.", who), row[1], "summary(cajorls$rlm)"); say(paste0(key, "alpha_se.", who), row[2], "summary(cajorls$rlm)")
    lr <- alrtest(jo, A = matrix(c(0, 0)[1:2] + (1:2 != i), 2, 1), r = 1)
    say(paste0(key, "lr-johansen.", who), lr@teststat, "urca::alrtest"); say(paste0(key, "lr-johansen_p.", who), lr@pval[1], "urca::alrtest")
  }
  n <- length(x); z <- cbind(m, x); gap <- (z %*% fit$beta)[K:(n - 1)]
  changes <- lapply(list(imports = m, exports = x), diff)
  short <- lapply(changes, lags, K - 1)
  half <- if (is.null(season)) NULL else as.numeric((K:(n - 1)) %% 2)
  for (effect in names(changes)) {
    cause <- setdiff(names(changes), effect); y <- changes[[effect]][-seq_len(K - 1)]
    design <- function(...) { columns <- cbind(half, ...); lm(y ~ columns) }
    full <- design(gap, short[[cause]], short[[effect]])
    here <- sprintf("%s%s->%s.", key, cause, effect)
    nested(paste0(here, "short."), full, design(gap, short[[effect]]), K - 1)
    nested(paste0(here, "long."), full, design(short[[cause]], short[[effect]]), 1)
    nested(paste0(here, "both."), full, design(short[[effect]]), K)
  }
}

# Equations by lm(), responses by recursion, Sigma by T - k.
shocks <- function(name, x, m, longest, seasonal) {
  aic <- sapply(1:longest, function(p) {
    rows <- seq_len(length(x) - longest) + longest - p
    fit <- system_of(diff_rows(x, m), p, seasonal, longest)
    e <- resid(fit); log(det(crossprod(e) / nrow(e))) + 2 * length(coef(fit)) / nrow(e)
  })
  p <- which.min(aic); say(paste0(name, ".var.lags"), p, "which.min of AIC of lm() on the rows that the longest leaves")
  z <- diff_rows(x, m)
  for (order in c("exports_first", "imports_first")) {
    w <- if (order == "exports_first") z else z[, 2:1]
    fit <- system_of(w, p, seasonal, p); e <- resid(fit); sigma <- crossprod(e) / fit$df.residual
    if (order == "exports_first") {
      call <- "crossprod(resid(lm)) / df.residual"
      say(paste0(name, ".var.correlation"), sigma[1, 2] / sqrt(sigma[1, 1] * sigma[2, 2]), call)
      for (i in 1:2) say(sprintf("%s.var.sd.%s", name, colnames(z)[i]), sqrt(sigma[i, i]), call)
    }
    a <- lapply(1:p, function(l) t(coef(fit)[1 + (l - 1) * 2 + 1:2, ]))
    phi <- list(diag(2))
    for (h in 1:6) phi[[h + 1]] <- Reduce(`+`, lapply(1:min(h, p), function(l) phi[[h + 1 - l]] %*% a[[l]]))
    kinds <- list(orthogonal = t(chol(sigma)))
    if (order == "exports_first") kinds$generalised <- sigma %*% diag(1 / sqrt(diag(sigma)))
    for (kind in names(kinds)) {
      total <- matrix(0, 2, 2)
      for (h in 0:6) {
        now <- phi[[h + 1]] %*% kinds[[kind]]; total <- total + now
        for (i in 1:2) {
          way <- sprintf("%s->%s", colnames(w)[i], colnames(w)[3 - i]); label <- if (kind == "generalised") kind else order
          call <- "lm() by equation, chol(Sigma), recursion"
          say(sprintf("%s.var.%s.%s.%d", name, label, way, h), now[3 - i, i], call)
          say(sprintf("%s.var.%s.%s.%d.sum", name, label, way, h), total[3 - i, i], call)
        }
      }
    }
  }
}
diff_rows <- function(x, m) cbind(exports = diff(x), imports = diff(m))
system_of <- function(z, p, seasonal, from) {
  n <- nrow(z); rows <- (from + 1):n
  past <- do.call(cbind, lapply(1:p, function(l) z[rows - l, ]))
  # Changes begin with a second half-year.
  second <- if (seasonal) as.numeric(rows %% 2 == 1) else NULL
  regressors <- cbind(past, second); y <- z[rows, ]
  lm(y ~ regressors)
}

case <- commandArgs(trailingOnly = TRUE)[1]
data <- read.csv(file.path(case, "data.csv"))
if (case == "paper_years") {
  for (name in c("printed", "corrected")) {
    suffix <- if (name == "printed") "" else "_2009_corrected"
    x <- log(data[[paste0("nk_exports_to_china", suffix)]]); m <- log(data[[paste0("nk_imports_from_china", suffix)]])
    three_series(name, list(exports = x, imports = m, southern = log(data$interkorean_trade)))
    correction(name, x, m, 2)
  }
} else {
  for (name in if (case == "china_reported") c("long", "long-to-2015") else "half-years") {
    kept <- if (name == "long-to-2015") data$period <= 2015 else TRUE
    x <- log(data$nk_exports_to_china[kept]); m <- log(data$nk_imports_from_china[kept]); half <- name == "half-years"
    if (!half) cycles(name, x, m)
    for (K in if (half) 2 else 2:3) correction(name, x, m, K, if (half) 2 else NULL)
    shocks(name, x, m, if (half) 2 else 4, half)
  }
}
