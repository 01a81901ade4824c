"""The engine's work with numpy and scipy, as one would write it: a peer of the benchmark."""
import sys
import time

import numpy as np
from scipy.integrate import solve_ivp

TAU = 2 * np.pi


def numbers(seed, count):
    h = (np.arange(count, dtype=np.uint64) + (seed * 0x9E3779B9)).astype(np.uint32)
    h = (h ^ (h >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    h = (h ^ (h >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return (h ^ (h >> np.uint32(16))) / 4294967296.0


def phasors_of(phases, chosen):
    return np.stack([np.cos(phases[chosen]), np.sin(phases[chosen])], axis=1).ravel()


def compared(count):
    return [0, 1, 2, count >> 1, count - 1]


class Sincos:
    def start(self):
        self.x = TAU * (numbers(1, 4096) - 0.5)

    def step(self):
        self.sines = np.sin(self.x)
        self.cosines = np.cos(self.x)

    def result(self):
        return phasors_of(self.x, compared(len(self.x)))


class Dense:
    def start(self):
        n = 512
        self.weights = (numbers(5, n * n) / n).reshape(n, n)
        angles = TAU * numbers(2, n)
        self.cosines, self.sines = np.cos(angles), np.sin(angles)

    def step(self):
        self.sums = self.weights @ self.cosines, self.weights @ self.sines

    def result(self):
        return np.concatenate(self.sums)


class Solve:
    """Ten seconds of 500 oscillators of width 1/s at K = 1.5/s."""

    def __init__(self, rates, **options):
        self.rates = rates
        self.options = options

    def start(self):
        n = 500
        self.phases = TAU * (numbers(2, n) - 0.5)
        self.omega = 2 * (numbers(6, n) + numbers(7, n) + numbers(8, n) - 1.5)

    def step(self):
        rates = lambda t, phases: self.rates(self.omega, phases)
        solution = solve_ivp(rates, (0, 10), self.phases, t_eval=[10], **self.options)
        self.end = solution.y[:, -1]

    def result(self):
        return phasors_of(self.end, range(len(self.end)))


def mean_field(omega, phases):
    sines, cosines = np.sin(phases), np.cos(phases)
    return omega + 1.5 * (sines.mean() * cosines - cosines.mean() * sines)


def pairs(omega, phases):
    return omega + 1.5 / len(phases) * np.sin(phases[None, :] - phases[:, None]).sum(axis=1)


CASES = {
    "sincos": Sincos(),
    "dense": Dense(),
    "solve-mean-field": Solve(mean_field, rtol=1e-6),
    "solve-pairs": Solve(pairs, rtol=1e-6),
    "solve-exactly": Solve(mean_field, method="DOP853", rtol=1e-13, atol=1e-13),
}

for line in sys.stdin:
    word, name, steps = line.split()
    case = CASES[name]
    case.start()
    before = time.process_time_ns()
    for _ in range(int(steps)):
        case.step()
    spent = time.process_time_ns() - before
    answer = case.result() if word == "check" else [spent]
    print(*(repr(float(value)) for value in answer), flush=True)
