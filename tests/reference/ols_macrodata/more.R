suppressMessages({library(sandwich); library(lmtest); library(jsonlite)})
d <- read.csv("data.csv")
out <- list()
m <- lm(realcons ~ 0 + realdpi + tbilrate + infl, d); s <- summary(m)
for(t in names(coef(m))) { out[[paste0("noint.coef.",t)]] <- coef(m)[[t]]; out[[paste0("noint.se.",t)]] <- s$coefficients[t,2] }
out$noint.r2 <- s$r.squared; out$noint.r2_adj <- s$adj.r.squared; out$noint.F <- s$fstatistic[[1]]; out$noint.loglik <- as.numeric(logLik(m)); out$noint.rsd <- s$sigma
v <- NeweyWest(m, lag=4, prewhite=FALSE, adjust=FALSE); for(t in names(coef(m))) out[[paste0("noint.se.NW_L4.",t)]] <- sqrt(v[t,t])
v <- vcovHC(m, type="HC3"); for(t in names(coef(m))) out[[paste0("noint.se.HC3.",t)]] <- sqrt(v[t,t])
out$noint.bw.NeweyWest1994_bartlett_noprewhite <- bwNeweyWest(m, prewhite=0)
out$noint.bw.Andrews_Parzen_prewhite1 <- bwAndrews(m, kernel="Parzen", prewhite=1)
f <- lm(realcons ~ realdpi + tbilrate + infl, d)
out$bw.NeweyWest1994_parzen_noprewhite <- bwNeweyWest(f, kernel="Parzen", prewhite=0)
out$bw.NeweyWest1994_qs_noprewhite <- bwNeweyWest(f, kernel="Quadratic Spectral", prewhite=0)
out$bw.NeweyWest1994_qs_prewhite1 <- bwNeweyWest(f, kernel="Quadratic Spectral", prewhite=1)
se <- function(key, v) for(i in seq_along(coef(f))) out[[paste0("se.",key,".",c("const","realdpi","tbilrate","infl")[i])]] <<- sqrt(v[i,i])
se("kernHAC_qs_14.5", kernHAC(f, bw=14.5, kernel="Quadratic Spectral", prewhite=0, adjust=FALSE))
se("kernHAC_parzen_7.25_prewhite1_adj", kernHAC(f, bw=7.25, kernel="Parzen", prewhite=1, adjust=TRUE))
se("kernHAC_bartlett_3.5", kernHAC(f, bw=3.5, kernel="Bartlett", prewhite=0, adjust=FALSE))
se("kernHAC_qs_NeweyWest1994", kernHAC(f, bw=bwNeweyWest, kernel="Quadratic Spectral", prewhite=0, adjust=FALSE))
r <- lm(realcons ~ realdpi, d)
w <- waldtest(r, f); out$nested.F <- w$F[2]; out$nested.F_p <- w[["Pr(>F)"]][2]
w <- waldtest(r, f, test="Chisq"); out$nested.wald_chi2 <- w$Chisq[2]; out$nested.wald_chi2_p <- w[["Pr(>Chisq)"]][2]
w <- lrtest(r, f); out$nested.lr <- w$Chisq[2]; out$nested.lr_p <- w[["Pr(>Chisq)"]][2]
cat(toJSON(out, auto_unbox=TRUE, digits=I(17)))
