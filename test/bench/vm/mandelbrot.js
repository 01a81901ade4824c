/** How many points of a grid stay within 2 for 50 steps of z² + c. */

const STEPS = 50;

function stays(cx, cy) {
  let x = 0;
  let y = 0;
  for (let step = 0; step < STEPS; step++) {
    const xx = x * x;
    const yy = y * y;
    if (xx + yy > 4) return false;
    y = 2 * x * y + cy;
    x = xx - yy + cx;
  }
  return true;
}

function work(size) {
  let inside = 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (stays((2 * column) / size - 1.5, (2 * row) / size - 1)) inside++;
    }
  }
  return inside;
}
