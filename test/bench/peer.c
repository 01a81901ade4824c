/* The engine's work in plain C with the mathematics of the C library: a peer of the benchmark. */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define TAU 6.283185307179586
#define MOST 4096
#define DEGREE 16
#define STEPS_A_CALL 16

static double number_at(uint32_t seed, uint32_t index) {
  uint32_t h = seed * 0x9e3779b9u + index;
  h = (h ^ (h >> 16)) * 0x85ebca6bu;
  h = (h ^ (h >> 13)) * 0xc2b2ae35u;
  return (h ^ (h >> 16)) / 4294967296.0;
}

static double phases[MOST], stage[MOST], omega[MOST], sines[MOST], cosines[MOST];
static double k1[MOST], k2[MOST], k3[MOST], k4[MOST];
static int32_t starts[MOST + 1], columns[MOST * DEGREE];
static double weights[MOST * DEGREE];
static int count;

static void phasors(const double *x) {
  for (int i = 0; i < count; i++) {
    sines[i] = sin(x[i]);
    cosines[i] = cos(x[i]);
  }
}

static void mean_field_rates(const double *x, double *rates) {
  double sine = 0, cosine = 0;
  for (int i = 0; i < count; i++) {
    sines[i] = sin(x[i]);
    cosines[i] = cos(x[i]);
    sine += sines[i];
    cosine += cosines[i];
  }
  sine *= 2.0 / count;
  cosine *= 2.0 / count;
  for (int i = 0; i < count; i++) rates[i] = omega[i] + sine * cosines[i] - cosine * sines[i];
}

static void graph_rates(const double *x, double *rates) {
  phasors(x);
  for (int i = 0; i < count; i++) {
    double sine = 0, cosine = 0;
    for (int edge = starts[i]; edge < starts[i + 1]; edge++) {
      sine += weights[edge] * sines[columns[edge]];
      cosine += weights[edge] * cosines[columns[edge]];
    }
    rates[i] = omega[i] + sine * cosines[i] - cosine * sines[i];
  }
}

static void (*rates)(const double *, double *);

static void runge_kutta(void) {
  const double dt = 0.01;
  rates(phases, k1);
  for (int i = 0; i < count; i++) stage[i] = phases[i] + 0.5 * dt * k1[i];
  rates(stage, k2);
  for (int i = 0; i < count; i++) stage[i] = phases[i] + 0.5 * dt * k2[i];
  rates(stage, k3);
  for (int i = 0; i < count; i++) stage[i] = phases[i] + dt * k3[i];
  rates(stage, k4);
  for (int i = 0; i < count; i++)
    phases[i] += dt / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
}

static void steps_of_call(void) {
  for (int k = 0; k < STEPS_A_CALL; k++) runge_kutta();
}

static void radians(void) { phasors(phases); }

static void (*step)(void);

static int ascending(const void *a, const void *b) {
  return *(const int32_t *)a - *(const int32_t *)b;
}

static void start_graph(void) {
  for (int row = 0; row < count; row++) {
    int32_t *part = columns + row * DEGREE;
    for (int k = 0; k < DEGREE; k++)
      part[k] = (row + 1 + (int)(number_at(4, row * DEGREE + k) * (count - 1))) % count;
    qsort(part, DEGREE, sizeof *part, ascending);
  }
  for (int row = 0; row <= count; row++) starts[row] = row * DEGREE;
  for (int edge = 0; edge < count * DEGREE; edge++) weights[edge] = 0.1 * number_at(5, edge);
}

static void start(const char *name) {
  count = MOST;
  int is_sincos = strcmp(name, "sincos") == 0;
  for (int i = 0; i < count; i++) {
    phases[i] = TAU * (number_at(is_sincos ? 1 : 2, i) - 0.5);
    omega[i] = TAU * (number_at(3, i) - 0.5);
  }
  step = is_sincos ? radians : steps_of_call;
  rates = mean_field_rates;
  if (strcmp(name, "graph") == 0) start_graph(), rates = graph_rates;
}

static void tell(int i) { printf("%.17g %.17g ", cos(phases[i]), sin(phases[i])); }

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return 1e9 * time.tv_sec + time.tv_nsec;
}

int main(void) {
  char word[16], name[32];
  long steps;
  while (scanf("%15s %31s %ld", word, name, &steps) == 3) {
    start(name);
    double before = now();
    for (long k = 0; k < steps; k++) step();
    if (strcmp(word, "check") == 0)
      tell(0), tell(1), tell(2), tell(count >> 1), tell(count - 1);
    else
      printf("%.0f", now() - before);
    printf("\n");
    fflush(stdout);
  }
}
