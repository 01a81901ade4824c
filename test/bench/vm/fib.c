/* Fibonacci numbers by two calls each. */
static long long fib(long long n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }

__attribute__((noipa)) static double work(int size) { return (double)fib(size); }
