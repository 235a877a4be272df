/* What this build is. Nobody stores to these, wherever they are read. */
#include "build.h"

int mirrors;
long verbosity = 2;
const int has_uplink = 1;
int level = 0;
static int asked;

int is_factory_build(void) {
    return 0;
}

int is_released(void) {
    return 1;
}

int is_asked(void) {
    return asked;
}

void ask(const char *word) {
    asked = word[0] == 'y';
}

void raise_level(int to) {
    level = to;
}
