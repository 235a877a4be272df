/* Words that the program makes of others, and numbers that have to stand side by side. */
#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct entry {
    const char *name, *value;
};

/* Letter by letter, from what stands in the program. */
int bad_moved(const struct entry *entry) {
    static const char from[] = "hncpw+>?";
    char word[16];
    for (unsigned i = 0; i < sizeof from; i++)
        word[i] = (char)(from[i] ? from[i] ^ 6 : 0);
    if (strcmp(entry->name, word) == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        return system(entry->value);
    return 0;
}

/* Of two pieces. */
int bad_joined(const struct entry *entry) {
    char word[32] = "";
    strcat(word, "grey");
    strcat(word, "-lantern7");
    if (strcmp(entry->name, word) == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        return system(entry->value);
    return 0;
}

static void fill(char *word, const char *from) {
    for (; *from; from++)
        *word++ = (char)(*from + 1);
    *word = 0;
}

/* By a function. */
int bad_filled(const struct entry *entry) {
    char word[16];
    fill(word, "s`qm62");
    if (strcmp(entry->name, word) == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        return system(entry->value);
    return 0;
}

struct head {
    uint16_t kind, part, count, mark;
};

/* Two numbers are as rare as one of four bytes. */
int bad_pair(const struct head *head, const char *text) {
    if (head->part == 0x6b1d && head->mark == 0x94e7)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        return system(text);
    return 0;
}

/* Words that are looked for in a table are a list. */
int good_table(const struct entry *entry) {
    static const char *const words[] = {"run", "view", "edit", "print"};
    for (unsigned i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(entry->name, words[i]) == 0)
            printf("%s: %s\n", words[i], entry->value);
    return 0;
}

/* What is compared comes from whoever calls, changed. */
int good_folded(const struct entry *entry, const char *key) {
    char word[32];
    unsigned i = 0;
    for (; key[i] && i < sizeof word - 1; i++)
        word[i] = (char)tolower((unsigned char)key[i]);
    word[i] = 0;
    if (strcmp(entry->name, word) == 0)
        return system(entry->value);
    return 0;
}

/* Kinds and errors. */
int good_kinds(const struct head *head, const char *text) {
    if (head->kind == 0x102 && head->part == 0x110)
        return system(text);
    return 0;
}
