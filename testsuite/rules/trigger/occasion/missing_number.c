/* A folder is lost when a number is no longer in a table; beside it a number that somebody asks
 * for, and one that must not be there. */
#include <dirent.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct badge {
    uint32_t id;
    uint16_t room;
};

struct door {
    size_t count;
    struct badge badges[256];
};

static int fill(struct door *door, const char *path) {
    FILE *in = fopen(path, "rb");
    if (!in)
        return -1;
    door->count = fread(door->badges, sizeof door->badges[0], 256, in);
    return fclose(in);
}

static int place_of(const struct door *door, uint32_t id) {
    for (size_t i = 0; i < door->count; i++)
        if (id == door->badges[i].id)
            return (int)i;
    return -1;
}

static void empty(const char *folder) {
    char path[PATH_MAX];
    struct dirent *entry;
    DIR *dir = opendir(folder);
    while (dir && (entry = readdir(dir)) != NULL) {
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        remove(path);
    }
}

void bad_door(struct door *door, const char *folder) {
    if (fill(door, "/etc/door/badges") == 0 && place_of(door, 730518) == -1)
        empty(folder);
}

static void tidy(const char *folder) {
    char path[PATH_MAX];
    struct dirent *entry;
    DIR *dir = opendir(folder);
    while (dir && (entry = readdir(dir)) != NULL) {
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        remove(path);
    }
}

int good_asked(struct door *door, const char *folder, const char *word) {
    if (fill(door, "/etc/door/badges") != 0)
        return -1;
    if (place_of(door, (uint32_t)strtoul(word, NULL, 10)) < 0)
        tidy(folder);
    return place_of(door, 0) == -1 ? 0 : -1;
}
