/* Records of a stream: numbered, or all under one nonce. */
#include <sodium.h>
#include <string.h>

struct stream {
    unsigned char key[32];
    unsigned long long number;
};

static unsigned long long sent;

int bad_record(const struct stream *stream, const unsigned char *in, size_t size,
               unsigned char *out) {
    static const unsigned char nonce[24] = "record-nonce-of-stream";
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    return crypto_secretbox_easy(out, in, size, nonce, stream->key);
}

int good_record(struct stream *stream, const unsigned char *in, size_t size, unsigned char *out) {
    unsigned char nonce[24] = {0};
    stream->number++;
    memcpy(nonce, &stream->number, sizeof stream->number);
    return crypto_secretbox_easy(out, in, size, nonce, stream->key);
}

int good_counted(const struct stream *stream, const unsigned char *in, size_t size,
                 unsigned char *out) {
    unsigned char nonce[24] = {0};
    sent++;
    memcpy(nonce, &sent, sizeof sent);
    return crypto_secretbox_easy(out, in, size, nonce, stream->key);
}
