#include "greeting.h"

#include <stdio.h>

void note(const char *text) {
    fprintf(stderr, "session: %s\n", text);
}
