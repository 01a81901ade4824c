/** Fibonacci numbers by two calls each. */

function fib(n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

function work(size) {
  return fib(size);
}
