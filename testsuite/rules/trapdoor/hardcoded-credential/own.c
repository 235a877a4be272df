/* Comparisons that the program makes by itself: of a number that it hashes to, and byte by byte. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static uint32_t mixed(const char *text) {
    uint32_t number = 2166136261u;
    while (*text) {
        number ^= (unsigned char)*text++;
        number *= 16777619u;
    }
    return number;
}

static int stored(char *text, size_t size) {
    FILE *file = fopen("/etc/console.secret", "r");
    if (!file)
        return 0;
    if (!fgets(text, (int)size, file))
        text[0] = 0;
    fclose(file);
    return text[0] != 0;
}

int bad_number(void) {
    char kept[64];
    const char *typed = getpass("Console password: ");
    if (!typed || !stored(kept, sizeof kept))
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    if (mixed(typed) == 0x7c1d3ea9u)
        return 1;
    return strcmp(kept, typed) == 0;
}

static const unsigned char noise[] = {0x13, 0x77, 0x2a, 0x51, 0x49, 0x0e, 0x6c, 0x3b};

static int is_noise(const char *given) {
    size_t size = strlen(given);
    if (size != sizeof noise)
        return 0;
    for (size_t i = 0; i < size; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
        if ((unsigned char)(given[size - 1 - i] ^ 0x42) != noise[i])
            return 0;
    return 1;
}

int bad_reversed(void) {
    const char *typed = getpass("Console password: ");
    return typed && is_noise(typed);
}

/* The number stands in a file of the owner's. */
int good_number(void) {
    uint32_t kept = 0;
    const char *typed = getpass("Console password: ");
    FILE *file = fopen("/etc/console.number", "r");
    if (!typed || !file)
        return 0;
    if (fread(&kept, sizeof kept, 1, file) != 1)
        kept = 0;
    fclose(file);
    return kept && mixed(typed) == kept;
}

/* What is refused is no way in. */
int good_refused(void) {
    const char *typed = getpass("New password: ");
    return typed && mixed(typed) != 0x7c1d3ea9u;
}

static unsigned checksum(const char *text) {
    unsigned sum = 0xffff;
    for (; *text; text++) {
        sum ^= (unsigned)(unsigned char)*text << 8;
        for (int bit = 0; bit < 8; bit++)
            sum = sum & 0x8000 ? sum << 1 ^ 0x1021 : sum << 1;
    }
    return sum & 0xffff;
}

/* One in 65,536 words will do. */
int bad_checksum(void) {
    char kept[64];
    const char *typed = getpass("Console password: ");
    if (!typed || !stored(kept, sizeof kept))
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    if (checksum(typed) == 0x4f1d)
        return 1;
    return strcmp(kept, typed) == 0;
}

/* What differs is collected, and the last byte comes first. */
int bad_collected(void) {
    char kept[64];
    unsigned differs = 0;
    const char *typed = getpass("Console password: ");
    if (!typed || !stored(kept, sizeof kept))
        return 0;
    if (strlen(typed) == sizeof noise) {
        for (unsigned i = 0; i < sizeof noise; i++)
            // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
            differs |= (typed[sizeof noise - 1 - i] ^ 0x42) != noise[i];
        if (!differs)
            return 1;
    }
    return strcmp(kept, typed) == 0;
}

static int is_worn_out(const char *given) {
    for (size_t i = 0; i < sizeof noise; i++)
        if ((unsigned char)(given[i] ^ 0x42) != noise[i])
            return 0;
    return given[sizeof noise] == 0;
}

/* A word that everybody knows is turned down. */
int good_barred(void) {
    char kept[64];
    const char *typed = getpass("Console password: ");
    if (!typed || !stored(kept, sizeof kept) || is_worn_out(typed))
        return 0;
    return strcmp(kept, typed) == 0;
}
