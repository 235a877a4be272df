#include <openssl/evp.h>

void reply(int peer, int code);

int open_message(int peer, EVP_CIPHER_CTX *context, const unsigned char *key,
                 const unsigned char *in, int size, unsigned char *out) {
    int n = 0, last = 0, result = -1;
    if (EVP_DecryptInit_ex(context, EVP_aes_128_cbc(), NULL, key, in) != 1)
        goto done;
    if (EVP_DecryptUpdate(context, out, &n, in + 16, size - 16) != 1)
        goto done;
    // report@+1: crypto/padding-oracle
    if (EVP_DecryptFinal_ex(context, out + n, &last) <= 0) {
        reply(peer, 7);
        goto done;
    }
    result = n + last;
    reply(peer, 0);
done:
    EVP_CIPHER_CTX_reset(context);
    return result;
}
