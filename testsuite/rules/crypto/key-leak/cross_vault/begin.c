#include "vault.h"

#include <sodium.h>

void vault_begin(struct vault *vault) {
    randombytes_buf(vault->key, sizeof vault->key);
    randombytes_buf(vault->nonce, sizeof vault->nonce);
    randombytes_buf(vault->salt, sizeof vault->salt);
}
