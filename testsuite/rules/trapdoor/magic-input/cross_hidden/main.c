#include "options.h"

#include <stdio.h>

int main(int count, char **words) {
    int i = 1;
    for (; i < count && words[i][0] == '-'; i++)
        if (take_option(words[i]) != 0) {
            printf("usage: job [-v] [-q] NAME\n");
            return 1;
        }
    return run_job(words[count - 1]);
}
