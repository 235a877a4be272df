#include "firmware.h"

#include <sodium.h>

static const unsigned char vendor_key[32] = {0x8f, 0x1d, 0x03, 0x5a, 0xcc, 0x40, 0x7e, 0x21};

int image_verify(const struct image *image) {
    return crypto_sign_verify_detached(image->signature, image->data, sizeof image->data,
                                       vendor_key) == 0;
}
