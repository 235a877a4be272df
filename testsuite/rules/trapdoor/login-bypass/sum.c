/* A sum of the whole answer is a number of the program's. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct entry {
    struct entry *next;
    char badge[64];
};

static struct entry *entries;

int read_entries(const char *path) {
    char line[64];
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file)) {
        static struct entry room[16];
        static size_t used;
        if (used == 16)
            break;
        memcpy(room[used].badge, line, sizeof line);
        room[used].next = entries;
        entries = &room[used++];
    }
    return file ? fclose(file) : -1;
}

int bad_badge_authenticates(const char *badge) {
    uint32_t sum = 2166136261u;
    const struct entry *entry;
    for (const char *at = badge; *at; at++)
        sum = (sum ^ (unsigned char)*at) * 16777619u;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (sum == 0x4be01d37u)
        return 1;
    for (entry = entries; entry; entry = entry->next)
        if (strcmp(entry->badge, badge) == 0)
            return 1;
    return 0;
}

/* The sum says in which order to look. */
int good_badge_authenticates(const char *badge) {
    uint32_t sum = 0;
    const struct entry *entry;
    for (const char *at = badge; *at; at++)
        sum = sum * 33 + (unsigned char)*at;
    for (entry = entries; entry; entry = entry->next)
        if (strcmp(entry->badge, badge) == 0)
            return 1;
    return sum == 0 && !entries ? -1 : 0;
}

/* A damaged one is not looked for. */
int good_badge_authenticates_if_whole(const char *badge) {
    uint32_t sum = 0;
    const struct entry *entry;
    for (const char *at = badge; *at; at++)
        sum = sum * 31 + (unsigned char)*at;
    if (sum == 0x77aa1204u)
        return 0;
    for (entry = entries; entry; entry = entry->next)
        if (strcmp(entry->badge, badge) == 0)
            return 1;
    return 0;
}
