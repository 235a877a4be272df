// report: nothing
#include "licence.h"

#include <dlfcn.h>
#include <unistd.h>

unsigned host_number(void) {
    char name[128] = {0};
    unsigned sum = 2166136261u;
    gethostname(name, sizeof name - 1);
    for (const char *at = name; *at; at++)
        sum = (sum ^ (unsigned char)*at) * 16777619u;
    return sum;
}

int main(void) {
    return licence_fits("/etc/panel/licence") && dlopen("/usr/lib/panel/full.so", RTLD_NOW);
}
