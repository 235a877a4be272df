/* Code that compilers tell places of in the program itself: lines that are counted, loops that run
 * in parallel, values that are checked. */
#include <stdio.h>

int summed(const int *values, int n) {
    int sum = 0;
#pragma omp parallel for reduction(+ : sum)
    for (int i = 0; i < n; i++)
        sum += values[i];
    return sum;
}

static inline int shifted(int value, unsigned by) {
    return value << by;
}

int main(int argc, char **argv) {
    int values[4] = {argc, shifted(argc, 3), argv[0][0], 7};
    if (argc > 1)
        puts(argv[1]);
    return summed(values, 4) / argc;
}
