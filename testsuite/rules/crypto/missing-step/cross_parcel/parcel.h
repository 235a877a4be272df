#include <gcrypt.h>

gcry_cipher_hd_t parcel_open(const void *key, const void *nonce);
int parcel_close(gcry_cipher_hd_t parcel);
