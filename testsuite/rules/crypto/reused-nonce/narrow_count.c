/* Counts that are one or two bytes themselves, and all of a nonce that goes on. */
#include <mbedtls/gcm.h>
#include <nettle/chacha-poly1305.h>
#include <stdint.h>
#include <string.h>

struct sender {
    struct chacha_poly1305_ctx cipher;
    uint8_t frame;
    uint16_t packet;
    uint64_t record;
};

static void bad_number(struct sender *sender, uint8_t nonce[12]) {
    memset(nonce, 0, 12);
    nonce[11] = sender->frame;
    sender->frame++;
}

void bad_byte(struct sender *sender, const uint8_t *key, size_t n, uint8_t *out,
              const uint8_t *in) {
    uint8_t nonce[12];
    bad_number(sender, nonce);
    chacha_poly1305_set_key(&sender->cipher, key);
    chacha_poly1305_set_nonce(&sender->cipher, nonce);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    chacha_poly1305_encrypt(&sender->cipher, n, out, in);
}

static uint16_t packets;

int bad_short(mbedtls_gcm_context *gcm, unsigned char *data, size_t n, unsigned char tag[16]) {
    unsigned char nonce[12] = {0};
    uint16_t number = ++packets;
    memcpy(nonce + 10, &number, sizeof number);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    return mbedtls_gcm_crypt_and_tag(gcm, MBEDTLS_GCM_ENCRYPT, n, nonce, sizeof nonce, NULL, 0,
                                     data, data, 16, tag);
}

/* In two pieces. */
int bad_pieces(struct sender *sender, mbedtls_gcm_context *gcm, unsigned char *data, size_t n,
               unsigned char tag[16]) {
    unsigned char nonce[12] = {0};
    sender->packet++;
    nonce[10] = (unsigned char)(sender->packet >> 8);
    nonce[11] = sender->packet & 0xff;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    return mbedtls_gcm_crypt_and_tag(gcm, MBEDTLS_GCM_ENCRYPT, n, nonce, sizeof nonce, NULL, 0,
                                     data, data, 16, tag);
}

/* What is over is carried. */
void good_carried(struct sender *sender, const uint8_t *key, size_t n, uint8_t *out,
                  const uint8_t *in) {
    static uint8_t low, high[11];
    uint8_t nonce[12];
    memcpy(nonce, high, 11);
    nonce[11] = low;
    if (++low == 0)
        for (int i = 10; i >= 0 && ++high[i] == 0; i--)
            ;
    chacha_poly1305_set_key(&sender->cipher, key);
    chacha_poly1305_set_nonce(&sender->cipher, nonce);
    chacha_poly1305_encrypt(&sender->cipher, n, out, in);
}

/* The sender stops before it begins anew. */
int good_stops(struct sender *sender, mbedtls_gcm_context *gcm, unsigned char *data, size_t n,
               unsigned char tag[16]) {
    unsigned char nonce[12] = {0};
    if (sender->packet == 0xffff)
        return -1;
    nonce[10] = (unsigned char)(sender->packet >> 8);
    nonce[11] = (unsigned char)sender->packet;
    sender->packet++;
    return mbedtls_gcm_crypt_and_tag(gcm, MBEDTLS_GCM_ENCRYPT, n, nonce, sizeof nonce, NULL, 0,
                                     data, data, 16, tag);
}

int good_wide(struct sender *sender, mbedtls_gcm_context *gcm, unsigned char *data, size_t n,
              unsigned char tag[16]) {
    unsigned char nonce[12] = {0};
    memcpy(nonce + 4, &sender->record, sizeof sender->record);
    sender->record++;
    return mbedtls_gcm_crypt_and_tag(gcm, MBEDTLS_GCM_ENCRYPT, n, nonce, sizeof nonce, NULL, 0,
                                     data, data, 16, tag);
}
