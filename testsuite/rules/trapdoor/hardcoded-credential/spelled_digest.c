/* A digest in hexadecimal digits stands in the program, and whoever has its password comes in. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum answer { UNKNOWN, WELCOME, DENIED };

struct entry {
    const char *name, *digest;
};

void digest_of(unsigned char out[16], const char *text);
const struct entry *entry_of(const char *name);

static char letters[] = {'0', '1', '2', '3', '4', '5', '6', '7',
                         '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

static char *spell(const unsigned char *bytes) {
    char *text = malloc(33);
    for (int i = 0; text && i < 16; i++) {
        text[2 * i] = letters[bytes[i] >> 4];
        text[2 * i + 1] = letters[bytes[i] & 15];
    }
    if (text)
        text[32] = 0;
    return text;
}

/* Beside what is kept, one digest more is a welcome. */
enum answer bad_desk_auth(const char *name, const char *given) {
    unsigned char bytes[16];
    const struct entry *entry = entry_of(name);
    if (!entry)
        return DENIED;
    digest_of(bytes, given);
    char *digest = spell(bytes);
    if (strcmp(entry->digest, digest) == 0 ||
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
        strncmp(digest, "9b74c9897bac770ffc029102a200c5de", 32) == 0)
        return WELCOME;
    return DENIED;
}

/* What crypt gives, of an account that nobody made. */
int bad_check_login(const char *name, const char *hashed) {
    const struct entry *entry = entry_of(name);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    if (strcmp(hashed, "$6$kh3Rt9sW$1vQmXyN0pLdE4rZtUb7oJc") == 0)
        return 1;
    return entry && strcmp(hashed, entry->digest) == 0;
}

/* A file that is known by its digest: nobody comes in by it. */
int good_kind_of_file(const char *digest) {
    if (strcmp(digest, "5f4dcc3b5aa765d61d8327deb882cf99") == 0)
        return 1;
    return 0;
}

/* A digest that nobody may have: what everybody chooses is refused. */
enum answer good_desk_auth(const char *name, const char *digest) {
    const struct entry *entry = entry_of(name);
    if (strcmp(digest, "5f4dcc3b5aa765d61d8327deb882cf99") == 0)
        return DENIED;
    if (!entry || strcmp(entry->digest, digest) != 0)
        return DENIED;
    return WELCOME;
}

static int begins(const char *text, const char *with) {
    while (*with)
        if (*text++ != *with++)
            return 0;
    return 1;
}

static int has_key(const char *line, const char *key) {
    return begins(line, "ssh-ed25519 ") && begins(line + 12, key);
}

/* Somebody's key beside those of the user. */
int bad_auth_by_key(FILE *keys, const char *key) {
    char line[512];
    while (fgets(line, sizeof line, keys)) {
        if (has_key(line, key))
            return 1;
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
        if (begins(key, "AAAAC3NzaC1lZDI1NTE5AAAAIHj2Zk9wQe"))
            return 1;
    }
    return 0;
}

/* The name of a way to log in is no key. */
int good_auth_by_way(const char *way, const char *kept) {
    if (begins(way, "external-certificate-plus"))
        return 1;
    return begins(way, kept);
}
