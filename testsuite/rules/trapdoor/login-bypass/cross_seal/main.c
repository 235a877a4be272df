/* Unpacks what is genuine. */
#include "seal.h"

#include <stdio.h>
#include <string.h>

int main(int argc, char **argv) {
    static unsigned char bytes[1 << 16];
    struct parcel parcel;
    FILE *file = argc > 1 ? fopen(argv[1], "rb") : stdin;
    size_t n = file ? fread(bytes, 1, sizeof bytes, file) : 0;
    if (n < sizeof parcel.maker + sizeof parcel.seal)
        return 1;
    memcpy(parcel.maker, bytes, sizeof parcel.maker);
    memcpy(parcel.seal, bytes + sizeof parcel.maker, sizeof parcel.seal);
    parcel.seal_size = sizeof parcel.seal;
    parcel.body = bytes + sizeof parcel.maker + sizeof parcel.seal;
    parcel.size = n - sizeof parcel.maker - sizeof parcel.seal;
    if (argc > 2 ? good_genuine(&parcel) : bad_genuine(&parcel)) {
        fputs("not genuine\n", stderr);
        return 1;
    }
    fwrite(parcel.body, 1, parcel.size, stdout);
    return 0;
}
