#include "vault.h"

#include <gcrypt.h>
#include <string.h>

int vault_key(const char *word, const unsigned char salt[16], unsigned rounds,
              unsigned char key[32]) {
    // report@+1: crypto/low-cost-kdf
    return gcry_kdf_derive(word, strlen(word), GCRY_KDF_PBKDF2, GCRY_MD_SHA256, salt, 16, rounds,
                           32, key)
               ? -1
               : 0;
}
