// target: x86_64-w64-mingw32
#include <windows.h>

#include <wincrypt.h>

#include "maker.h"

static int make(HCRYPTPROV provider, ALG_ID algorithm, HCRYPTKEY *key) {
    // report@+1: crypto/weak-algorithm
    return CryptGenKey(provider, algorithm, CRYPT_EXPORTABLE, key);
}

static int make_weak(HCRYPTPROV provider, HCRYPTKEY *key) {
    return make(provider, CALG_RC4, key);
}

static int make_strong(HCRYPTPROV provider, HCRYPTKEY *key) {
    return make(provider, CALG_AES_256, key);
}

const struct maker makers[] = {{"one", make_weak}, {"two", make_strong}};
