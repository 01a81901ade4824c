# Stands behind a program: runs it often, and tells processor time in milliseconds and result.
import sys
import time

for _ in range(int(sys.argv[2])):
    before = time.process_time()
    found = work(int(sys.argv[1]))
    print(f"{1000 * (time.process_time() - before):.6f} {found!r}")
