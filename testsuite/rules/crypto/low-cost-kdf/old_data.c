/* Files that tell no count were made with one round; what the program writes itself has more. */
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdio.h>

struct head {
    unsigned char salt[16];
    int count;
};

static int derive(const char *word, int size, const struct head *head, unsigned char key[32]) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
    return PKCS5_PBKDF2_HMAC(word, size, head->salt, 16, head->count, EVP_sha256(), 32, key);
}

/* What is made here is protected by it, whatever other calls do. */
int bad_export(const char *word, int size, unsigned char key[32]) {
    struct head head = {.count = 1};
    return RAND_bytes(head.salt, 16) == 1 ? derive(word, size, &head, key) : 0;
}

int good_export(const char *word, int size, unsigned char key[32]) {
    struct head head = {.count = 600000};
    return RAND_bytes(head.salt, 16) == 1 ? derive(word, size, &head, key) : 0;
}

static int check(const char *word, int size, const unsigned char *salt, int count,
                 unsigned char key[32]) {
    return PKCS5_PBKDF2_HMAC(word, size, salt, 16, count, EVP_sha1(), 20, key);
}

int good_make(const char *word, int size, unsigned char key[32]) {
    unsigned char salt[16];
    return RAND_bytes(salt, 16) == 1 ? check(word, size, salt, 600000, key) : 0;
}

int good_open(FILE *file, const char *word, int size, unsigned char key[32]) {
    unsigned char salt[16];
    int count;
    if (fread(salt, 16, 1, file) != 1)
        return -1;
    if (fscanf(file, "%d", &count) != 1)
        count = 1;
    return check(word, size, salt, count, key);
}
