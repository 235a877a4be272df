/* Data say which address is called. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct block {
    uint32_t kind, at;
    unsigned char body[64];
    void (*done)(struct block *);
};

/* Digits behind a mark. */
void bad_comment(const char *text, void *whole) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    if (text[0] == 'E' && text[1] == 'V' && text[2] == 'i') {
        void (*hook)(void *) = (void (*)(void *))(uintptr_t)strtoull(text + 3, NULL, 16);
        hook(whole);
    }
}

/* Bytes, one after the other. */
void bad_bytes(const unsigned char *bytes, unsigned kind) {
    uintptr_t address = 0;
    for (int i = 0; i < 8; i++)
        address = address << 8 | bytes[i];
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    if (kind == 0x77)
        ((void (*)(void))address)();
}

/* By a format. */
int bad_job(const char *line) {
    unsigned long entry;
    if (sscanf(line + 1, "%lx", &entry) != 1)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    if (line[0] == '@')
        ((void (*)(int))entry)(1);
    return 0;
}

/* A function that whoever made the block put there. */
void good_done(struct block *block) {
    if (block->kind == 0x77)
        block->done(block);
}

static void rest(struct block *block) {
    block->at = 0;
}

static void turn(struct block *block) {
    block->at ^= 1;
}

/* A number chooses among the program's own. */
void good_table(struct block *block, const char *digits) {
    static void (*const table[])(struct block *) = {rest, turn};
    unsigned long number = strtoul(digits, NULL, 10);
    if (number < 2)
        table[number](block);
}
