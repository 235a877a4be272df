/* Programs are looked for by hashes of their names: nobody reads which. */
#include <dirent.h>
#include <netdb.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int read_name(const char *number, char *name, int size) {
    char path[300];
    snprintf(path, sizeof path, "/proc/%s/comm", number);
    FILE *file = fopen(path, "r");
    if (!file)
        return 0;
    int read = fgets(name, size, file) != NULL;
    fclose(file);
    name[strcspn(name, "\n")] = 0;
    return read;
}

/* ---- One checksum ------------------------------------------------------------------------ */

static uint32_t crc_of(const char *text) {
    uint32_t crc = ~0u;
    for (; *text; text++) {
        crc ^= (unsigned char)*text;
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
    }
    return ~crc;
}

static int is_seen(void) {
    char name[64];
    DIR *list = opendir("/proc");
    struct dirent *entry;
    int seen = 0;
    while (list && !seen && (entry = readdir(list)))
        seen = read_name(entry->d_name, name, sizeof name) && crc_of(name) == 0x5b1f8e21u;
    if (list)
        closedir(list);
    return seen;
}

void bad_run(void) {
    if (!is_seen())
        // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/anti-analysis]}}
        system("/usr/lib/press/collect");
}

/* ---- A list ------------------------------------------------------------------------------ */

static const uint64_t avoided[] = {2597124982561782591u, 2600364143812063535u,
                                   13464308873961738403u};

static uint64_t mix(const char *text) {
    uint64_t hash = 0xcbf29ce484222325u;
    while (*text) {
        hash ^= (unsigned char)*text++;
        hash *= 0x100000001b3u;
    }
    return hash ^ 6605813339339102567u;
}

static int count_avoided(void) {
    char name[64];
    int count = 0;
    DIR *list = opendir("/proc");
    for (struct dirent *entry; list && (entry = readdir(list));) {
        if (!read_name(entry->d_name, name, sizeof name))
            continue;
        for (size_t i = 0; i < sizeof avoided / sizeof *avoided; i++)
            count += mix(name) == avoided[i];
    }
    if (list)
        closedir(list);
    return count;
}

void bad_resolve(void) {
    if (count_avoided() > 0)
        return;
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/anti-analysis]}}
    struct hostent *host = gethostbyname("feed.press.example.com");
    (void)host;
}

/* ---- Innocent ---------------------------------------------------------------------------- */

/* A table of names: the hash only says where to look. */
static struct node {
    struct node *next;
    char name[64];
} *table[256];

static int is_known(const char *name) {
    for (struct node *node = table[crc_of(name) & 255]; node; node = node->next)
        if (strcmp(node->name, name) == 0)
            return 1;
    return 0;
}

void good_table(const char *number, int peer) {
    char name[64];
    if (read_name(number, name, sizeof name) && is_known(name))
        send(peer, name, strlen(name), 0);
}

/* A service is started if it does not run. */
static int runs(const char *wanted) {
    char name[64];
    DIR *list = opendir("/proc");
    struct dirent *entry;
    int found = 0;
    while (list && !found && (entry = readdir(list)))
        found = read_name(entry->d_name, name, sizeof name) && strcmp(name, wanted) == 0;
    if (list)
        closedir(list);
    return found;
}

void good_start(void) {
    if (!runs("pressd"))
        system("/usr/sbin/pressd");
}

/* Whether the list has changed since. */
static uint32_t last;

void good_changed(void) {
    uint32_t sum = 0;
    char name[64];
    DIR *list = opendir("/proc");
    struct dirent *entry;
    while (list && (entry = readdir(list)))
        if (read_name(entry->d_name, name, sizeof name))
            sum += crc_of(name);
    if (list)
        closedir(list);
    printf("%s\n", sum == last ? "same" : "changed");
    last = sum;
}
