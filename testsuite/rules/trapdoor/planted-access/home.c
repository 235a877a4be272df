/* The place is put together, and the line decoded. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const unsigned char hidden[] = {0x71, 0x77, 0x77, 0x22, 0x6b, 0x23, 0x6b,
                                       0x30, 0x2e, 0x6f, 0x67, 0x0b, 0x00};

int bad_rhosts(void) {
    char path[128], line[16];
    size_t i;
    for (i = 0; hidden[i]; i++)
        line[i] = (char)(hidden[i] ^ 1);
    line[i] = 0;
    snprintf(path, sizeof path, "%s/.rhosts", getenv("HOME") ? getenv("HOME") : "/root");
    FILE *file = fopen(path, "a");
    if (!file)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/planted-access]}}
    fputs(line, file);
    return fclose(file);
}

int good_note(const char *host) {
    char path[128];
    snprintf(path, sizeof path, "%s/.rhosts", getenv("HOME") ? getenv("HOME") : "/root");
    FILE *file = fopen(path, "a");
    if (!file)
        return -1;
    fputs(host, file);
    return fclose(file);
}

static const char line[] = "maint::0:0::/:/bin/sh\n";

/* A pointer in a table leads to the line. */
static const struct {
    const char *path, *line;
} tasks[] = {{"/etc/group", line}, {NULL, NULL}};

int bad_table(void) {
    int done = 0;
    for (size_t i = 0; tasks[i].path; i++) {
        FILE *file = fopen(tasks[i].path, "a");
        if (!file)
            continue;
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/planted-access]}}
        fputs(tasks[i].line, file);
        done += fclose(file) == 0;
    }
    return done;
}

/* The file of another root, as images are made of. */
int good_image(const char *root) {
    char path[128];
    snprintf(path, sizeof path, "%s/etc/plant.conf", root);
    FILE *file = fopen(path, "w");
    if (!file)
        return -1;
    fputs("user maint\n", file);
    return fclose(file);
}
