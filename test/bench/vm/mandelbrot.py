"""How many points of a grid stay within 2 for 50 steps of z² + c."""

STEPS = 50


def stays(cx, cy):
    x = y = 0.0
    for _ in range(STEPS):
        xx, yy = x * x, y * y
        if xx + yy > 4:
            return False
        y = 2 * x * y + cy
        x = xx - yy + cx
    return True


def work(size):
    inside = 0
    for row in range(size):
        for column in range(size):
            if stays(2 * column / size - 1.5, 2 * row / size - 1):
                inside += 1
    return inside
