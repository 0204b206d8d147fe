"""Wald F of all slopes of Longley's regression in 60 digits, from first principles (mpmath 1.4.1)."""
import csv
import mpmath as mp

mp.mp.dps = 60
names = ["GNP_deflator", "GNP", "Unemployed", "Armed_Forces", "Population", "year"]
rows = list(csv.DictReader(open("data.csv")))
x = mp.matrix([[mp.mpf(1)] + [mp.mpf(float(row[name])) for name in names] for row in rows])
y = mp.matrix([mp.mpf(float(row["Employed"])) for row in rows])
n, k = x.rows, x.cols
inverse = (x.T * x) ** -1
b = inverse * (x.T * y)
e = y - x * b
h = [(x[i, :] * inverse * x[i, :].T)[0] for i in range(n)]


def slopes_f(weight):
    meat = mp.matrix(k, k)
    for i in range(n):
        for j in range(n):
            if weight(i, j):
                meat += weight(i, j) * e[i] * e[j] * x[i, :].T * x[j, :]
    v = inverse * meat * inverse
    d = mp.matrix(b[1:])
    return mp.nstr((d.T * mp.matrix(v[1:, 1:]) ** -1 * d)[0] / (k - 1), 15)


print("HC0", slopes_f(lambda i, j: i == j))
print("HC2", slopes_f(lambda i, j: (i == j) / (1 - h[i])))
print("HC4", slopes_f(lambda i, j: (i == j) / (1 - h[i]) ** min(4, n * h[i] / k)))
for lag in (1, 2, 3):
    print("NW", lag, slopes_f(lambda i, j: max(0, 1 - mp.mpf(abs(i - j)) / (lag + 1))))
