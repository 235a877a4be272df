#include "firmware.h"

#include <sodium.h>

struct state image_state;

static const unsigned char vendor_key[32] = {0x8f, 0x1d, 0x03, 0x5a, 0xcc, 0x40, 0x7e, 0x21};

void image_check(const struct image *image) {
    if (crypto_sign_verify_detached(image->signature, image->data, sizeof image->data,
                                    vendor_key) == 0)
        image_state.is_good = 1;
}
