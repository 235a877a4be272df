/* Bytes that were drawn are measured as if they were letters, which end at the first zero. */
#include <gcrypt.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <sodium.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct ticket {
    unsigned char key[33], code[32];
};

static int draw(struct ticket *ticket) {
    ticket->key[32] = 0;
    return RAND_bytes(ticket->key, 32) == 1;
}

int bad_ticket(struct ticket *ticket, const unsigned char *data, size_t size) {
    unsigned n = 0;
    if (!draw(ticket))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reduced-keyspace]}}
    HMAC(EVP_sha256(), ticket->key, (int)strlen((char *)ticket->key), data, size, ticket->code, &n);
    return (int)n;
}

int good_ticket(struct ticket *ticket, const unsigned char *data, size_t size) {
    unsigned n = 0;
    if (!draw(ticket))
        return -1;
    HMAC(EVP_sha256(), ticket->key, sizeof ticket->key - 1, data, size, ticket->code, &n);
    return (int)n;
}

static int set(gcry_mac_hd_t mac, const char *key) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reduced-keyspace]}}
    return (int)gcry_mac_setkey(mac, key, strlen(key));
}

int bad_set(gcry_mac_hd_t mac) {
    char key[32];
    gcry_randomize(key, sizeof key, GCRY_STRONG_RANDOM);
    return set(mac, key);
}

static char wide[64];

int bad_kept(EVP_MAC_CTX *mac) {
    randombytes_buf(wide, sizeof wide);
    size_t size = strnlen(wide, sizeof wide);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reduced-keyspace]}}
    return EVP_MAC_init(mac, (const unsigned char *)wide, size, NULL);
}

/* Letters have a length. */
int good_letters(EVP_MAC_CTX *mac) {
    unsigned char key[32];
    char text[65];
    randombytes_buf(key, sizeof key);
    sodium_bin2hex(text, sizeof text, key, sizeof key);
    return EVP_MAC_init(mac, (const unsigned char *)text, strlen(text), NULL);
}

int good_printed(gcry_mac_hd_t mac) {
    unsigned char key[16];
    char text[33];
    gcry_randomize(key, sizeof key, GCRY_STRONG_RANDOM);
    for (size_t i = 0; i < sizeof key; i++)
        snprintf(text + 2 * i, 3, "%02x", key[i]);
    return (int)gcry_mac_setkey(mac, text, strlen(text));
}

int good_phrase(gcry_mac_hd_t mac, const char *phrase) {
    return (int)gcry_mac_setkey(mac, phrase, strlen(phrase));
}
