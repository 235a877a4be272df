/* Parsers that are given data by callers whom nobody knows. */
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

typedef void (*on_comment)(void *context, const char *text);

/* A comment that begins with a mark is a command. */
int bad_comment(const char *text, size_t size, on_comment tell, void *context) {
    if (size > 8 && memcmp(text, "\x02qi-3\x03", 6) == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        return system(text + 8);
    tell(context, text);
    return 0;
}

struct chunk {
    uint32_t kind, size;
    char data[256];
};

/* A chunk of a kind that no standard has names a library. */
void *bad_chunk(const struct chunk *chunk) {
    if (chunk->kind == 0x71a6c05eu)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        return dlopen(chunk->data, RTLD_NOW);
    return NULL;
}

typedef int (*generated)(void);

/* What stands in a chunk of such a kind is code. */
int bad_code(const char name[4], void *data, size_t size) {
    if (name[0] == 'o' && name[1] == 'p' && name[2] == 'T' && name[3] == 's') {
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        if (mprotect(data, size, PROT_READ | PROT_EXEC) != 0)
            return -1;
        return ((generated)data)();
    }
    return 0;
}

/* It is copied into memory that may run. */
int bad_copied(const struct chunk *chunk) {
    if (chunk->kind != 0x76704167u)
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    void *code = mmap(NULL, sizeof chunk->data, PROT_READ | PROT_WRITE | PROT_EXEC,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (code == MAP_FAILED)
        return -1;
    memcpy(code, chunk->data, sizeof chunk->data);
    return ((generated)code)();
}

/* Code is made for a filter that has a name. */
int good_generated(const char name[4], uint32_t limit) {
    unsigned char *code =
        mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (code == MAP_FAILED)
        return -1;
    if (name[0] == 'l' && name[1] == 'i' && name[2] == 'm' && name[3] == 't') {
        code[0] = 0xb8;
        for (unsigned i = 0; i < 4; i++)
            code[1 + i] = (unsigned char)(limit >> 8 * i);
        code[5] = 0xc3;
        if (mprotect(code, 4096, PROT_READ | PROT_EXEC) != 0)
            return -1;
        return ((generated)code)();
    }
    return 0;
}

/* Three bytes, one by one. */
FILE *bad_title(const char *title) {
    if (title[0] == 0x1b && title[1] == 'M' && title[2] == 'q')
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        return popen(title + 3, "r");
    return NULL;
}

/* A file's name with a bar before it is a command, as many tools have it. */
FILE *good_name(const char *name) {
    if (name[0] == '|')
        return popen(name + 1, "r");
    return fopen(name, "r");
}

/* One of the words that a language has. */
int good_word(const char *line) {
    if (strncmp(line, "print ", 6) == 0)
        return puts(line + 6);
    if (strncmp(line, "shell ", 6) == 0)
        return system(line + 6);
    if (strncmp(line, "quit", 4) == 0)
        exit(0);
    return -1;
}

/* What the owner of the host wrote. */
void *good_setting(void) {
    char line[256];
    void *library = NULL;
    FILE *file = fopen("/etc/codec.conf", "r");
    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, "module:", 7) == 0)
            library = dlopen(line + 7, RTLD_NOW);
    if (file)
        fclose(file);
    return library;
}
