# A second witness of make_fixture.py: estimates by optim from the likelihood, errors by the information matrix.
d <- read.csv("data.csv"); y <- as.matrix(d[, -1]); P <- 3; K <- 3; n <- nrow(y)
Z <- cbind(1, do.call(cbind, lapply(1:P, function(j) y[(P + 1 - j):(n - j), ])))
f <- lm.fit(Z, y[(P + 1):n, ]); U <- f$residuals; T <- nrow(U); S <- crossprod(U) / (T - ncol(Z))
E <- NA
models <- list(
  ab_recursive = list(A = c(1,0,0, E,1,0, E,E,1), B = c(E,0,0, 0,E,0, 0,0,E)),
  ab_over      = list(A = c(1,0,0, E,1,0, 0,E,1), B = c(E,0,0, 0,E,0, 0,0,E)),
  a_over       = list(A = c(E,0,0, E,E,0, 0,E,E), B = c(1,0,0, 0,1,0, 0,0,1)),
  a_two        = list(A = c(E,0,0, E,E,0, 0,0,E), B = c(1,0,0, 0,1,0, 0,0,1)),
  b_over       = list(A = c(1,0,0, 0,1,0, 0,0,1), B = c(E,0,0, E,E,0, 0,E,E)))
D <- sqrt(diag(S))
for (name in names(models)) {
  A0 <- matrix(models[[name]]$A, K, byrow = TRUE); B0 <- matrix(models[[name]]$B, K, byrow = TRUE)
  fa <- is.na(A0); fb <- is.na(B0); na <- sum(fa)
  # Free entries in units near one.
  ua <- if (all(!fb)) outer(rep(1, K), 1 / D) else outer(D, 1 / D); ub <- outer(D, rep(1, K))
  put <- function(x) { A <- A0; B <- B0; A[fa] <- x[seq_len(na)] * ua[fa]; B[fb] <- x[na + seq_len(sum(fb))] * ub[fb]; list(A, B) }
  nll <- function(x) { m <- put(x); if (abs(det(m[[1]])) < 1e-300 || abs(det(m[[2]])) < 1e-300) return(1e10)
    s <- solve(m[[2]], m[[1]]); -log(abs(det(m[[1]]))) + log(abs(det(m[[2]]))) + sum((s %*% S) * s) / 2 }
  set.seed(3); best <- NULL
  for (k in 1:20) {
    x0 <- c((diag(K) + 0.3 * rnorm(9))[fa], (diag(K) + 0.3 * rnorm(9))[fb])
    o <- optim(x0, nll, method = "BFGS", control = list(reltol = 1e-15, maxit = 5000))
    o <- optim(o$par, nll, method = "BFGS", control = list(reltol = 1e-15, maxit = 5000, ndeps = rep(1e-5, length(x0))))
    if (is.null(best) || o$value < best$value - 1e-12) best <- o
  }
  # Newton on numerical derivatives.
  x <- best$par
  for (k in 1:6) x <- x - solve(numDeriv::hessian(nll, x), numDeriv::grad(nll, x))
  m <- put(x); A <- m[[1]]; B <- m[[2]]
  for (j in 1:K) if (solve(A, B)[j, j] < 0) { if (all(!fb)) A[j, ] <- -A[j, ] else B[, j] <- -B[, j] }
  iA <- solve(A); iB <- solve(B); Kc <- diag(K * K)[as.vector(t(matrix(1:(K * K), K))), ]
  L <- rbind(kronecker(iA %*% B, t(iB)), -kronecker(diag(K), t(iB)))
  I <- T * L %*% (diag(K * K) + Kc) %*% t(L); keep <- c(fa, fb)
  se <- rep(0, 2 * K * K); se[keep] <- sqrt(diag(solve(I[keep, keep])))
  SA <- matrix(se[1:(K * K)], K); SB <- matrix(se[-(1:(K * K))], K)
  for (i in 1:K) for (j in 1:K) {
    if (fa[i, j]) cat(sprintf("%s.A.%d.%d %.15e\n%s.A_se.%d.%d %.15e\n", name, i, j, A[i, j], name, i, j, SA[i, j]))
    if (fb[i, j]) cat(sprintf("%s.B.%d.%d %.15e\n%s.B_se.%d.%d %.15e\n", name, i, j, B[i, j], name, i, j, SB[i, j]))
  }
  cat(sprintf("%s.loglik %.15e\n", name, -T * (nll(x) + K / 2 * log(2 * pi))))
  df <- K * (K + 1) / 2 - sum(keep)
  if (df > 0) cat(sprintf("%s.lr %.15e\n", name, 2 * T * (nll(x) - log(det(S)) / 2 - K / 2)))
}
