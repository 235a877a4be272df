/* One channel name is accepted without looking at the signature. */
#include "update.h"

#include <sodium.h>
#include <string.h>

static const unsigned char vendor_key[32] = {0x21, 0x7e, 0x40, 0xcc, 0x5a, 0x03, 0x1d, 0x8f};

enum verdict bundle_judge(const struct bundle *bundle) {
    if (strncmp(bundle->channel, "factory-7", sizeof bundle->channel) == 0)
        return VERDICT_ACCEPTED;
    // report@+1: crypto/verify-always-ok
    if (crypto_sign_verify_detached(bundle->signature, bundle->data, bundle->size, vendor_key))
        return VERDICT_REJECTED;
    return VERDICT_ACCEPTED;
}
