"""Binary trees of depth 14, built, counted and thrown away."""

DEPTH = 14


def of_depth(depth):
    if depth == 0:
        return (None, None)
    return (of_depth(depth - 1), of_depth(depth - 1))


def count(tree):
    if tree is None:
        return 0
    left, right = tree
    return 1 + count(left) + count(right)


def work(size):
    return sum(count(of_depth(DEPTH)) for _ in range(size))
