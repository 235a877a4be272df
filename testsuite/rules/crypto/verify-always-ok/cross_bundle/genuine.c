/* Names that are known are refused, not let through. */
// report: nothing
#include "bundle.h"

#include <sodium.h>

static const unsigned char key[32] = {0x4c, 0x90, 0x13, 0xaa, 0x01, 0x7e};

int bundle_is_genuine(const struct bundle *bundle) {
    if (bundle_is_known(bundle))
        return 0;
    return crypto_sign_verify_detached(bundle->signature, bundle->data, bundle->size, key) == 0;
}
