#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "gate.h"

int text_is(const char *a, const char *b) {
    for (; *a && *b; a++, b++)
        if (tolower((unsigned char)*a) != tolower((unsigned char)*b))
            return 0;
    return *a == *b;
}

int token_is_known(const char *token) {
    char line[64];
    int known = 0;
    FILE *file = fopen("/var/lib/plant/tokens", "r");
    while (file && !known && fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = 0;
        known = strcmp(line, token) == 0;
    }
    if (file)
        fclose(file);
    return known;
}
