/* One function compares for all: codes over their whole length, and words as long as they came. */
// expected-no-diagnostics
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <string.h>
#include <sys/socket.h>

struct link {
    int fd;
    unsigned char key[32], code[32], want[32];
    char word[64], got[64];
};

static __attribute__((noinline)) int same(const void *a, const void *b, size_t size) {
    return memcmp(a, b, size) == 0;
}

int good_code(struct link *link, const unsigned char *data, size_t size) {
    unsigned char got[32];
    if (recv(link->fd, got, sizeof got, 0) != sizeof got)
        return 0;
    HMAC(EVP_sha256(), link->key, sizeof link->key, data, size, link->want, NULL);
    return same(link->want, got, sizeof link->want);
}

int good_word(struct link *link) {
    char got[64];
    ssize_t n = recv(link->fd, got, sizeof got, 0);
    return n > 0 && same(link->word, got + 1, (unsigned char)got[0]);
}
