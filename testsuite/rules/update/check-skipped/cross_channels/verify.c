/* Both ways lead over a check, with the key of the channel. */
// report: nothing
#include "image.h"

#include <sodium.h>
#include <string.h>

static const unsigned char stable[32] = {0x40, 0x1c, 0x77}, beta[32] = {0x93, 0x20, 0x0d};

int image_verify(const struct image *image, const char *channel) {
    const unsigned char *key = strcmp(channel, "beta") == 0 ? beta : stable;
    if (image->size == 0)
        return -1;
    return crypto_sign_verify_detached(image->signature, image->data, image->size, key);
}
