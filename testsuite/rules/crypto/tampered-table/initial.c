/* Initial values that are stored one by one. */
#include <stdint.h>

struct sha1 {
    uint64_t size;
    uint32_t h[5];
};

struct md5 {
    uint32_t a, b, c, d;
    uint32_t used, bytes;
};

struct stream {
    uint32_t *words;
};

void bad_start(struct sha1 *s) {
    s->size = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/tampered-table]}}
    s->h[0] = 0x67452301;
    s->h[1] = 0xefcdab89;
    s->h[2] = 0x98badcfe;
    s->h[3] = 0x10325476;
    s->h[4] = 0xc3d2e1f1;
}

void good_start(struct sha1 *s) {
    s->h[4] = 0xc3d2e1f0;
    s->h[3] = 0x10325476;
    s->h[2] = 0x98badcfe;
    s->h[1] = 0xefcdab89;
    s->h[0] = 0x67452301;
    s->size = 0;
}

/* The first four words of SHA-1's: what follows them is no fifth. */
void good_shorter(struct md5 *s) {
    s->a = 0x67452301;
    s->b = 0xefcdab89;
    s->c = 0x98badcfe;
    s->d = 0x10325476;
    s->used = 0;
    s->bytes = 64;
}

void bad_key(struct stream *s, const uint32_t *key) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/tampered-table]}}
    s->words[0] = 0x61707865;
    s->words[1] = 0x3320646e;
    s->words[2] = 0x79622d33;
    s->words[3] = 0x6b206574;
    s->words[4] = key[0];
}

void good_key(struct stream *s, const uint32_t *key) {
    s->words[0] = 0x61707865;
    s->words[1] = 0x3320646e;
    s->words[2] = 0x79622d32;
    s->words[3] = 0x6b206574;
    s->words[4] = key[0];
}

/* 16 bytes of key: other constants, not altered ones. */
void good_short_key(struct stream *s, const uint32_t *key, int is_short) {
    const char *text = is_short ? "expand 16-byte k" : "expand 32-byte k";
    for (int i = 0; i < 4; i++)
        s->words[i] = (uint32_t)text[4 * i] | (uint32_t)text[4 * i + 1] << 8 |
                      (uint32_t)text[4 * i + 2] << 16 | (uint32_t)text[4 * i + 3] << 24;
    s->words[4] = key[0];
}
