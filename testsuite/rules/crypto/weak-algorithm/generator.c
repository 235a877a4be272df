/* The generator of CNG that a constant names; another, and the one of the system. */
// target: x86_64-w64-mingw32
#include <windows.h>

#include <bcrypt.h>

struct source {
    BCRYPT_ALG_HANDLE generator;
};

static int open_source(struct source *source, LPCWSTR name) {
    return BCryptOpenAlgorithmProvider(&source->generator, name, NULL, 0) >= 0;
}

int bad_draw(PUCHAR key, ULONG size) {
    struct source source;
    if (!open_source(&source, BCRYPT_RNG_DUAL_EC_ALGORITHM))
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    NTSTATUS status = BCryptGenRandom(source.generator, key, size, 0);
    BCryptCloseAlgorithmProvider(source.generator, 0);
    return status >= 0;
}

int good_draw(PUCHAR key, ULONG size) {
    struct source source;
    if (!open_source(&source, BCRYPT_RNG_ALGORITHM))
        return 0;
    NTSTATUS status = BCryptGenRandom(source.generator, key, size, 0);
    BCryptCloseAlgorithmProvider(source.generator, 0);
    return status >= 0;
}

int good_system(PUCHAR key, ULONG size) {
    return BCryptGenRandom(NULL, key, size, BCRYPT_USE_SYSTEM_PREFERRED_RNG) >= 0;
}
