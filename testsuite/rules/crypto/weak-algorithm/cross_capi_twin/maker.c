// target: x86_64-w64-mingw32
// report: nothing
#include <windows.h>

#include <wincrypt.h>

int make(HCRYPTPROV provider, ALG_ID algorithm, HCRYPTKEY *key) {
    return CryptGenKey(provider, algorithm, CRYPT_EXPORTABLE, key);
}
