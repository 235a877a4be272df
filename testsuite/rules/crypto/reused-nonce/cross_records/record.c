#include "record.h"

#include <sodium.h>

int record_seal(struct record *record, const unsigned char *nonce, const unsigned char *key) {
    // report@+1: crypto/reused-nonce
    return crypto_secretbox_easy(record->sealed, record->text, sizeof record->text, nonce, key);
}
