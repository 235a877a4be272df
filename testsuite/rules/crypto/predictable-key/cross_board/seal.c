#include <openssl/evp.h>
#include <string.h>

#include "board.h"

int bad_seal(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    char number[64] = "";
    unsigned char key[32] = {0};
    if (!board_number(number, sizeof number))
        return -1;
    memcpy(key, number, sizeof key);
    // report@+1: crypto/predictable-key
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, iv);
}

int good_seal(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    unsigned char key[32];
    if (!board_secret(key, sizeof key))
        return -1;
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, iv);
}
