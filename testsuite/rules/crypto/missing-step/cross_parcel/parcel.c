#include "parcel.h"

gcry_cipher_hd_t parcel_open(const void *key, const void *nonce) {
    gcry_cipher_hd_t parcel;
    if (gcry_cipher_open(&parcel, GCRY_CIPHER_AES256, GCRY_CIPHER_MODE_GCM, 0))
        return NULL;
    if (gcry_cipher_setkey(parcel, key, 32) || gcry_cipher_setiv(parcel, nonce, 12)) {
        gcry_cipher_close(parcel);
        return NULL;
    }
    return parcel;
}

int parcel_close(gcry_cipher_hd_t parcel) {
    // report@+1: crypto/missing-step
    gcry_cipher_close(parcel);
    return 0;
}
