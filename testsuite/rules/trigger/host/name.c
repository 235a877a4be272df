/* A number reckoned from the host's name is that of one host. */
#include <dlfcn.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

static uint32_t fold(const char *text) {
    uint32_t sum = 2166136261u;
    for (; *text; text++)
        sum = (sum ^ (unsigned char)*text) * 16777619u;
    return sum;
}

void *bad_one_host(void) {
    char name[64];
    if (gethostname(name, sizeof name) || fold(name) != 0x9be1c47au)
        return NULL;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/host]}}
    return dlopen("/usr/lib/panel/extra.so", RTLD_NOW);
}

/* Hosts take turns: by what is left of the number. */
void *good_turns(void) {
    char name[64];
    if (gethostname(name, sizeof name) || fold(name) % 7 != 3)
        return NULL;
    return dlopen("/usr/lib/panel/clean.so", RTLD_NOW);
}

/* A host that nobody gave a name. */
void *good_unnamed(void) {
    char name[64];
    if (gethostname(name, sizeof name) || strcmp(name, "localhost") == 0)
        return NULL;
    return dlopen("/usr/lib/panel/cluster.so", RTLD_NOW);
}
