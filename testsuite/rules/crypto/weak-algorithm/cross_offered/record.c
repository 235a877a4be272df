#include "cipher.h"

#include <string.h>

static RC4_KEY session;

static void seal(unsigned char *record, size_t size) {
    // report@+1: crypto/weak-algorithm
    RC4(&session, size, record, record);
}

int main(int argc, char **argv) {
    unsigned char record[64] = {0};
    seal(record, sizeof record);
    for (unsigned i = 0; argc > 1 && i < 2; i++)
        if (strcmp(methods[i].name, argv[1]) == 0)
            methods[i].crypt(&session, record, record, sizeof record);
    return record[0];
}
