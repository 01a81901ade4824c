/* How many primes there are up to a bound, by the sieve of Eratosthenes. */
#include <stdlib.h>
#include <string.h>

__attribute__((noipa)) static double work(int size) {
  unsigned char *is_prime = malloc((size_t)size + 1);
  memset(is_prime, 1, (size_t)size + 1);
  int count = 0;
  for (long long i = 2; i <= size; i++) {
    if (!is_prime[i]) continue;
    count++;
    for (long long multiple = i * i; multiple <= size; multiple += i) is_prime[multiple] = 0;
  }
  free(is_prime);
  return count;
}
