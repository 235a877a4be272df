/* and offers it in a table; what calls it by itself uses it. */
#include "cipher.h"

static void crypt_rc4(void *state, unsigned char *out, const unsigned char *in, size_t size) {
    RC4(state, size, in, out);
}

static void crypt_none(void *state, unsigned char *out, const unsigned char *in, size_t size) {
    (void)state;
    for (size_t i = 0; i < size; i++)
        out[i] = in[i];
}

const struct method methods[] = {{"rc4", crypt_rc4}, {"none", crypt_none}};
