"""How many primes there are up to a bound, by the sieve of Eratosthenes."""


def work(size):
    is_prime = bytearray([1]) * (size + 1)
    count = 0
    for i in range(2, size + 1):
        if is_prime[i]:
            count += 1
            for multiple in range(i * i, size + 1, i):
                is_prime[multiple] = 0
    return count
