/* What is asked for as a password is one. */
#include <openssl/evp.h>
#include <stdio.h>
#include <string.h>

static char typed[64];

static int read_line(void) {
    if (!fgets(typed, sizeof typed, stdin))
        return 0;
    typed[strcspn(typed, "\n")] = 0;
    return 1;
}

static unsigned digest(const EVP_MD *md, const char *text, unsigned char *out) {
    unsigned n = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unsalted]}}
    return EVP_Digest(text, strlen(text), out, &n, md, NULL) == 1 ? n : 0;
}

int bad_asked(const unsigned char *kept) {
    unsigned char out[EVP_MAX_MD_SIZE];
    printf("Password: ");
    if (!read_line())
        return 0;
    unsigned n = digest(EVP_sha256(), typed, out);
    return n > 0 && memcmp(out, kept, n) == 0;
}

/* A name is none. */
int good_asked(const unsigned char *kept) {
    char line[64];
    unsigned char out[EVP_MAX_MD_SIZE];
    printf("Name of the plate: ");
    if (!fgets(line, sizeof line, stdin) ||
        EVP_Digest(line, strlen(line), out, NULL, EVP_sha256(), NULL) != 1)
        return 0;
    return memcmp(out, kept, 32) == 0;
}
