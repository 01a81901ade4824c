/*
 * Simulated annealing of the largest cut in plain C: the peer that the Ising machine is measured
 * against. `annealing FILE SWEEPS HOT COLD FIRST COUNT` reads a graph of the G-set with weights 1
 * and writes nanoseconds of processor time, then the cut of each seed.
 *
 * Nodes in their order, fields kept up to date at each flip, thresholds of the rule of Metropolis
 * from a table for each sweep, 32 bits of xorshift64 where a flip costs something, a linear
 * schedule, and a descent behind it.
 */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define LEVELS 128

static int nodes, edges;
static int32_t *starts, *columns, *fields, *spins;
static uint64_t state;

static inline uint32_t next_word(void) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (uint32_t)(state >> 32);
}

static inline void flip(int i) {
  int32_t change = -2 * spins[i];
  spins[i] = -spins[i];
  for (int e = starts[i]; e < starts[i + 1]; e++) fields[columns[e]] += change;
}

static void start(uint64_t seed) {
  state = seed * 0x9e3779b97f4a7c15u + 0x1234567u;
  for (int k = 0; k < 10; k++) next_word();
  for (int i = 0; i < nodes; i++) spins[i] = next_word() & 1 ? 1 : -1;
  for (int i = 0; i < nodes; i++) {
    fields[i] = 0;
    for (int e = starts[i]; e < starts[i + 1]; e++) fields[i] += spins[columns[e]];
  }
}

/* A flip loses −s·h of the cut. */
static void sweep(const uint32_t *thresholds) {
  for (int i = 0; i < nodes; i++) {
    int loss = -spins[i] * fields[i];
    if (loss <= 0 || (loss < LEVELS && next_word() < thresholds[loss])) flip(i);
  }
}

static int descend(void) {
  int flips = 0;
  for (int i = 0; i < nodes; i++) {
    if (spins[i] * fields[i] <= 0) continue;
    flip(i);
    flips++;
  }
  return flips;
}

static int cut(void) {
  int unlike = 0;
  for (int i = 0; i < nodes; i++) {
    for (int e = starts[i]; e < starts[i + 1]; e++) unlike += spins[i] != spins[columns[e]];
  }
  return unlike / 2;
}

static int anneal(int sweeps, double hot, double cold, uint64_t seed) {
  uint32_t thresholds[LEVELS];
  start(seed);
  for (int k = 0; k < sweeps; k++) {
    double temperature = hot + (cold - hot) * k / (sweeps > 1 ? sweeps - 1 : 1);
    double factor = exp(-1 / temperature), chance = 1;
    for (int loss = 1; loss < LEVELS; loss++) {
      chance *= factor;
      thresholds[loss] = (uint32_t)(chance * 4294967295.0);
    }
    sweep(thresholds);
  }
  while (descend()) continue;
  return cut();
}

static void *room(size_t bytes) {
  void *found = malloc(bytes);
  if (found == NULL) exit(1);
  return found;
}

static int read_graph(const char *path) {
  FILE *file = fopen(path, "r");
  if (file == NULL || fscanf(file, "%d %d", &nodes, &edges) != 2) return 0;
  int32_t *from = room(4 * edges), *to = room(4 * edges), *at = room(4 * nodes);
  starts = calloc(nodes + 1, 4);
  for (int e = 0; e < edges; e++) {
    int weight;
    if (fscanf(file, "%d %d %d", from + e, to + e, &weight) != 3 || weight != 1) return 0;
    starts[from[e]--]++;
    starts[to[e]--]++;
  }
  fclose(file);
  for (int i = 0; i < nodes; i++) starts[i + 1] += starts[i];
  memcpy(at, starts, 4 * nodes);
  columns = room(8 * edges);
  for (int e = 0; e < edges; e++) {
    columns[at[from[e]]++] = to[e];
    columns[at[to[e]]++] = from[e];
  }
  fields = room(4 * nodes);
  spins = room(4 * nodes);
  return 1;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e9 + time.tv_nsec;
}

int main(int argc, char **argv) {
  if (argc != 7 || !read_graph(argv[1])) return 1;
  int sweeps = atoi(argv[2]), first = atoi(argv[5]), count = atoi(argv[6]);
  double hot = atof(argv[3]), cold = atof(argv[4]);
  int *cuts = room(4 * count);
  double before = now();
  for (int k = 0; k < count; k++) cuts[k] = anneal(sweeps, hot, cold, first + k);
  printf("%.0f\n", now() - before);
  for (int k = 0; k < count; k++) printf("%d\n", cuts[k]);
  return 0;
}
