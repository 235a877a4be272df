#include <gcrypt.h>
#include <stdio.h>
#include <stdlib.h>

void start_for(const char *user, unsigned char start[12]);

static int seal(gcry_cipher_hd_t cipher, const char *user, unsigned char *text, size_t n) {
    unsigned char start[12], tag[16];
    start_for(user, start);
    if (gcry_cipher_setiv(cipher, start, sizeof start))
        return -1;
    // report@+1: crypto/reused-nonce
    if (gcry_cipher_encrypt(cipher, text, n, NULL, 0) || gcry_cipher_gettag(cipher, tag, 16))
        return -1;
    return fwrite(text, 1, n, stdout) == n && fwrite(tag, 1, 16, stdout) == 16 ? 0 : -1;
}

int main(void) {
    gcry_cipher_hd_t cipher;
    unsigned char key[32], text[1024];
    const char *user = getenv("LOGNAME");
    FILE *keys = fopen("/etc/mailbox/key", "rb");
    if (!keys || !user || fread(key, 1, sizeof key, keys) != sizeof key ||
        gcry_cipher_open(&cipher, GCRY_CIPHER_AES256, GCRY_CIPHER_MODE_GCM, 0) ||
        gcry_cipher_setkey(cipher, key, sizeof key))
        return 1;
    for (size_t n; (n = fread(text, 1, sizeof text, stdin)) > 0;)
        if (seal(cipher, user, text, n))
            return 1;
    gcry_cipher_close(cipher);
    return fclose(keys);
}
