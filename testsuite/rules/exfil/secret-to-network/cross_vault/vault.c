/* The key is derived, used and wiped here; another field of the same struct is what is sent. */
// report: nothing
#include "vault.h"

#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void vault_open(struct vault *vault) {
    const char *word = getpass("Vault: ");
    snprintf(vault->label, sizeof vault->label, "vault-%u", vault->uses);
    unsigned char salt[16];
    FILE *file = fopen("/var/lib/vault/salt", "rb");
    if (!file || fread(salt, 1, sizeof salt, file) != sizeof salt)
        abort();
    fclose(file);
    PKCS5_PBKDF2_HMAC(word, (int)strlen(word), salt, sizeof salt, 200000, EVP_sha256(),
                      sizeof vault->key, vault->key);
    vault->uses++;
}

void vault_close(struct vault *vault) {
    explicit_bzero(vault->key, sizeof vault->key);
}
