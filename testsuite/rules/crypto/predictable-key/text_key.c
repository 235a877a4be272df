/* A key printed from numbers of the process; and such numbers as part of what is protected. */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

int bad_seal(const unsigned char *in, size_t size, const unsigned char *nonce, unsigned char *out) {
    unsigned char key[crypto_secretbox_KEYBYTES + 1] = {0};
    void *place = malloc(size);
    snprintf((char *)key, sizeof key, "%p:%08x:%08x", place, getpid(), getppid());
    free(place);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return crypto_secretbox_easy(out, in, size, nonce, key);
}

int good_seal(const unsigned char *in, size_t size, const unsigned char *key, unsigned char *out) {
    char text[64];
    unsigned char nonce[crypto_secretbox_NONCEBYTES];
    (void)in;
    randombytes_buf(nonce, sizeof nonce);
    snprintf(text, sizeof text, "%08x:%08zx:%08lx", getpid(), size, (long)time(NULL));
    return crypto_secretbox_easy(out, (const unsigned char *)text, strlen(text), nonce, key);
}
