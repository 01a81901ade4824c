/** The spectral norm of the infinite matrix 1 / ((i + j)(i + j + 1) / 2 + i + 1), cut off. */

const ROUNDS = 10;

function entry(i, j) {
  return 1 / ((((i + j) * (i + j + 1)) >> 1) + i + 1);
}

function times(size, v) {
  const product = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += entry(i, j) * v[j];
    product[i] = sum;
  }
  return product;
}

function transposedTimes(size, v) {
  const product = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += entry(j, i) * v[j];
    product[i] = sum;
  }
  return product;
}

function work(size) {
  let u = new Float64Array(size).fill(1);
  let v = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round++) {
    v = transposedTimes(size, times(size, u));
    u = transposedTimes(size, times(size, v));
  }
  let uv = 0;
  let vv = 0;
  for (let i = 0; i < size; i++) {
    uv += u[i] * v[i];
    vv += v[i] * v[i];
  }
  return Math.sqrt(uv / vv);
}
