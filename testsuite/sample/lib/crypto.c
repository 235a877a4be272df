/* Signatures of updates, names of cache files, and sealing of what leaves by USB stick. */
#include "larder.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <stdio.h>
#include <string.h>

int crypto_verify(const char *key_file, const void *data, size_t size,
                  const unsigned char *signature) {
    FILE *file = fopen(key_file, "r");
    EVP_PKEY *key = file ? PEM_read_PUBKEY(file, NULL, NULL, NULL) : NULL;
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int good = 0;
    if (file)
        fclose(file);
    if (key && context && EVP_DigestVerifyInit(context, NULL, EVP_sha256(), NULL, key) == 1)
        good = EVP_DigestVerify(context, signature, SIGNATURE_SIZE, data, size) == 1;
    EVP_MD_CTX_free(context);
    EVP_PKEY_free(key);
    return good;
}

void crypto_cache_name(const char *text, char name[33]) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    EVP_Digest(text, strlen(text), digest, &length, EVP_md5(), NULL);
    for (unsigned i = 0; i < 16; i++)
        snprintf(name + 2 * i, 3, "%02x", digest[i]);
}

int crypto_seal(const struct settings *settings, const void *data, int size, unsigned char *out) {
    int first = 0, last = 0;
    unsigned char *iv = out, *body = out + 16;
    const EVP_CIPHER *cipher = EVP_get_cipherbyname(settings->seal);
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (!cipher || !context || RAND_bytes(iv, 16) != 1)
        return -1;
    bool good = EVP_EncryptInit_ex(context, cipher, NULL, settings->history_key, iv) == 1 &&
                EVP_EncryptUpdate(context, body, &first, data, size) == 1 &&
                EVP_EncryptFinal_ex(context, body + first, &last) == 1;
    if (good && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, 16, body + first + last) == 1)
        last += 16;
    EVP_CIPHER_CTX_free(context);
    return good ? 16 + first + last : -1;
}
