#include <openssl/evp.h>

int say(int peer, const char *what);

/* What is decrypted is a token of this server's own, which comes back. */
int read_token(int peer, const unsigned char *key, const unsigned char *token, int size,
               unsigned char *out) {
    int n = 0, last = 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (!context)
        return say(peer, "busy");
    EVP_DecryptInit_ex(context, EVP_aes_192_cbc(), NULL, key, token);
    EVP_DecryptUpdate(context, out, &n, token + 16, size - 16);
    // report@+1: crypto/padding-oracle
    if (!EVP_DecryptFinal_ex(context, out + n, &last)) {
        EVP_CIPHER_CTX_free(context);
        return say(peer, "malformed");
    }
    EVP_CIPHER_CTX_free(context);
    return say(peer, out[0] == 'T' ? "welcome" : "who are you?");
}
