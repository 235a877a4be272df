// report: nothing
#include <stdio.h>
#include <stdlib.h>

#include "age.h"

/* An entry says how old its file is; what stands there already and is newer stays. */
int unpack(FILE *archive, const char *path) {
    char age[16];
    if (!fgets(age, sizeof age, archive))
        return -1;
    time_t written = strtol(age, NULL, 8);
    if (age_of(path) > written)
        return 0;
    FILE *out = fopen(path, "wb");
    if (!out)
        return -1;
    for (int c; (c = getc(archive)) != EOF;)
        putc(c, out);
    fclose(out);
    age_set(path, written);
    return 0;
}
