/* Records of a protocol: padding is looked at before the code. */
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <string.h>
#include <sys/socket.h>

enum alert { ALERT_PADDING = 21, ALERT_RECORD = 20 };

struct reader {
    int fd;
    EVP_CIPHER_CTX *cipher;
    unsigned char key[32], code_key[32];
};

static void alert(const struct reader *reader, enum alert alert) {
    unsigned char record[2] = {2, (unsigned char)alert};
    send(reader->fd, record, sizeof record, 0);
}

static int is_right(const struct reader *reader, const unsigned char *text, size_t n) {
    unsigned char code[32];
    return n >= sizeof code && HMAC(EVP_sha256(), reader->code_key, 32, text, n - 32, code, NULL) &&
           CRYPTO_memcmp(code, text + n - 32, sizeof code) == 0;
}

int bad_two_answers(struct reader *reader, const unsigned char *in, int size, unsigned char *out) {
    int n, last;
    if (EVP_DecryptInit_ex(reader->cipher, EVP_aes_128_cbc(), NULL, reader->key, in) != 1 ||
        EVP_DecryptUpdate(reader->cipher, out, &n, in + 16, size - 16) != 1)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/padding-oracle]}}
    if (EVP_DecryptFinal_ex(reader->cipher, out + n, &last) != 1) {
        alert(reader, ALERT_PADDING);
        return -1;
    }
    if (!is_right(reader, out, (size_t)(n + last))) {
        alert(reader, ALERT_RECORD);
        return -1;
    }
    return n + last - 32;
}

/* The same answer to both. */
int good_one_answer(struct reader *reader, const unsigned char *in, int size, unsigned char *out) {
    unsigned char code[32];
    int n, last;
    if (EVP_DecryptInit_ex(reader->cipher, EVP_aes_128_cbc(), NULL, reader->key, in) != 1 ||
        EVP_DecryptUpdate(reader->cipher, out, &n, in + 16, size - 16) != 1)
        return -1;
    if (EVP_DecryptFinal_ex(reader->cipher, out + n, &last) != 1) {
        alert(reader, ALERT_RECORD);
        return -1;
    }
    n += last - 32;
    HMAC(EVP_sha256(), reader->code_key, 32, out, (size_t)n, code, NULL);
    if (CRYPTO_memcmp(code, out + n, sizeof code) != 0) {
        alert(reader, ALERT_RECORD);
        return -1;
    }
    return n;
}

/* The code is of the ciphertext. */
int good_code_first(struct reader *reader, const unsigned char *in, int size, unsigned char *out) {
    int n, last;
    if (!is_right(reader, in, (size_t)size)) {
        alert(reader, ALERT_RECORD);
        return -1;
    }
    if (EVP_DecryptInit_ex(reader->cipher, EVP_aes_128_cbc(), NULL, reader->key, in) != 1 ||
        EVP_DecryptUpdate(reader->cipher, out, &n, in + 16, size - 48) != 1)
        return -1;
    if (EVP_DecryptFinal_ex(reader->cipher, out + n, &last) <= 0) {
        alert(reader, ALERT_PADDING);
        return -1;
    }
    return n + last;
}

/* No padding. */
int good_gcm(struct reader *reader, unsigned char *in, int size, unsigned char *out) {
    int n, last;
    if (EVP_DecryptInit_ex(reader->cipher, EVP_aes_128_gcm(), NULL, reader->key, in) != 1 ||
        EVP_DecryptUpdate(reader->cipher, out, &n, in + 12, size - 28) != 1 ||
        EVP_CIPHER_CTX_ctrl(reader->cipher, EVP_CTRL_AEAD_SET_TAG, 16, in + size - 16) != 1)
        return -1;
    if (EVP_DecryptFinal_ex(reader->cipher, out + n, &last) != 1) {
        alert(reader, ALERT_RECORD);
        return -1;
    }
    return n + last;
}
