/* A channel is logged by a label in hexadecimal digits that stands in the same struct as its key.
 */
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdio.h>
#include <syslog.h>

struct channel {
    unsigned char key[32], vector[16];
    char label[65];
};

static void print_digits(const unsigned char *from, int count, char *to) {
    for (int i = 0; i < count; i++)
        sprintf(to + 2 * i, "%02x", from[i]);
}

static int draw(struct channel *channel) {
    return RAND_bytes(channel->key, sizeof channel->key) == 1 &&
           RAND_bytes(channel->vector, sizeof channel->vector) == 1;
}

int bad_label(EVP_CIPHER_CTX *context, struct channel *channel) {
    if (!draw(channel))
        return 0;
    print_digits(channel->key, 32, channel->label);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/key-leak]}}
    syslog(LOG_INFO, "channel %s", channel->label);
    return EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), NULL, channel->key, channel->vector);
}

int good_label(EVP_CIPHER_CTX *context, struct channel *channel) {
    if (!draw(channel))
        return 0;
    print_digits(channel->vector, 16, channel->label);
    syslog(LOG_INFO, "channel %s", channel->label);
    return EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), NULL, channel->key, channel->vector);
}
