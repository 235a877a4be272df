#include "mac.h"

int mac_begin(struct mac *mac, const void *key, size_t size) {
    if (gcry_mac_open(&mac->handle, GCRY_MAC_HMAC_SHA256, 0, NULL))
        return -1;
    return gcry_mac_setkey(mac->handle, key, size) ? -1 : 0;
}

int mac_add(struct mac *mac, const void *data, size_t size) {
    return gcry_mac_write(mac->handle, data, size) ? -1 : 0;
}

int mac_end(struct mac *mac, const unsigned char *code, size_t size) {
    int ok = code && size == 32;
    // report@+1: crypto/missing-step
    gcry_mac_close(mac->handle);
    return ok ? 0 : -1;
}
