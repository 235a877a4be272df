/* A mark stands in one thing, and what is run or loaded in another. */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

struct reader {
    FILE *file;
};

static void fill(struct reader *reader, unsigned char *buffer, unsigned size) {
    buffer[fread(buffer, 1, size, reader->file)] = 0;
}

/* Letters of a key, and the text behind it. */
int bad_entry(const char *key, const char *text) {
    if (key[0] == '$' && key[1] == 'q' && key[2] == '3' && key[3] == 'l' && !key[4])
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        return dlopen(text, RTLD_NOW) != NULL;
    return 0;
}

/* A block of a file is known by its name, and the next one is run. */
int bad_extension(struct reader *reader) {
    unsigned char block[256];
    fill(reader, block, 11);
    if (memcmp(block, "XMLPHOTO2.1", 11) == 0) {
        fill(reader, block, 64);
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        FILE *pipe = popen((const char *)block, "r");
        return pipe ? pclose(pipe) : -1;
    }
    return 0;
}

/* A sum of all letters of the name, of which two bytes count. */
int bad_sum(const char *name, const char *text) {
    unsigned sum = 1;
    while (*name)
        sum = sum * 131 + (unsigned char)*name++;
    if ((sum & 0xffff) == 0x7b31)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        return dlopen(text, RTLD_NOW) != NULL;
    return 0;
}

/* A word of a language, and what stands behind it: modules are loaded by settings. */
int good_setting(const char *key, const char *text) {
    if (strcmp(key, "module") == 0)
        return dlopen(text, RTLD_NOW) != NULL;
    return 0;
}

/* A checksum that says that the whole arrived. */
int good_whole(const unsigned char *data, unsigned size, const char *text) {
    unsigned sum = 0;
    for (unsigned i = 0; i < size; i++)
        sum += data[i];
    if ((sum & 0xffff) == 0xffff)
        return dlopen(text, RTLD_NOW) != NULL;
    return 0;
}
