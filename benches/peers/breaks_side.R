# strucchange's side of benches/breaks.rs: the same data, the same work; prints seconds and the dates found.
suppressPackageStartupMessages(library(strucchange))
noise <- function(t) { x <- sin(t * 12.9898) * 43758.5453; x - floor(x) - 0.5 }
data <- function(n) {
  t <- 0:(n - 1)
  x <- noise(t + n)
  data.frame(y = c(0, 1, 0.4, 1.2)[floor(4 * t / n) + 1] + x + 2 * noise(t), x = x)
}
for (n in c(500, 2000)) {
  own <- data(n)
  seconds <- system.time(found <- breakpoints(y ~ x, data = own, h = 0.15, breaks = 5))["elapsed"]
  cat(sprintf("strucchange breakpoints up to 5, n=%d: %.3f s, three at %s\n", n, seconds,
              paste(breakpoints(found, breaks = 3)$breakpoints, collapse = " ")))
}
seconds <- system.time(found <- Fstats(y ~ x, data = own, from = 0.15))["elapsed"]
cat(sprintf("strucchange Fstats, n=2000: %.3f s, largest %.6f at %d\n", seconds, max(found$Fstats), found$breakpoint))
