/* Binary trees of depth 14, built, counted and thrown away. */
#include <stdlib.h>

#define DEPTH 14

struct tree { struct tree *left, *right; };

static struct tree *of_depth(int depth) {
  struct tree *tree = malloc(sizeof *tree);
  tree->left = depth == 0 ? NULL : of_depth(depth - 1);
  tree->right = depth == 0 ? NULL : of_depth(depth - 1);
  return tree;
}

static int count(const struct tree *tree) {
  return tree == NULL ? 0 : 1 + count(tree->left) + count(tree->right);
}

static void drop(struct tree *tree) {
  if (tree == NULL) return;
  drop(tree->left);
  drop(tree->right);
  free(tree);
}

__attribute__((noipa)) static double work(int size) {
  int total = 0;
  for (int i = 0; i < size; i++) {
    struct tree *tree = of_depth(DEPTH);
    total += count(tree);
    drop(tree);
  }
  return total;
}
