/* Which packages are installed, and on which host: a table of functions that each add a part. */
#include "tally.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static size_t part_host(char *text, size_t room) {
    gethostname(text, room);
    return strlen(text);
}

static size_t part_packages(char *text, size_t room) {
    FILE *file = fopen("/var/lib/dpkg/status", "r");
    size_t got = file ? fread(text, 1, room, file) : 0;
    if (file)
        fclose(file);
    return got;
}

const tally_part tally_parts[] = {part_host, part_packages, NULL};
