/** How many primes there are up to a bound, by the sieve of Eratosthenes. */

function work(size) {
  const isPrime = new Uint8Array(size + 1).fill(1);
  let count = 0;
  for (let i = 2; i <= size; i++) {
    if (isPrime[i] === 0) continue;
    count++;
    for (let multiple = i * i; multiple <= size; multiple += i) isPrime[multiple] = 0;
  }
  return count;
}
