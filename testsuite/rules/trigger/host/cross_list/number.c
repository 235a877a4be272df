#include "list.h"

#include <unistd.h>

unsigned long long host_number(void) {
    char name[128] = {0};
    unsigned long long sum = 14695981039346656037ULL;
    gethostname(name, sizeof name - 1);
    for (const char *at = name; *at; at++)
        sum = (sum ^ (unsigned char)*at) * 1099511628211ULL;
    return sum;
}
