-- How many primes there are up to a bound, by the sieve of Eratosthenes.
local function work(size)
  local is_prime = {}
  for i = 1, size do is_prime[i] = true end
  local count = 0
  for i = 2, size do
    if is_prime[i] then
      count = count + 1
      for multiple = i * i, size, i do is_prime[multiple] = false end
    end
  end
  return count
end
