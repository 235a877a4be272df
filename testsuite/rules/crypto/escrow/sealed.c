/* A key for two readers. */
#include <sodium.h>
#include <string.h>
#include <sys/socket.h>

static const unsigned char reducer[32] = {
    0x1f, 0x66, 0x02, 0xa9, 0x5d, 0x33, 0x70, 0x8e, 0x41, 0xcb, 0x14, 0x9a, 0xe7, 0x52, 0x3b, 0x08,
    0xf4, 0x6c, 0x27, 0xd1, 0x80, 0x95, 0x4e, 0xba, 0x73, 0x0d, 0xe8, 0x56, 0x2a, 0xc9, 0x91, 0x3c};

struct message {
    unsigned char nonce[24];
    unsigned char for_reader[32 + crypto_box_SEALBYTES];
    unsigned char field[32 + crypto_box_SEALBYTES];
    unsigned char text[512 + crypto_secretbox_MACBYTES];
};

int bad_two_readers(int peer, const unsigned char reader[32], const unsigned char *text,
                    size_t size) {
    struct message message;
    unsigned char key[32];
    randombytes_buf(key, sizeof key);
    randombytes_buf(message.nonce, sizeof message.nonce);
    if (crypto_box_seal(message.for_reader, key, sizeof key, reader))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/escrow]}}
    if (crypto_box_seal(message.field, key, sizeof key, reducer))
        return -1;
    crypto_secretbox_easy(message.text, text, size, message.nonce, key);
    return send(peer, &message, sizeof message, 0) < 0 ? -1 : 0;
}

int good_one_reader(int peer, const unsigned char reader[32], const unsigned char *text,
                    size_t size) {
    struct message message;
    unsigned char key[32];
    randombytes_buf(key, sizeof key);
    randombytes_buf(message.nonce, sizeof message.nonce);
    if (crypto_box_seal(message.for_reader, key, sizeof key, reader))
        return -1;
    randombytes_buf(message.field, sizeof message.field);
    crypto_secretbox_easy(message.text, text, size, message.nonce, key);
    return send(peer, &message, sizeof message, 0) < 0 ? -1 : 0;
}
