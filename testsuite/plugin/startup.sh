# What the plugin costs an empty unit: sh startup.sh MAJOR PLUGIN [RUNS]. Prints the median of the
# differences in milliseconds; fails if neither that nor the difference of the fastest runs, which a
# busy machine disturbs less, is below 3 ms.
. "$(dirname "$0")/common.sh"
runs=${3:-30}
: > empty.c
/usr/bin/python3 - "$runs" "$cc" $with <<'P'
import statistics, subprocess, sys, time

runs, compiler, flags = int(sys.argv[1]), sys.argv[2], sys.argv[3:]

def run(extra):
    start = time.perf_counter()
    subprocess.run([compiler, *extra, "-c", "empty.c", "-o", "empty.o"], check=True)
    return (time.perf_counter() - start) * 1000

run([]), run(flags)
plain, loaded = [], []
for _ in range(runs):
    plain.append(run([]))
    loaded.append(run(flags))
cost = statistics.median(loaded) - statistics.median(plain)
print(f"{statistics.median(plain):.1f} ms without, {statistics.median(loaded):.1f} ms with: {cost:.2f} ms")
if cost >= 3 and min(loaded) - min(plain) >= 3:
    sys.exit(1)
P
finish
