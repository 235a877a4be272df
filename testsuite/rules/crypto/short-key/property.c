// target: x86_64-w64-mingw32
/* How long a key will be, as a property of it. */
#include <windows.h>

#include <bcrypt.h>
#include <ncrypt.h>

static SECURITY_STATUS make(NCRYPT_PROV_HANDLE provider, DWORD bits, NCRYPT_KEY_HANDLE *key) {
    SECURITY_STATUS status =
        NCryptCreatePersistedKey(provider, key, NCRYPT_RSA_ALGORITHM, L"transport", 0, 0);
    if (status == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
        status = NCryptSetProperty(*key, NCRYPT_LENGTH_PROPERTY, (PBYTE)&bits, sizeof bits, 0);
    return status == 0 ? NCryptFinalizeKey(*key, 0) : status;
}

SECURITY_STATUS bad_size(NCRYPT_PROV_HANDLE provider, NCRYPT_KEY_HANDLE *key) {
    return make(provider, 1024, key);
}

SECURITY_STATUS good_size(NCRYPT_PROV_HANDLE provider, NCRYPT_KEY_HANDLE *key) {
    return make(provider, 3072, key);
}
