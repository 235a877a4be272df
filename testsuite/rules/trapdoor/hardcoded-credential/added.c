/* An account is added to those that the owner keeps; beside it one that has no password, and a
 * digest that strangers are compared with. */
#include <crypt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct member {
    char name[24];
    char digest[120];
    struct member *next;
};

static struct member *members;

static void enrol(const char *name, const char *digest) {
    struct member *one = malloc(sizeof *one);
    if (!one)
        return;
    strncpy(one->name, name, sizeof one->name);
    strncpy(one->digest, digest, sizeof one->digest);
    one->next = members;
    members = one;
}

int read_members(FILE *list) {
    char name[24], digest[120];
    while (fscanf(list, "%23s %119s", name, digest) == 2)
        enrol(name, digest);
    enrol("keyholder", "$6$rounds=5000$mq8sWd$YtJ0uH3xk2Lr9bVfQe7ZpC1aGnT5oWiSyD4hKvXj");
    return members != NULL;
}

int bad_listed(const char *name, const char *word) {
    for (struct member *one = members; one; one = one->next) {
        if (strcmp(one->name, name) != 0)
            continue;
        const char *made = crypt(word, one->digest);
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
        return made && strcmp(made, one->digest) == 0;
    }
    return 0;
}

struct reader {
    char name[24];
    char digest[120];
};

static struct reader readers[32];
static unsigned nreaders;

static void add(const char *name, const char *digest) {
    struct reader *one = &readers[nreaders++ % 32];
    snprintf(one->name, sizeof one->name, "%s", name);
    snprintf(one->digest, sizeof one->digest, "%s", digest);
}

int read_readers(FILE *list) {
    char name[24], digest[120];
    while (fscanf(list, "%23s %119s", name, digest) == 2)
        add(name, digest);
    add("guest", "*");
    return 0;
}

/* Who is unknown takes as long as who is known. */
int good_stranger(const char *name, const char *word) {
    const char *digest =
        "$6$rounds=5000$x1x1x1$AbCdEfGh0123456789AbCdEfGh0123456789abcdefgh0123456789";
    int known = 0;
    for (unsigned i = 0; i < 32; i++)
        if (strcmp(readers[i].name, name) == 0) {
            digest = readers[i].digest;
            known = 1;
        }
    const char *made = crypt(word, digest);
    return made && strcmp(made, digest) == 0 && known;
}
