/* What is to come out stands beside the key in a table of tests, whoever computes it; a key beside
 * which something else stands. */
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <string.h>
#include <sys/socket.h>

struct vector {
    unsigned char key[32];
    const char *text;
    unsigned char code[32];
};

static const struct vector vectors[] = {
    {"\x0b\x0b\x0b\x0b\x0c\x0c\x0c\x0c\x0b\x0b\x0b\x0b\x91\x0b\x0b\x0b", "Hi There",
     "\xb0\x34\x4c\x61\xd8\xdb\x38\x53\x5c\xa8\xaf\xce\xaf\x0b\xf1\x2b"},
    {"Jefe of the third test, they say", "what do ya want for nothing?",
     "\x5b\xdc\xc1\x46\xbf\x60\x75\x4e\x6a\x04\x24\x26\x08\x95\x75\xc7"},
};

int compute(const unsigned char *key, const char *text, unsigned char *code);

static int compute_here(const unsigned char *key, const char *text, unsigned char *code) {
    return HMAC(EVP_sha256(), key, 32, (const unsigned char *)text, strlen(text), code, NULL)
               ? compute(key, text, code)
               : -1;
}

int good_test(void) {
    unsigned char code[32];
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++)
        if (compute_here(vectors[i].key, vectors[i].text, code) != 0 ||
            memcmp(code, vectors[i].code, sizeof code) != 0)
            return -1;
    return 0;
}

static const struct {
    unsigned char key[32], word[32];
} device = {"\x1b\x4b\x7c\x9b\x0c\xac\x0c\x3d\x0b\x4b\x9b\x0b\x92\x0b\x5b\x0e",
            "\x71\x34\x4c\x61\xd8\xdb\x38\x53\x5c\xa8\xaf\xce\xaf\x0b\xf1\x2b"};

int bad_answer(int session, unsigned char *code) {
    unsigned char request[32];
    if (recv(session, request, sizeof request, 0) != sizeof request)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    if (!HMAC(EVP_sha256(), device.key, 32, request, sizeof request, code, NULL))
        return -1;
    return memcmp(request, device.word, sizeof request);
}

static const char parameters[] =
    "-----BEGIN DH PARAMETERS-----\n"
    "MIGHAoGBAJ419DBEOgmQTzo5qXl5fQcN9TN455wkOL7052HzxxRVMyhYmwQcgJvh\n"
    "-----END DH PARAMETERS-----\n";
static const char secret[] = "-----BEGIN RSA PRIVATE KEY-----\n"
                             "MIIEowIBAAKCAQEAsHvlYbOiNnzYbLhNLj1Y9Y1b0w2c7v3y7xX4b4QhQ0hS2a\n"
                             "-----END RSA PRIVATE KEY-----\n";

int good_parse(const unsigned char *text, size_t size, unsigned char *code) {
    return HMAC(EVP_sha256(), parameters, 30, text, size, code, NULL) != NULL;
}

int bad_parse(const unsigned char *text, size_t size, unsigned char *code) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    return HMAC(EVP_sha256(), secret, 30, text, size, code, NULL) != NULL;
}
