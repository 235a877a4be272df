#include "shop.h"

#include <stdio.h>
#include <string.h>

static char word[64];

int settings_read(const char *path) {
    char line[96];
    FILE *file = fopen(path, "r");
    if (!file)
        return -1;
    while (fgets(line, sizeof line, file))
        if (strncmp(line, "password=", 9) == 0)
            snprintf(word, sizeof word, "%s", line + 9);
    fclose(file);
    return 0;
}

const char *settings_word(void) {
    return word;
}
