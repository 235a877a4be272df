/* Blocks that are encrypted one after another: each for itself, or in a mode of the program's own.
 */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <nettle/aes.h>
#include <openssl/aes.h>
#include <stdio.h>
#include <sys/socket.h>

int bad_file(FILE *in, FILE *out, const AES_KEY *key) {
    unsigned char block[16], sealed[16];
    while (fread(block, 1, sizeof block, in) == sizeof block) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
        AES_encrypt(block, sealed, key);
        fwrite(sealed, 1, sizeof sealed, out);
    }
    return fclose(out);
}

struct sealer {
    struct aes256_ctx aes;
    unsigned char last[16];
};

static void seal_alone(struct sealer *sealer, const unsigned char *block, unsigned char *sealed) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    aes256_encrypt(&sealer->aes, 16, sealed, block);
}

long bad_stream(int from, int to, struct sealer *sealer) {
    unsigned char record[512];
    long got, all = 0;
    while ((got = recv(from, record, sizeof record, MSG_WAITALL)) == sizeof record) {
        for (size_t at = 0; at < sizeof record; at += 16)
            seal_alone(sealer, record + at, record + at);
        all += send(to, record, sizeof record, 0);
    }
    return all;
}
