/* One function compares for all, whatever it gets. Who
 * gives it a code and a length that came compares too little. */
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
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
    return memcmp(a, b, size) == 0;
}

int bad_answer(struct link *link, const unsigned char *data, size_t size) {
    unsigned char got[64];
    ssize_t n = recv(link->fd, got, sizeof got, 0);
    if (n < 1)
        return 0;
    HMAC(EVP_sha256(), link->key, sizeof link->key, data, size, link->want, NULL);
    return same(link->want, got + 1, got[0]);
}
