/* The sun and four planets under gravity, by the symplectic Euler rule. */
#include <math.h>

#define SOLAR_MASS 39.47841760435743
#define DAYS 365.24
#define COUNT 5

struct body { double x, y, z, vx, vy, vz, mass; };

static const struct body START[COUNT] = {
  {0, 0, 0, 0, 0, 0, SOLAR_MASS},
  {4.841431442464721, -1.1603200440274284, -0.10362204447112311, 0.001660076642744037 * DAYS,
   0.007699011184197404 * DAYS, -0.0000690460016972063 * DAYS, 0.0009547919384243266 * SOLAR_MASS},
  {8.34336671824458, 4.124798564124305, -0.4035234171143214, -0.002767425107268624 * DAYS,
   0.004998528012349172 * DAYS, 0.00002304172975737639 * DAYS, 0.0002858859806661308 * SOLAR_MASS},
  {12.894369562139131, -15.111151401698631, -0.22330757889265573, 0.002964601375647616 * DAYS,
   0.0023784717395948095 * DAYS, -0.000029658956854023756 * DAYS,
   0.00004366244043351563 * SOLAR_MASS},
  {15.379697114850917, -25.919314609987964, 0.17925877295037118, 0.0026806777249038932 * DAYS,
   0.001628241700382423 * DAYS, -0.00009515922545197159 * DAYS, 0.00005151389020466115 * SOLAR_MASS},
};

static void advance(struct body *bodies, int count, double dt) {
  for (int i = 0; i < count; i++) {
    struct body *a = &bodies[i];
    for (int j = i + 1; j < count; j++) {
      struct body *b = &bodies[j];
      double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
      double squared = dx * dx + dy * dy + dz * dz;
      double pull = dt / (squared * sqrt(squared));
      double from_j = b->mass * pull, from_i = a->mass * pull;
      a->vx -= dx * from_j;
      a->vy -= dy * from_j;
      a->vz -= dz * from_j;
      b->vx += dx * from_i;
      b->vy += dy * from_i;
      b->vz += dz * from_i;
    }
  }
  for (int i = 0; i < count; i++) {
    struct body *a = &bodies[i];
    a->x += dt * a->vx;
    a->y += dt * a->vy;
    a->z += dt * a->vz;
  }
}

static double energy(const struct body *bodies, int count) {
  double total = 0;
  for (int i = 0; i < count; i++) {
    const struct body *a = &bodies[i];
    total += 0.5 * a->mass * (a->vx * a->vx + a->vy * a->vy + a->vz * a->vz);
    for (int j = i + 1; j < count; j++) {
      const struct body *b = &bodies[j];
      double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
      total -= a->mass * b->mass / sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return total;
}

__attribute__((noipa)) static double work(int size) {
  struct body bodies[COUNT];
  for (int i = 0; i < COUNT; i++) bodies[i] = START[i];
  for (int step = 0; step < size; step++) advance(bodies, COUNT, 0.01);
  return energy(bodies, COUNT);
}
