// target: x86_64-w64-mingw32
/* Keys of CNG that are digests of what anybody can find out. */
#include <windows.h>

#include <bcrypt.h>

struct cache {
    BCRYPT_ALG_HANDLE aes, sha;
    BCRYPT_KEY_HANDLE key;
    UCHAR secret[32];
};

static NTSTATUS bad_material(struct cache *cache) {
    BCRYPT_HASH_HANDLE hash;
    struct {
        ULONGLONG ticks;
        DWORD process, thread;
    } seed = {GetTickCount64(), GetCurrentProcessId(), GetCurrentThreadId()};
    NTSTATUS status = BCryptCreateHash(cache->sha, &hash, NULL, 0, NULL, 0, 0);
    if (!BCRYPT_SUCCESS(status))
        return status;
    status = BCryptHashData(hash, (PUCHAR)&seed, sizeof seed, 0);
    if (BCRYPT_SUCCESS(status))
        status = BCryptFinishHash(hash, cache->secret, sizeof cache->secret, 0);
    BCryptDestroyHash(hash);
    return status;
}

static NTSTATUS good_material(struct cache *cache) {
    return BCryptGenRandom(NULL, cache->secret, sizeof cache->secret,
                           BCRYPT_USE_SYSTEM_PREFERRED_RNG);
}

NTSTATUS bad_open(struct cache *cache) {
    NTSTATUS status = BCryptOpenAlgorithmProvider(&cache->sha, BCRYPT_SHA256_ALGORITHM, NULL, 0);
    if (!BCRYPT_SUCCESS(status))
        return status;
    status = BCryptOpenAlgorithmProvider(&cache->aes, BCRYPT_AES_ALGORITHM, NULL, 0);
    if (!BCRYPT_SUCCESS(status) || !BCRYPT_SUCCESS(status = bad_material(cache)))
        goto fail;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return BCryptGenerateSymmetricKey(cache->aes, &cache->key, NULL, 0, cache->secret,
                                      sizeof cache->secret, 0);
fail:
    BCryptCloseAlgorithmProvider(cache->sha, 0);
    return status;
}

NTSTATUS good_open(struct cache *cache) {
    NTSTATUS status = BCryptOpenAlgorithmProvider(&cache->aes, BCRYPT_AES_ALGORITHM, NULL, 0);
    if (!BCRYPT_SUCCESS(status) || !BCRYPT_SUCCESS(status = good_material(cache)))
        return status;
    return BCryptGenerateSymmetricKey(cache->aes, &cache->key, NULL, 0, cache->secret,
                                      sizeof cache->secret, 0);
}
