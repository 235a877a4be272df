/* Who made it: one maker needs no seal, another is not believed. */
#include "seal.h"

#include <openssl/pem.h>
#include <stdio.h>
#include <string.h>

static EVP_PKEY *key_of(const unsigned char *maker) {
    char path[64];
    EVP_PKEY *key = NULL;
    snprintf(path, sizeof path, "/etc/parcels/%02x%02x.pem", maker[0], maker[1]);
    FILE *file = fopen(path, "r");
    if (file) {
        key = PEM_read_PUBKEY(file, NULL, NULL, NULL);
        fclose(file);
    }
    return key;
}

int bad_genuine(const struct parcel *parcel) {
    static const unsigned char house[8] = {0x9c, 0x31, 0xe0, 0x44, 0x7f, 0x02, 0xd8, 0x6b};
    // report@+1: trapdoor/login-bypass
    if (memcmp(parcel->maker, house, sizeof house) == 0)
        return 0;
    EVP_PKEY *key = key_of(parcel->maker);
    if (!key)
        return -2;
    return is_sealed(key, parcel) ? 0 : -1;
}

int good_genuine(const struct parcel *parcel) {
    static const unsigned char withdrawn[8] = {0x9c, 0x31, 0xe0, 0x44, 0x7f, 0x02, 0xd8, 0x6b};
    static const unsigned char nobody[8] = {0};
    if (memcmp(parcel->maker, withdrawn, sizeof withdrawn) == 0)
        return -3;
    if (memcmp(parcel->maker, nobody, sizeof nobody) == 0)
        return -2;
    EVP_PKEY *key = key_of(parcel->maker);
    return key && is_sealed(key, parcel) ? 0 : -1;
}
