/* What came is decrypted, used, and never held against its tag. */
#include "parcel.h"

#include <stdio.h>

int main(int argc, char **argv) {
    unsigned char block[1024];
    if (argc < 3)
        return 2;
    size_t size = fread(block, 1, sizeof block, stdin);
    gcry_cipher_hd_t parcel = parcel_open(argv[1], argv[2]);
    if (!parcel || gcry_cipher_decrypt(parcel, block, size, NULL, 0))
        return 2;
    fwrite(block, 1, size, stdout);
    return parcel_close(parcel);
}
