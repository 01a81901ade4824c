/** Binary trees of depth 14, built, counted and thrown away. */

const DEPTH = 14;

function ofDepth(depth) {
  if (depth === 0) return { left: null, right: null };
  return { left: ofDepth(depth - 1), right: ofDepth(depth - 1) };
}

function count(tree) {
  return tree === null ? 0 : 1 + count(tree.left) + count(tree.right);
}

function work(size) {
  let total = 0;
  for (let i = 0; i < size; i++) total += count(ofDepth(DEPTH));
  return total;
}
