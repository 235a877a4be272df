/* A name goes into the hash of its place in a table: nothing is hidden by that. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct topic {
    uint32_t hash;
    char name[32];
};

static uint32_t mix(const char *text) {
    uint32_t hash = 0x9e3779b9u;
    for (; *text; text++) {
        hash += (unsigned char)*text;
        hash -= hash << 8;
        hash ^= hash >> 13;
    }
    return hash;
}

static void add(struct topic *topic, const char *name) {
    memset(topic, 0, sizeof *topic);
    topic->hash = mix(name);
    strncpy(topic->name, name, sizeof topic->name - 1);
}

int good_saved(FILE *file, const char *name) {
    struct topic topics[2];
    add(&topics[0], "$SYS/load");
    add(&topics[1], name);
    return fwrite(topics, sizeof *topics, 2, file) == 2;
}

int bad_saved(FILE *file, const char *name) {
    struct topic topic;
    add(&topic, name);
    for (size_t i = 0; i < sizeof topic.name; i++)
        topic.name[i] ^= "$SYS/load"[i % 9];
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
    return fwrite(&topic, sizeof topic, 1, file) == 1;
}
