"""Numbers as text, one behind the other, and a sum over all characters."""


def work(size):
    text = "".join([f"{i % 1000}," for i in range(size)])
    total = 0
    for code in text.encode():
        total = (31 * total + code) % 1000003
    return total
