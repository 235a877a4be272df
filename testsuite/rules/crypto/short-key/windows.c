/* Sizes in the upper half of flags, and of pairs of keys. */
// target: x86_64-w64-mingw32
#include <windows.h>

#include <bcrypt.h>
#include <wincrypt.h>

int bad_flags(HCRYPTPROV provider, HCRYPTKEY *key) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    return CryptGenKey(provider, AT_KEYEXCHANGE, 1024 << 16 | CRYPT_EXPORTABLE, key);
}

int good_flags(HCRYPTPROV provider, HCRYPTKEY *key) {
    return CryptGenKey(provider, AT_KEYEXCHANGE, 3072 << 16 | CRYPT_EXPORTABLE, key);
}

/* None is told: the provider's default. */
int good_default(HCRYPTPROV provider, HCRYPTKEY *key) {
    return CryptGenKey(provider, AT_SIGNATURE, CRYPT_EXPORTABLE | CRYPT_USER_PROTECTED, key);
}

int bad_cipher(HCRYPTPROV provider, HCRYPTHASH hash, HCRYPTKEY *key) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    return CryptDeriveKey(provider, CALG_AES_128, hash, 56 << 16, key);
}

int good_cipher(HCRYPTPROV provider, HCRYPTHASH hash, HCRYPTKEY *key) {
    return CryptDeriveKey(provider, CALG_AES_128, hash, 128 << 16, key);
}

static int make_pair(LPCWSTR name, ULONG bits, BCRYPT_KEY_HANDLE *key) {
    BCRYPT_ALG_HANDLE algorithm;
    return !BCryptOpenAlgorithmProvider(&algorithm, name, NULL, 0) &&
           // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
           !BCryptGenerateKeyPair(algorithm, key, bits, 0);
}

int bad_pair(BCRYPT_KEY_HANDLE *key) {
    return make_pair(BCRYPT_RSA_ALGORITHM, 512, key);
}

int good_curve(BCRYPT_KEY_HANDLE *key) {
    BCRYPT_ALG_HANDLE algorithm;
    return !BCryptOpenAlgorithmProvider(&algorithm, BCRYPT_ECDSA_P256_ALGORITHM, NULL, 0) &&
           !BCryptGenerateKeyPair(algorithm, key, 256, 0);
}

/* How many bytes of a tag are made stands in what a helper fills. */
struct sealer {
    BCRYPT_KEY_HANDLE key;
    ULONG tag;
};

static void choose(struct sealer *sealer) {
    sealer->tag = 4;
}

static void choose_all(struct sealer *sealer) {
    sealer->tag = 16;
}

NTSTATUS bad_tag(struct sealer *sealer, UCHAR *nonce, UCHAR *in, ULONG n, UCHAR *tag) {
    BCRYPT_AUTHENTICATED_CIPHER_MODE_INFO mode;
    ULONG size = 0;
    choose(sealer);
    BCRYPT_INIT_AUTH_MODE_INFO(mode);
    mode.pbNonce = nonce;
    mode.cbNonce = 12;
    mode.pbTag = tag;
    mode.cbTag = sealer->tag;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    return BCryptEncrypt(sealer->key, in, n, &mode, NULL, 0, in, n, &size, 0);
}

NTSTATUS good_tag(struct sealer *sealer, UCHAR *nonce, UCHAR *in, ULONG n, UCHAR *tag) {
    BCRYPT_AUTHENTICATED_CIPHER_MODE_INFO mode;
    ULONG size = 0;
    choose_all(sealer);
    BCRYPT_INIT_AUTH_MODE_INFO(mode);
    mode.pbNonce = nonce;
    mode.cbNonce = 12;
    mode.pbTag = tag;
    mode.cbTag = sealer->tag;
    return BCryptEncrypt(sealer->key, in, n, &mode, NULL, 0, in, n, &size, 0);
}
