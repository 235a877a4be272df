/* A key that is put into a struct, a union or behind a pointer, and taken out again. */
#include <openssl/evp.h>
#include <string.h>

struct setup {
    int rounds;
    const char *key;
};

union either {
    const char *text;
    const unsigned char *bytes;
};

static int seal_by(EVP_CIPHER_CTX *context, const char *key, const unsigned char *iv) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    return EVP_EncryptInit_ex(context, EVP_aes_128_cbc(), NULL, (const unsigned char *)key, iv);
}

int bad_behind(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    const char *key = "", **to = &key, **from = &key;
    *to = "w8#Lq0zR!x4Vb2Nm";
    return seal_by(context, *from, iv);
}

static int seal_with(EVP_CIPHER_CTX *context, struct setup setup, const unsigned char *iv) {
    const unsigned char *key = (const unsigned char *)setup.key;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    return EVP_EncryptInit_ex(context, EVP_aes_128_cbc(), NULL, key, iv);
}

int bad_whole(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    struct setup setup;
    setup.rounds = 1;
    setup.key = "t5&Hj9sK@c1Pg7Dy";
    return seal_with(context, setup, iv);
}

static int seal_as(EVP_CIPHER_CTX *context, const unsigned char *key, const unsigned char *iv) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    return EVP_EncryptInit_ex(context, EVP_aes_128_cbc(), NULL, key, iv);
}

int bad_either(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    union either key;
    key.text = "m3$Zf6uT^e8Ao1Ci";
    return seal_as(context, key.bytes, iv);
}

/* Another text stands there before the key that somebody has. */
static int seal_given(EVP_CIPHER_CTX *context, struct setup setup, const unsigned char *iv) {
    const unsigned char *key = (const unsigned char *)setup.key;
    return EVP_EncryptInit_ex(context, EVP_aes_128_cbc(), NULL, key, iv);
}

int good_given(EVP_CIPHER_CTX *context, const char *key, const unsigned char *iv) {
    struct setup setup;
    setup.rounds = 1;
    setup.key = "h2!Wn5vE*k9Rx3Bq";
    if (strlen(key) < 16)
        return 0;
    setup.key = key;
    return seal_given(context, setup, iv);
}

int good_behind(EVP_CIPHER_CTX *context, const char *given, const unsigned char *iv) {
    const char *key = "p7@Ud4yG%l0Sa6Jt", **to = &key, **from = &key;
    *to = given;
    return EVP_EncryptInit_ex(context, EVP_aes_128_cbc(), NULL, (const unsigned char *)*from, iv);
}
