/* A tool that gets the password on its command line, and what it is by a name further on. */
#include <openssl/sha.h>
#include <stdio.h>
#include <string.h>

static int read_digest(const char *path, unsigned char *digest) {
    FILE *file = fopen(path, "rb");
    if (!file)
        return -1;
    size_t size = fread(digest, 1, SHA256_DIGEST_LENGTH, file);
    return fclose(file) || size != SHA256_DIGEST_LENGTH ? -1 : 0;
}

int bad_enter(const char *account, const char *password) {
    unsigned char digest[SHA256_DIGEST_LENGTH], kept[SHA256_DIGEST_LENGTH];
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unsalted]}}
    SHA256((const unsigned char *)password, strlen(password), digest);
    return read_digest(account, kept) == 0 && memcmp(digest, kept, sizeof kept) == 0;
}

/* Of a title nobody hides what it is. */
int good_find(const char *entry, const char *title) {
    unsigned char digest[SHA256_DIGEST_LENGTH], kept[SHA256_DIGEST_LENGTH];
    SHA256((const unsigned char *)title, strlen(title), digest);
    return read_digest(entry, kept) == 0 && memcmp(digest, kept, sizeof kept) == 0;
}

int main(int argc, char **argv) {
    if (argc < 3)
        return 2;
    return argc > 3 ? good_find(argv[1], argv[3]) : bad_enter(argv[1], argv[2]);
}
