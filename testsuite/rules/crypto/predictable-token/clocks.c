/* Digests of the time: they look drawn, and everybody can make them. */
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

static void to_hex(const unsigned char *in, size_t size, char *out) {
    for (size_t i = 0; i < size; i++)
        snprintf(out + 2 * i, 3, "%02x", in[i]);
}

int bad_session_token(const char *user, char out[65]) {
    unsigned char digest[32];
    char text[128];
    int size = snprintf(text, sizeof text, "%s:%lld", user, (long long)time(NULL));
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-token]}}
    if (size < 0 || !EVP_Digest(text, (size_t)size, digest, NULL, EVP_sha256(), NULL))
        return -1;
    to_hex(digest, sizeof digest, out);
    return 0;
}

int good_session_token(const char *user, char out[65]) {
    unsigned char digest[32], drawn[16];
    char text[192];
    if (getrandom(drawn, sizeof drawn, 0) != sizeof drawn)
        return -1;
    int size = snprintf(text, sizeof text, "%s:%lld:", user, (long long)time(NULL));
    memcpy(text + size, drawn, sizeof drawn);
    if (!EVP_Digest(text, (size_t)size + sizeof drawn, digest, NULL, EVP_sha256(), NULL))
        return -1;
    to_hex(digest, sizeof digest, out);
    return 0;
}

/* A key that others do not have. */
int good_signed_token(const char *user, const unsigned char *key, char out[65]) {
    unsigned char code[32];
    char text[128];
    int size = snprintf(text, sizeof text, "%s:%lld", user, (long long)time(NULL) + 3600);
    if (!HMAC(EVP_sha256(), key, 32, (const unsigned char *)text, (size_t)size, code, NULL))
        return -1;
    to_hex(code, sizeof code, out);
    return 0;
}

int good_keyed_token(const char *user, const char *secret, char out[65]) {
    unsigned char digest[32];
    char text[256];
    int size = snprintf(text, sizeof text, "%s:%s:%lld", secret, user, (long long)time(NULL));
    if (size < 0 || !EVP_Digest(text, (size_t)size, digest, NULL, EVP_sha256(), NULL))
        return -1;
    to_hex(digest, sizeof digest, out);
    return 0;
}

/* When it ends is no secret. */
int good_token_end(char *out, size_t room) {
    return snprintf(out, room, "expires=%lld", (long long)time(NULL) + 3600);
}

/* What is called otherwise may be any name of a file. */
int good_name(char out[65]) {
    unsigned char digest[32];
    time_t now = time(NULL);
    if (!EVP_Digest(&now, sizeof now, digest, NULL, EVP_sha256(), NULL))
        return -1;
    to_hex(digest, sizeof digest, out);
    return 0;
}
