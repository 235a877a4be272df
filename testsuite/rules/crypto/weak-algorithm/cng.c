/* CNG: algorithms are texts of 16 bits a letter. */
// target: x86_64-w64-mingw32
#include <windows.h>

#include <bcrypt.h>

struct message {
    PUCHAR data;
    ULONG size;
    PUCHAR iv;
    ULONG niv;
};

int bad_cipher(PUCHAR secret, ULONG n, const struct message *message, PUCHAR out, ULONG size) {
    BCRYPT_ALG_HANDLE algorithm;
    BCRYPT_KEY_HANDLE key;
    ULONG got;
    int ok = 0;
    if (BCryptOpenAlgorithmProvider(&algorithm, BCRYPT_DES_ALGORITHM, NULL, 0))
        return 0;
    if (!BCryptGenerateSymmetricKey(algorithm, &key, NULL, 0, secret, n, 0)) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
        ok = !BCryptEncrypt(key, message->data, message->size, NULL, message->iv, message->niv, out,
                            size, &got, BCRYPT_BLOCK_PADDING);
        BCryptDestroyKey(key);
    }
    BCryptCloseAlgorithmProvider(algorithm, 0);
    return ok;
}

int good_cipher(PUCHAR secret, ULONG n, const struct message *message, PUCHAR out, ULONG size) {
    BCRYPT_ALG_HANDLE algorithm;
    BCRYPT_KEY_HANDLE key;
    ULONG got;
    int ok = 0;
    if (BCryptOpenAlgorithmProvider(&algorithm, BCRYPT_AES_ALGORITHM, NULL, 0))
        return 0;
    if (!BCryptGenerateSymmetricKey(algorithm, &key, NULL, 0, secret, n, 0)) {
        ok = !BCryptEncrypt(key, message->data, message->size, NULL, message->iv, message->niv, out,
                            size, &got, BCRYPT_BLOCK_PADDING);
        BCryptDestroyKey(key);
    }
    BCryptCloseAlgorithmProvider(algorithm, 0);
    return ok;
}

/* What was encrypted by others has to be read. */
int good_decryption(PUCHAR secret, ULONG n, const struct message *message, PUCHAR out, ULONG size) {
    BCRYPT_ALG_HANDLE algorithm;
    BCRYPT_KEY_HANDLE key;
    ULONG got;
    int ok = 0;
    if (BCryptOpenAlgorithmProvider(&algorithm, BCRYPT_RC4_ALGORITHM, NULL, 0))
        return 0;
    if (!BCryptGenerateSymmetricKey(algorithm, &key, NULL, 0, secret, n, 0)) {
        ok = !BCryptDecrypt(key, message->data, message->size, NULL, NULL, 0, out, size, &got, 0);
        BCryptDestroyKey(key);
    }
    BCryptCloseAlgorithmProvider(algorithm, 0);
    return ok;
}

static int set_mode(BCRYPT_ALG_HANDLE algorithm, LPCWSTR mode, ULONG size) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    return !BCryptSetProperty(algorithm, BCRYPT_CHAINING_MODE, (PUCHAR)mode, size, 0);
}

int bad_mode(BCRYPT_ALG_HANDLE algorithm) {
    return set_mode(algorithm, BCRYPT_CHAIN_MODE_ECB, sizeof BCRYPT_CHAIN_MODE_ECB);
}

/* "...ModeCBC" has the letters, too. */
int good_mode(BCRYPT_ALG_HANDLE algorithm) {
    return !BCryptSetProperty(algorithm, BCRYPT_CHAINING_MODE, (PUCHAR)BCRYPT_CHAIN_MODE_CBC,
                              sizeof BCRYPT_CHAIN_MODE_CBC, 0);
}

int bad_signature(BCRYPT_KEY_HANDLE key, PUCHAR digest, PUCHAR out, ULONG size, ULONG *got) {
    BCRYPT_PKCS1_PADDING_INFO padding = {BCRYPT_MD5_ALGORITHM};
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    return !BCryptSignHash(key, &padding, digest, 16, out, size, got, BCRYPT_PAD_PKCS1);
}

int good_signature(BCRYPT_KEY_HANDLE key, PUCHAR digest, PUCHAR out, ULONG size, ULONG *got) {
    BCRYPT_PKCS1_PADDING_INFO padding = {BCRYPT_SHA256_ALGORITHM};
    return !BCryptSignHash(key, &padding, digest, 32, out, size, got, BCRYPT_PAD_PKCS1);
}
