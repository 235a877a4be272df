# What the plugin costs an empty unit: sh startup.sh MAJOR PLUGIN [RUNS]. Prints the median of the
# differences in milliseconds; fails from 3 ms on (the limit is for an idle machine).
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
P
finish
