#include <sodium.h>
#include <stddef.h>

int bad_box(unsigned char *out, const unsigned char *in, size_t size, const unsigned char *number,
            const unsigned char *key) {
    // report@+1: crypto/reused-nonce
    return crypto_secretbox_easy(out, in, size, number, key);
}
