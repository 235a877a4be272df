// target: x86_64-w64-mingw32
/* Keys whose size nobody told: as few bits as these are too few for any. */
#include <windows.h>

#include <wincrypt.h>

struct blob {
    BLOBHEADER head;
    DWORD size;
    BYTE key[32];
};

static void begin(struct blob *blob) {
    ZeroMemory(blob, sizeof *blob);
    blob->head.bType = PLAINTEXTKEYBLOB;
    blob->head.bVersion = CUR_BLOB_VERSION;
    blob->head.aiKeyAlg = CALG_AES_256;
    blob->size = sizeof blob->key;
}

/* A pointer is drawn into, as far as a pointer reaches. */
static BOOL draw(HCRYPTPROV provider, BYTE *to) {
    return CryptGenRandom(provider, sizeof(DWORD), to);
}

HCRYPTKEY bad_few(HCRYPTPROV provider) {
    HCRYPTKEY key = 0;
    struct blob blob;
    begin(&blob);
    if (!draw(provider, blob.key))
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reduced-keyspace]}}
    CryptImportKey(provider, (BYTE *)&blob, sizeof blob, 0, 0, &key);
    return key;
}

static BOOL draw_all(HCRYPTPROV provider, BYTE *to, DWORD size) {
    return CryptGenRandom(provider, size, to);
}

HCRYPTKEY good_all(HCRYPTPROV provider) {
    HCRYPTKEY key = 0;
    struct blob blob;
    begin(&blob);
    if (!draw_all(provider, blob.key, sizeof blob.key))
        return 0;
    CryptImportKey(provider, (BYTE *)&blob, sizeof blob, 0, 0, &key);
    return key;
}

/* What is drawn makes the derived key another one; a secret goes in as well. */
HCRYPTKEY good_salted(HCRYPTPROV provider, const BYTE *secret, DWORD size) {
    HCRYPTHASH hash = 0;
    HCRYPTKEY key = 0;
    BYTE salt[4];
    if (!CryptGenRandom(provider, sizeof salt, salt) ||
        !CryptCreateHash(provider, CALG_SHA_256, 0, 0, &hash))
        return 0;
    CryptHashData(hash, salt, sizeof salt, 0);
    CryptHashData(hash, secret, size, 0);
    CryptDeriveKey(provider, CALG_AES_256, hash, 0, &key);
    CryptDestroyHash(hash);
    return key;
}

/* As much as its caller asks for. */
static BOOL draw_some(HCRYPTPROV provider, DWORD size, BYTE *to) {
    return CryptGenRandom(provider, size, to);
}

HCRYPTKEY bad_some(HCRYPTPROV provider) {
    HCRYPTKEY key = 0;
    struct blob blob;
    begin(&blob);
    if (!draw_some(provider, 5, blob.key))
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reduced-keyspace]}}
    CryptImportKey(provider, (BYTE *)&blob, sizeof blob, 0, 0, &key);
    return key;
}
