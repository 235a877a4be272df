/* Keys of CryptoAPI come in blobs, whose first byte tells what they are. */
// target: x86_64-w64-mingw32
#include <windows.h>

#include <wincrypt.h>

int bad_blob(HCRYPTPROV provider, HCRYPTKEY *key) {
    static const BYTE blob[] = {0x08, 0x02, 0x00, 0x00, 0x0e, 0x66, 0x00, 0x00, 0x10, 0x00,
                                0x00, 0x00, 0x52, 0x17, 0x8a, 0x9c, 0x41, 0xf0, 0x62, 0xd3,
                                0x77, 0x6b, 0x08, 0xe5, 0x91, 0x3c, 0xd4, 0x2f};
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    return CryptImportKey(provider, blob, sizeof blob, 0, 0, key);
}

/* The vendor's public key. */
int good_public(HCRYPTPROV provider, HCRYPTKEY *key) {
    static const BYTE blob[] = {0x06, 0x02, 0x00, 0x00, 0x00, 0xa4, 0x00, 0x00, 0x52, 0x53,
                                0x41, 0x31, 0x00, 0x08, 0x00, 0x00, 0x01, 0x00, 0x01, 0x00,
                                0x77, 0x6b, 0x08, 0xe5, 0x91, 0x3c, 0xd4, 0x2f};
    return CryptImportKey(provider, blob, sizeof blob, 0, 0, key);
}

int bad_phrase(HCRYPTPROV provider, BYTE *data, DWORD n, DWORD size) {
    static const wchar_t phrase[] = L"vX-81 maintenance";
    HCRYPTHASH hash;
    HCRYPTKEY key;
    if (!CryptCreateHash(provider, CALG_SHA_256, 0, 0, &hash))
        return 0;
    int ok = CryptHashData(hash, (const BYTE *)phrase, sizeof phrase, 0) &&
             // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
             CryptDeriveKey(provider, CALG_AES_256, hash, 0, &key);
    ok = ok && CryptEncrypt(key, 0, TRUE, 0, data, &n, size);
    CryptDestroyHash(hash);
    return ok;
}
