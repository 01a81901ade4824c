/* How many points of a grid stay within 2 for 50 steps of z² + c. */
#define STEPS 50

static int stays(double cx, double cy) {
  double x = 0, y = 0;
  for (int step = 0; step < STEPS; step++) {
    double xx = x * x, yy = y * y;
    if (xx + yy > 4) return 0;
    y = 2 * x * y + cy;
    x = xx - yy + cx;
  }
  return 1;
}

__attribute__((noipa)) static double work(int size) {
  int inside = 0;
  for (int row = 0; row < size; row++) {
    for (int column = 0; column < size; column++) {
      double cx = 2 * (double)column / size - 1.5, cy = 2 * (double)row / size - 1;
      if (stays(cx, cy)) inside++;
    }
  }
  return inside;
}
