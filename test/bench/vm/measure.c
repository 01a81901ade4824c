/* Stands behind a program: runs it often, and tells processor time in milliseconds and result. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int main(int count, char **words) {
  int size = atoi(words[count - 2]), times = atoi(words[count - 1]);
  for (int i = 0; i < times; i++) {
    clock_t before = clock();
    double result = work(size);
    printf("%.6f %.17g\n", 1000.0 * (double)(clock() - before) / CLOCKS_PER_SEC, result);
  }
  return 0;
}
