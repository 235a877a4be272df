/* The answer of a peer: how much of it is compared must not be its own choice. */
#include <openssl/md5.h>
#include <openssl/sha.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

static void hex(const unsigned char *in, size_t size, char *out) {
    for (size_t i = 0; i < size; i++)
        snprintf(out + 2 * i, 3, "%02x", in[i]);
}

struct answer {
    unsigned char length;
    char text[64];
};

int bad_answer(int in, const char *expected, size_t size) {
    struct answer answer;
    unsigned char digest[SHA256_DIGEST_LENGTH];
    if (recv(in, &answer, sizeof answer, MSG_WAITALL) != sizeof answer)
        return 0;
    SHA256((const unsigned char *)expected, size, digest);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
    return memcmp(digest, answer.text, answer.length) == 0;
}

int bad_response(int in, const char *expected, size_t size) {
    char got[65] = {0}, want[65] = {0};
    unsigned char digest[SHA256_DIGEST_LENGTH];
    if (recv(in, got, sizeof got - 1, 0) < 0)
        return 0;
    SHA256((const unsigned char *)expected, size, digest);
    hex(digest, sizeof digest, want);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
    return strncmp(want, got, strlen(got)) == 0;
}

int good_answer(int in, const char *expected, size_t size) {
    struct answer answer;
    unsigned char digest[SHA256_DIGEST_LENGTH];
    if (recv(in, &answer, sizeof answer, MSG_WAITALL) != sizeof answer)
        return 0;
    SHA256((const unsigned char *)expected, size, digest);
    if (answer.length != sizeof digest)
        return 0;
    return memcmp(digest, answer.text, answer.length) == 0;
}

int good_response(int in, const char *expected, size_t size) {
    char got[65] = {0}, want[65] = {0};
    unsigned char digest[SHA256_DIGEST_LENGTH];
    if (recv(in, got, sizeof got - 1, 0) < 0)
        return 0;
    SHA256((const unsigned char *)expected, size, digest);
    hex(digest, sizeof digest, want);
    return strcmp(want, got) == 0;
}
