/* CNG. */
// target: x86_64-w64-mingw32
#include <windows.h>

#include <bcrypt.h>

static int derive(PUCHAR password, ULONG n, PUCHAR salt, ULONGLONG rounds, PUCHAR key) {
    BCRYPT_ALG_HANDLE algorithm;
    if (BCryptOpenAlgorithmProvider(&algorithm, BCRYPT_SHA256_ALGORITHM, NULL,
                                    BCRYPT_ALG_HANDLE_HMAC_FLAG))
        return 0;
    int ok =
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
        !BCryptDeriveKeyPBKDF2(algorithm, password, n, salt, 16, rounds, key, 32, 0);
    BCryptCloseAlgorithmProvider(algorithm, 0);
    return ok;
}

int bad_rounds(PUCHAR password, ULONG n, PUCHAR salt, PUCHAR key) {
    return derive(password, n, salt, 50, key);
}

int good_rounds(BCRYPT_ALG_HANDLE algorithm, PUCHAR password, ULONG n, PUCHAR salt, PUCHAR key) {
    return !BCryptDeriveKeyPBKDF2(algorithm, password, n, salt, 16, 600000, key, 32, 0);
}
