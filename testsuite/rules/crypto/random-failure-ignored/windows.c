/* Windows: TRUE is success of one, 0 of the other. */
// target: x86_64-w64-mingw32
#include <windows.h>

#include <bcrypt.h>

int bad_key(BCRYPT_ALG_HANDLE algorithm, BCRYPT_KEY_HANDLE *key, PUCHAR secret) {
    BCryptGenRandom(NULL, secret, 32, BCRYPT_USE_SYSTEM_PREFERRED_RNG);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/random-failure-ignored]}}
    return !BCryptGenerateSymmetricKey(algorithm, key, NULL, 0, secret, 32, 0);
}

int good_key(BCRYPT_ALG_HANDLE algorithm, BCRYPT_KEY_HANDLE *key, PUCHAR secret) {
    if (!BCRYPT_SUCCESS(BCryptGenRandom(NULL, secret, 32, BCRYPT_USE_SYSTEM_PREFERRED_RNG)))
        return 0;
    return !BCryptGenerateSymmetricKey(algorithm, key, NULL, 0, secret, 32, 0);
}
