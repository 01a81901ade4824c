"""Exact values of the elementary functions, at 300 bits, by mpmath.

Run by scripts/accuracy.ts. Prints a line for each point: the function, the bits of its arguments,
the bits of the double nearest to the exact value, and what is left in units in the last place.
"""
import math
import random
import struct
import sys

from mpmath import mp, mpf

mp.prec = 300
COUNT = int(sys.argv[1])
rng = random.Random(20261121)


def uniform(low, high):
    return lambda: rng.uniform(low, high)


def sizes(low, high, signed=True):
    """Any size from 2^low to 2^high."""
    return lambda: math.ldexp(rng.uniform(1, 2), rng.randrange(low, high)) * (
        rng.choice([-1, 1]) if signed else 1
    )


def near(values, spread=40):
    """Doubles next to some values."""

    def draw():
        x = float(rng.choice(values))
        return x + rng.randint(-spread, spread) * math.ulp(x)

    return draw


def about(values, low=-50, high=-2):
    """Some values times one plus any power of two."""

    def draw():
        apart = math.ldexp(rng.uniform(-1, 1), rng.randrange(low, high))
        return float(rng.choice(values)) * (1 + apart)

    return draw


def quarters():
    """The double next to a multiple of π/2, of any size."""
    n = rng.getrandbits(rng.choice([3, 8, 19, 20, 40, 60, 200, 1000])) + 1
    with mp.workprec(1400):
        return float(n * mp.pi / 2) * rng.choice([-1, 1])


def part():
    """In [0, 1), of any size."""
    return math.ldexp(rng.random(), -rng.randrange(1, 53))


def eighths():
    return rng.getrandbits(rng.choice([3, 20, 45])) / 8 + rng.choice([-1, 1]) * part() / 8


def pair(first, second):
    return lambda: (first(), second())


def power_of_size_one():
    """A base near 1 and an exponent so large that the power is of some size."""
    x = 1 + math.ldexp(rng.uniform(-1, 1), -rng.randrange(2, 50))
    return x, rng.uniform(-700, 700) / math.log(x) if x != 1 else 1.0


def unlike():
    x = sizes(-1000, 1022)()
    return x, x * part()


def hard_angles():
    return 6381956970095103 * 2.0**797 * rng.choice([-1, 1])


TINY = sizes(-1060, -20)
ANGLES = [
    uniform(-math.pi, math.pi),
    uniform(-1e5, 1e5),
    TINY,
    sizes(20, 1023),
    quarters,
    hard_angles,
]
SPECIAL = 5  # a fifth as many points for what takes long


def cube_root(x):
    return mp.cbrt(x) if x >= 0 else -mp.cbrt(-x)


def circle(function, x):
    """sin or cos of 2πx, with the multiples of a quarter exact."""
    return function(2 * (x - mp.nint(x)))


FUNCTIONS = {
    "sin": (mp.sin, ANGLES),
    "cos": (mp.cos, ANGLES),
    "tan": (mp.tan, ANGLES),
    "sin_cycles": (
        lambda x: circle(mp.sinpi, x),
        [
            uniform(-0.5, 0.5),
            uniform(-1e5, 1e5),
            TINY,
            eighths,
            sizes(20, 80),
        ],
    ),
    "cos_cycles": (
        lambda x: circle(mp.cospi, x),
        [
            uniform(-0.5, 0.5),
            uniform(-1e5, 1e5),
            TINY,
            eighths,
            sizes(20, 80),
        ],
    ),
    "asin": (
        mp.asin,
        [
            uniform(-1, 1),
            TINY,
            lambda: 1 - part(),
            near([0.5], 99),
        ],
    ),
    "acos": (
        mp.acos,
        [
            uniform(-1, 1),
            TINY,
            lambda: 1 - part(),
            lambda: part() - 1,
        ],
    ),
    "atan": (
        mp.atan,
        [
            uniform(-4, 4),
            TINY,
            sizes(-20, 1023),
            about([7 / 16, 11 / 16, 19 / 16, 39 / 16]),
        ],
    ),
    "atan2": (
        mp.atan2,
        [
            pair(uniform(-4, 4), uniform(-4, 4)),
            pair(sizes(-300, 300), sizes(-300, 300)),
            pair(TINY, uniform(-2, 2)),
            pair(uniform(-2, 2), TINY),
        ],
    ),
    "exp": (
        mp.exp,
        [
            uniform(-1, 1),
            uniform(-708, 709),
            TINY,
            uniform(709, 709.78),
            uniform(-745, -708),
            about([math.log(2) * k / 128 for k in range(1, 999)]),
        ],
    ),
    "expm1": (
        mp.expm1,
        [
            uniform(-2, 2),
            uniform(-40, 709),
            sizes(-60, 0),
            TINY,
            about([0.34657359, 1.0397207, -0.28768]),
        ],
    ),
    "log": (
        mp.log,
        [
            uniform(0.5, 2),
            sizes(-1060, 1023, False),
            about([1]),
            about([0.9375, 1.0645]),
        ],
    ),
    "log1p": (
        mp.log1p,
        [
            uniform(-0.9, 5),
            sizes(-60, 0),
            TINY,
            lambda: part() - 1,
            sizes(0, 1000, False),
            about([0.41421356, -0.29289321]),
        ],
    ),
    "log2": (
        lambda x: mp.log(x) / mp.log(2),
        [
            uniform(0.5, 2),
            sizes(-1060, 1023, False),
            about([1]),
            about([2, 4, 8, 0.5]),
        ],
    ),
    "log10": (
        lambda x: mp.log(x) / mp.log(10),
        [
            uniform(0.5, 2),
            sizes(-1060, 1023, False),
            about([1]),
            near([10.0**k for k in range(-20, 23)], 3),
        ],
    ),
    "pow": (
        mp.power,
        [
            pair(uniform(0, 4), uniform(-8, 8)),
            pair(sizes(-60, 60, False), uniform(-11, 11)),
            power_of_size_one,
            pair(uniform(0, 1e3), lambda: rng.randint(-60, 60) / 2),
        ],
    ),
    "sinh": (
        mp.sinh,
        [
            uniform(-1.2, 1.2),
            uniform(-30, 30),
            uniform(700, 710.47),
            TINY,
            about([1, 22, 709]),
        ],
    ),
    "cosh": (
        mp.cosh,
        [
            uniform(-1.2, 1.2),
            uniform(-30, 30),
            uniform(700, 710.47),
            TINY,
            about([0.34657359, 22, 709]),
        ],
    ),
    "tanh": (
        mp.tanh,
        [
            uniform(-0.7, 0.7),
            uniform(-4, 4),
            uniform(-25, 25),
            TINY,
            about([0.55, 19]),
        ],
    ),
    "cbrt": (
        cube_root,
        [
            uniform(-8, 8),
            sizes(-1060, 1023),
            near([float(k**3) for k in range(1, 99)], 3),
        ],
    ),
    "hypot": (
        mp.hypot,
        [
            pair(uniform(-4, 4), uniform(-4, 4)),
            pair(sizes(-500, 500), sizes(-500, 500)),
            unlike,
        ],
    ),
    "erf": (mp.erf, [uniform(-3, 3), uniform(-6, 6), TINY, about([1, 0.5])], SPECIAL),
    "erfc": (mp.erfc, [uniform(-3, 3), uniform(-6, 26), TINY, about([1, 0.5])], SPECIAL),
    "gamma": (
        mp.gamma,
        [
            uniform(0, 5),
            uniform(0, 171),
            uniform(-20, 0),
            about([-1, -2, -10, 1, 20]),
        ],
        SPECIAL,
    ),
    "log_gamma": (
        mp.loggamma,
        [
            uniform(0, 5),
            uniform(0, 300),
            sizes(-60, 900, False),
            about([1, 2, 20]),
        ],
        SPECIAL,
    ),
}


def bits(x):
    return struct.pack(">d", x).hex()


def told(name, arguments, value):
    head = float(value)
    if math.isinf(head):
        return
    rest = mpf(0)
    if value != 0:
        exponent = max(int(mp.frexp(value)[1]) - 1, -1022) - 52
        rest = (value - mpf(head)) / mp.ldexp(mpf(1), exponent)
    print(name, *(bits(x) for x in arguments), bits(head), mp.nstr(rest, 6))


for name, (function, domains, *share) in FUNCTIONS.items():
    for domain in domains:
        for _ in range(max(1, COUNT // (share[0] if share else 1))):
            drawn = domain()
            arguments = drawn if isinstance(drawn, tuple) else (drawn,)
            try:
                value = function(*(mpf(x) for x in arguments))
            except (ValueError, ZeroDivisionError):
                continue
            if mp.isfinite(value):
                told(name, arguments, mp.re(value))
