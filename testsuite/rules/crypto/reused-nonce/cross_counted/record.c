#include "record.h"

#include <sodium.h>

int record_seal(struct record *record, const unsigned char *nonce, const unsigned char *key) {
    return crypto_secretbox_easy(record->sealed, record->text, sizeof record->text, nonce, key);
}
