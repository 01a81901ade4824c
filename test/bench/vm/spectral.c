/* The spectral norm of the infinite matrix 1 / ((i + j)(i + j + 1) / 2 + i + 1), cut off. */
#include <math.h>
#include <stdlib.h>

#define ROUNDS 10

static double entry(int i, int j) { return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1); }

static void times(int size, const double *v, double *product) {
  for (int i = 0; i < size; i++) {
    double sum = 0;
    for (int j = 0; j < size; j++) sum += entry(i, j) * v[j];
    product[i] = sum;
  }
}

static void transposed_times(int size, const double *v, double *product) {
  for (int i = 0; i < size; i++) {
    double sum = 0;
    for (int j = 0; j < size; j++) sum += entry(j, i) * v[j];
    product[i] = sum;
  }
}

__attribute__((noipa)) static double work(int size) {
  double *u = malloc(sizeof(double) * size), *v = malloc(sizeof(double) * size);
  double *between = malloc(sizeof(double) * size);
  for (int i = 0; i < size; i++) u[i] = 1;
  for (int round = 0; round < ROUNDS; round++) {
    times(size, u, between);
    transposed_times(size, between, v);
    times(size, v, between);
    transposed_times(size, between, u);
  }
  double uv = 0, vv = 0;
  for (int i = 0; i < size; i++) {
    uv += u[i] * v[i];
    vv += v[i] * v[i];
  }
  free(u);
  free(v);
  free(between);
  return sqrt(uv / vv);
}
