// target: x86_64-w64-mingw32
/* Keys that CryptoAPI derives of a digest: of what anybody can find out. */
#include <windows.h>

#include <wincrypt.h>

static HCRYPTKEY derive(HCRYPTPROV provider, const BYTE *data, DWORD size) {
    HCRYPTHASH hash = 0;
    HCRYPTKEY key = 0;
    if (!CryptCreateHash(provider, CALG_SHA_256, 0, 0, &hash))
        return 0;
    if (CryptHashData(hash, data, size, 0))
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
        CryptDeriveKey(provider, CALG_AES_256, hash, 0, &key);
    CryptDestroyHash(hash);
    return key;
}

HCRYPTKEY bad_host(HCRYPTPROV provider) {
    char name[MAX_COMPUTERNAME_LENGTH + 1];
    DWORD size = sizeof name;
    return GetComputerNameA(name, &size) ? derive(provider, (BYTE *)name, size) : 0;
}

HCRYPTKEY bad_time(HCRYPTPROV provider) {
    HCRYPTHASH hash = 0;
    HCRYPTKEY key = 0;
    DWORD ticks = GetTickCount();
    if (!CryptCreateHash(provider, CALG_SHA_256, 0, 0, &hash))
        return 0;
    CryptHashData(hash, (BYTE *)&ticks, sizeof ticks, 0);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    CryptDeriveKey(provider, CALG_AES_256, hash, 0, &key);
    CryptDestroyHash(hash);
    return key;
}

HCRYPTKEY good_drawn(HCRYPTPROV provider) {
    HCRYPTHASH hash = 0;
    HCRYPTKEY key = 0;
    BYTE seed[32];
    if (!CryptGenRandom(provider, sizeof seed, seed) ||
        !CryptCreateHash(provider, CALG_SHA_256, 0, 0, &hash))
        return 0;
    CryptHashData(hash, seed, sizeof seed, 0);
    CryptDeriveKey(provider, CALG_AES_256, hash, 0, &key);
    CryptDestroyHash(hash);
    return key;
}
