/* Modes of the program's own, and a block that answers a challenge. */
// expected-no-diagnostics
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/aes.h>
#include <stdio.h>
#include <sys/socket.h>

/* Each is mixed with the one before. */
int good_chained(FILE *in, FILE *out, const AES_KEY *key, unsigned char *chain) {
    unsigned char block[16];
    while (fread(block, 1, sizeof block, in) == sizeof block) {
        for (size_t i = 0; i < sizeof block; i++)
            block[i] ^= chain[i];
        AES_encrypt(block, chain, key);
        fwrite(chain, 1, 16, out);
    }
    return fclose(out);
}

/* What is encrypted is a counter that the peer began. */
long good_counted(int from, int to, const AES_KEY *key) {
    unsigned char counter[16], mask[16], record[512];
    if (recv(from, counter, sizeof counter, MSG_WAITALL) != sizeof counter)
        return -1;
    while (recv(from, record, sizeof record, MSG_WAITALL) == sizeof record) {
        for (size_t at = 0; at < sizeof record; at++) {
            if (at % 16 == 0) {
                AES_encrypt(counter, mask, key);
                for (size_t i = 16; i-- > 12 && !++counter[i];)
                    ;
            }
            record[at] ^= mask[at % 16];
        }
        send(to, record, sizeof record, 0);
    }
    return 0;
}

/* One block answers a challenge. */
long good_answer(int peer, const AES_KEY *key) {
    unsigned char challenge[16], answer[16];
    if (recv(peer, challenge, sizeof challenge, MSG_WAITALL) != sizeof challenge)
        return -1;
    AES_encrypt(challenge, answer, key);
    return send(peer, answer, sizeof answer, 0);
}
