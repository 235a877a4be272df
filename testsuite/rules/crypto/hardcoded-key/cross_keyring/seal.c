#include "keyring.h"

#include <openssl/aes.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/x509.h>
#include <stdio.h>

/* From here the key is reached by name ... */
int seal(const unsigned char *in, unsigned char *out) {
    AES_KEY key;
    // report@+1: crypto/hardcoded-key
    AES_set_encrypt_key(master, 128, &key);
    AES_encrypt(in, out, &key);
    return 0;
}

/* ... from here through a table ... */
unsigned char *tag(int which, const unsigned char *in, size_t size, unsigned char *out) {
    const struct entry *entry = &keyring[which & 1];
    // report@+1: crypto/hardcoded-key
    return HMAC(EVP_sha256(), entry->bytes, (int)entry->size, in, size, out, NULL);
}

/* ... and from here through a pointer that the library moves. */
EVP_PKEY *load(void) {
    static const unsigned char der[48] = {0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06,
                                          0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
                                          0x77, 0x13, 0xc9, 0x05, 0xaa, 0x41, 0x9e, 0x62};
    const unsigned char *at = der;
    // report@+1: crypto/hardcoded-key
    return d2i_AutoPrivateKey(NULL, &at, sizeof der);
}

/* What is said to everybody is no key, and may be authenticated. */
unsigned char *greet(const unsigned char *key, unsigned char *out) {
    fwrite(banner, 1, sizeof banner - 1, stdout);
    return HMAC(EVP_sha256(), key, 32, banner, sizeof banner - 1, out, NULL);
}
