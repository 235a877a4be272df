/* CryptoAPI and CNG. */
// target: x86_64-w64-mingw32
#include <windows.h>

#include <bcrypt.h>
#include <wincrypt.h>

int bad_derivation(HCRYPTPROV provider, HCRYPTKEY *key) {
    HCRYPTHASH hash;
    if (!CryptCreateHash(provider, CALG_SHA_256, 0, 0, &hash))
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    int ok = CryptDeriveKey(provider, CALG_AES_256, hash, 0, key);
    CryptDestroyHash(hash);
    return ok;
}

int good_derivation(HCRYPTPROV provider, const BYTE *secret, DWORD n, HCRYPTKEY *key) {
    HCRYPTHASH hash;
    if (!CryptCreateHash(provider, CALG_SHA_256, 0, 0, &hash))
        return 0;
    int ok =
        CryptHashData(hash, secret, n, 0) && CryptDeriveKey(provider, CALG_AES_256, hash, 0, key);
    CryptDestroyHash(hash);
    return ok;
}

/* The digest of nothing may be wanted, its size also. */
int good_size(HCRYPTPROV provider, DWORD *size) {
    HCRYPTHASH hash;
    DWORD n = sizeof *size;
    if (!CryptCreateHash(provider, CALG_SHA_256, 0, 0, &hash))
        return 0;
    int ok = CryptGetHashParam(hash, HP_HASHSIZE, (BYTE *)size, &n, 0);
    CryptDestroyHash(hash);
    return ok;
}

int bad_code(BCRYPT_ALG_HANDLE algorithm, PUCHAR key, PUCHAR code) {
    BCRYPT_HASH_HANDLE hash;
    if (BCryptCreateHash(algorithm, &hash, NULL, 0, key, 32, 0))
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    int ok = !BCryptFinishHash(hash, code, 32, 0);
    BCryptDestroyHash(hash);
    return ok;
}

int good_code(BCRYPT_ALG_HANDLE algorithm, PUCHAR key, PUCHAR data, ULONG n, PUCHAR code) {
    BCRYPT_HASH_HANDLE hash;
    if (BCryptCreateHash(algorithm, &hash, NULL, 0, key, 32, 0))
        return 0;
    int ok = !BCryptHashData(hash, data, n, 0) && !BCryptFinishHash(hash, code, 32, 0);
    BCryptDestroyHash(hash);
    return ok;
}

int bad_padding(PUCHAR in, ULONG n, PUCHAR out, ULONG size) {
    BCRYPT_ALG_HANDLE algorithm;
    BCRYPT_KEY_HANDLE key;
    ULONG got;
    if (BCryptOpenAlgorithmProvider(&algorithm, BCRYPT_RSA_ALGORITHM, NULL, 0) ||
        BCryptGenerateKeyPair(algorithm, &key, 3072, 0) || BCryptFinalizeKeyPair(key, 0))
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    return !BCryptEncrypt(key, in, n, NULL, NULL, 0, out, size, &got, BCRYPT_PAD_NONE);
}

/* To a cipher, the same number says that the last block is padded. */
int good_padding(BCRYPT_KEY_HANDLE key, PUCHAR in, ULONG n, PUCHAR iv, PUCHAR out, ULONG size) {
    ULONG got;
    return !BCryptEncrypt(key, in, n, NULL, iv, 16, out, size, &got, BCRYPT_BLOCK_PADDING);
}

int bad_old_padding(BCRYPT_KEY_HANDLE key, PUCHAR in, PUCHAR out, PULONG n) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    return BCRYPT_SUCCESS(
        BCryptDecrypt(key, in, 256, NULL, NULL, 0, out, 256, n, BCRYPT_PAD_PKCS1));
}

int good_new_padding(BCRYPT_KEY_HANDLE key, PUCHAR in, PUCHAR out, PULONG n) {
    BCRYPT_OAEP_PADDING_INFO padding = {BCRYPT_SHA256_ALGORITHM, NULL, 0};
    return BCRYPT_SUCCESS(
        BCryptDecrypt(key, in, 256, &padding, NULL, 0, out, 256, n, BCRYPT_PAD_OAEP));
}
