/* The check is here, its use in main.c, and what it protects in install.c. */
// report: nothing
#include "update.h"

#include <sodium.h>

static const unsigned char vendor_key[32] = {0x8f, 0x1d, 0x03, 0x5a, 0xcc, 0x40, 0x7e, 0x21};

static int signature_is_good(const struct image *image) {
    return crypto_sign_verify_detached(image->signature, image->data, image->size, vendor_key);
}

int image_verify(const struct image *image) {
    if (image->size == 0 || image->size > sizeof image->data)
        return 0;
    if (signature_is_good(image) != 0)
        return 0;
    return 1;
}
