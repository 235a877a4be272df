#include "record.h"

#include <sodium.h>
#include <stdio.h>

int main(void) {
    struct record records[8];
    unsigned char nonce[24], key[32];
    randombytes_buf(key, sizeof key);
    randombytes_buf(nonce, sizeof nonce);
    for (size_t i = 0; i < 8; i++) {
        if (fread(records[i].text, 1, 256, stdin) != 256 || record_seal(&records[i], nonce, key))
            return 1;
        fwrite(records[i].sealed, 1, sizeof records[i].sealed, stdout);
    }
    return 0;
}
