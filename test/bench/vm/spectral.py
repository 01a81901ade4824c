"""The spectral norm of the infinite matrix 1 / ((i + j)(i + j + 1) / 2 + i + 1), cut off."""

from math import sqrt

ROUNDS = 10


def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(size, v):
    product = [0.0] * size
    for i in range(size):
        total = 0.0
        for j in range(size):
            total += entry(i, j) * v[j]
        product[i] = total
    return product


def transposed_times(size, v):
    product = [0.0] * size
    for i in range(size):
        total = 0.0
        for j in range(size):
            total += entry(j, i) * v[j]
        product[i] = total
    return product


def work(size):
    u = [1.0] * size
    v = [0.0] * size
    for _ in range(ROUNDS):
        v = transposed_times(size, times(size, u))
        u = transposed_times(size, times(size, v))
    uv = vv = 0.0
    for i in range(size):
        uv += u[i] * v[i]
        vv += v[i] * v[i]
    return sqrt(uv / vv)
