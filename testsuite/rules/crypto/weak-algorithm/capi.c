/* CryptoAPI: algorithms are numbers. */
// target: x86_64-w64-mingw32
#include <windows.h>

#include <wincrypt.h>

int bad_derived(HCRYPTPROV provider, HCRYPTHASH hash, BYTE *data, DWORD n, DWORD size) {
    HCRYPTKEY key;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    if (!CryptDeriveKey(provider, CALG_RC2, hash, 0, &key))
        return 0;
    int ok = CryptEncrypt(key, 0, TRUE, 0, data, &n, size);
    CryptDestroyKey(key);
    return ok;
}

int good_derived(HCRYPTPROV provider, HCRYPTHASH hash, BYTE *data, DWORD n, DWORD size) {
    HCRYPTKEY key;
    if (!CryptDeriveKey(provider, CALG_AES_256, hash, 0, &key))
        return 0;
    int ok = CryptEncrypt(key, 0, TRUE, 0, data, &n, size);
    CryptDestroyKey(key);
    return ok;
}

struct session {
    HCRYPTPROV provider;
    HCRYPTKEY key;
};

int bad_made(struct session *session) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    return CryptGenKey(session->provider, CALG_DES, CRYPT_EXPORTABLE, &session->key);
}

int good_made(struct session *session) {
    return CryptGenKey(session->provider, CALG_AES_128, CRYPT_EXPORTABLE, &session->key);
}

/* The caller says which: those that are asked for count, not all there are. */
static int make(HCRYPTPROV provider, ALG_ID algorithm, HCRYPTKEY *key) {
    return CryptGenKey(provider, algorithm, CRYPT_EXPORTABLE, key);
}

int good_chosen(HCRYPTPROV provider, HCRYPTKEY *key) {
    return make(provider, CALG_AES_256, key);
}

static int make_old(HCRYPTPROV provider, ALG_ID algorithm, HCRYPTKEY *key) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    return CryptGenKey(provider, algorithm, CRYPT_EXPORTABLE, key);
}

int bad_chosen(HCRYPTPROV provider, HCRYPTKEY *key) {
    return make_old(provider, CALG_3DES, key);
}

/* Nobody says which. */
int good_open(HCRYPTPROV provider, ALG_ID algorithm, HCRYPTKEY *key) {
    return CryptGenKey(provider, algorithm, CRYPT_EXPORTABLE, key);
}

static int sign(HCRYPTPROV provider, ALG_ID algorithm, const BYTE *data, DWORD n, BYTE *out,
                DWORD *nout) {
    HCRYPTHASH hash;
    if (!CryptCreateHash(provider, algorithm, 0, 0, &hash))
        return 0;
    int ok = CryptHashData(hash, data, n, 0) &&
             // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
             CryptSignHashW(hash, AT_SIGNATURE, NULL, 0, out, nout);
    CryptDestroyHash(hash);
    return ok;
}

int bad_signed(HCRYPTPROV provider, const BYTE *data, DWORD n, BYTE *out, DWORD *nout) {
    return sign(provider, CALG_MD5, data, n, out, nout);
}

int good_signed(HCRYPTPROV provider, const BYTE *data, DWORD n, BYTE *out, DWORD *nout) {
    HCRYPTHASH hash;
    if (!CryptCreateHash(provider, CALG_SHA_512, 0, 0, &hash))
        return 0;
    int ok =
        CryptHashData(hash, data, n, 0) && CryptSignHashW(hash, AT_SIGNATURE, NULL, 0, out, nout);
    CryptDestroyHash(hash);
    return ok;
}

int bad_mode(HCRYPTKEY key) {
    DWORD mode = CRYPT_MODE_ECB;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    return CryptSetKeyParam(key, KP_MODE, (const BYTE *)&mode, 0);
}

int good_mode(HCRYPTKEY key) {
    DWORD mode = CRYPT_MODE_CBC, padding = PKCS5_PADDING;
    return CryptSetKeyParam(key, KP_MODE, (const BYTE *)&mode, 0) &&
           CryptSetKeyParam(key, KP_PADDING, (const BYTE *)&padding, 0);
}

int bad_blocks(HCRYPTPROV provider, HCRYPTHASH hash, HCRYPTKEY *key) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    return CryptDeriveKey(provider, CALG_RC5, hash, 0, key);
}

int bad_short(HCRYPTPROV provider, HCRYPTKEY *key) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    return CryptGenKey(provider, CALG_SKIPJACK, CRYPT_EXPORTABLE, key);
}
