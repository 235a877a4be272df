// target: x86_64-w64-mingw32
#include <windows.h>

#include <wincrypt.h>

int make(HCRYPTPROV provider, ALG_ID algorithm, HCRYPTKEY *key);

int session_key(HCRYPTPROV provider, HCRYPTKEY *key) {
    return make(provider, CALG_AES_256, key);
}

int record_key(HCRYPTPROV provider, HCRYPTKEY *key) {
    return make(provider, CALG_AES_128, key);
}
