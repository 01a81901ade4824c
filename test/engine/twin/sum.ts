/** The fixed order of every sum, written as its definition says. */

/** Eight lanes, each in ascending order, folded as ((0+2)+(4+6)) + ((1+3)+(5+7)). */
function sumBlock(block: readonly number[]): number {
  const lanes = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const [index, value] of block.entries()) lanes[index % 8] += value;
  const even = lanes[0] + lanes[2] + (lanes[4] + lanes[6]);
  const odd = lanes[1] + lanes[3] + (lanes[5] + lanes[7]);
  return even + odd;
}

/** Blocks of 1,024; a pairwise tree over them, an odd last one carried. */
export function sum(values: readonly number[]): number {
  let level: number[] = [];
  for (let start = 0; start < values.length; start += 1024) {
    level.push(sumBlock(values.slice(start, start + 1024)));
  }
  while (level.length > 1) {
    const next: number[] = [];
    for (let k = 0; k < level.length; k += 2) {
      next.push(k + 1 < level.length ? level[k] + level[k + 1] : level[k]);
    }
    level = next;
  }
  return level.length === 0 ? 0 : level[0];
}

/** Four lanes of a sparse row, folded as (0+2) + (1+3). */
export function sumRow(values: readonly number[]): number {
  const lanes = [0, 0, 0, 0];
  for (const [index, value] of values.entries()) lanes[index % 4] += value;
  return lanes[0] + lanes[2] + (lanes[1] + lanes[3]);
}
