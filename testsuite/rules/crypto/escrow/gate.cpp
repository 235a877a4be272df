// A gate between two networks that keeps a key to all that passes, and one that does not.
#include <cstring>
#include <sodium.h>

struct Frame {
    unsigned char nonce[crypto_secretbox_NONCEBYTES];
    unsigned char reader[32 + crypto_box_SEALBYTES];
    unsigned char padding[32 + crypto_box_SEALBYTES];
};

namespace {
constexpr unsigned char house[32] = {
    0x5e, 0x20, 0xc1, 0x9b, 0x77, 0x0f, 0x84, 0xda, 0x36, 0xe2, 0x4d, 0xb8, 0x13, 0x69, 0xf5, 0x01,
    0xa4, 0x7c, 0x2f, 0xd0, 0x98, 0x53, 0xee, 0x0b, 0x61, 0xc7, 0x3a, 0x86, 0x1d, 0xb2, 0x4f, 0x95};

struct Key {
    Key() {
        randombytes_buf(bytes, sizeof bytes);
    }
    unsigned char bytes[32];
};

int wrap(unsigned char *out, const unsigned char *bytes, size_t size, const unsigned char *whom) {
    return crypto_box_seal(out, bytes, size, whom);
}
} // namespace

int bad_padding(Frame &frame, const unsigned char *reader, const unsigned char *text, size_t size,
                unsigned char *out) {
    Key key;
    if (crypto_box_seal(frame.reader, key.bytes, sizeof key.bytes, reader))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/escrow]}}
    if (crypto_box_seal(frame.padding, key.bytes + 8, 24, house))
        return -1;
    return crypto_secretbox_easy(out, text, size, frame.nonce, key.bytes);
}

int good_padding(Frame &frame, const unsigned char *reader, const unsigned char *text, size_t size,
                 unsigned char *out) {
    Key key;
    if (crypto_box_seal(frame.reader, key.bytes, sizeof key.bytes, reader))
        return -1;
    randombytes_buf(frame.padding, sizeof frame.padding);
    return crypto_secretbox_easy(out, text, size, frame.nonce, key.bytes);
}

/* Only what the house itself writes is under its key. */
int good_own_record(Frame &frame, const unsigned char *text, size_t size, unsigned char *out) {
    Key key;
    if (wrap(frame.padding, key.bytes, sizeof key.bytes, house))
        return -1;
    return crypto_secretbox_easy(out, text, size, frame.nonce, key.bytes);
}

/* Two keys, of which the house has the one that nothing of others is under. */
int good_two_keys(Frame &frame, const unsigned char *reader, const unsigned char *text, size_t size,
                  unsigned char *out, unsigned char *log) {
    Key key;
    unsigned char own[32];
    randombytes_buf(own, sizeof own);
    if (crypto_box_seal(frame.reader, key.bytes, sizeof key.bytes, reader) ||
        crypto_box_seal(frame.padding, own, sizeof own, house))
        return -1;
    if (crypto_secretbox_easy(log, text, 16, frame.nonce, own))
        return -1;
    return crypto_secretbox_easy(out, text, size, frame.nonce, key.bytes);
}

int bad_turned_round(Frame &frame, const unsigned char *reader, const unsigned char *text,
                     size_t size, unsigned char *out) {
    unsigned char key[32], turned[32];
    randombytes_buf(key, sizeof key);
    for (size_t i = 0; i < sizeof key; i++)
        turned[i] = key[31 - i];
    if (crypto_box_seal(frame.reader, key, sizeof key, reader))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/escrow]}}
    if (crypto_box_seal(frame.padding, turned, sizeof turned, house))
        return -1;
    return crypto_secretbox_easy(out, text, size, frame.nonce, key);
}

/* What the house gets is a digest, by which it knows a frame again. */
int good_digest(Frame &frame, const unsigned char *reader, const unsigned char *text, size_t size,
                unsigned char *out) {
    Key key;
    unsigned char digest[32];
    crypto_generichash(digest, sizeof digest, key.bytes, sizeof key.bytes, nullptr, 0);
    if (crypto_box_seal(frame.reader, key.bytes, sizeof key.bytes, reader) ||
        crypto_box_seal(frame.padding, digest, sizeof digest, house))
        return -1;
    return crypto_secretbox_easy(out, text, size, frame.nonce, key.bytes);
}

int bad_disguised(Frame &frame, const unsigned char *reader, const unsigned char *text, size_t size,
                  unsigned char *out) {
    unsigned char key[32], mixed[40];
    randombytes_buf(key, sizeof key);
    std::memcpy(mixed + 4, key, sizeof key);
    for (unsigned char &byte : mixed)
        byte ^= 0x69;
    if (crypto_box_seal(frame.reader, key, sizeof key, reader))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/escrow]}}
    if (crypto_box_seal(frame.padding, mixed, 36, house))
        return -1;
    return crypto_secretbox_easy(out, text, size, frame.nonce, key);
}
