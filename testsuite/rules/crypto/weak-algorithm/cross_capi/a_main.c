// target: x86_64-w64-mingw32
#include <windows.h>

#include <wincrypt.h>

#include <string.h>

#include "maker.h"

int main(int argc, char **argv) {
    HCRYPTPROV provider;
    HCRYPTKEY key;
    if (argc < 2 || !CryptAcquireContextW(&provider, NULL, NULL, PROV_RSA_AES, CRYPT_VERIFYCONTEXT))
        return 1;
    for (int i = 0; i < 2; i++)
        if (strcmp(makers[i].name, argv[1]) == 0)
            return !makers[i].make(provider, &key);
    return 1;
}
