/* HMACs of the program's own, and those of which only the inner digest is made. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct digest {
    uint32_t s[8];
    uint64_t n;
    uint8_t b[64];
};
void digest_start(struct digest *d);
void digest_more(struct digest *d, const void *p, size_t n);
void digest_end(struct digest *d, uint8_t out[32]);

/* Two arrays, of which one is never read. */
void bad_arrays(const uint8_t *secret, size_t n, const uint8_t *text, size_t size,
                uint8_t out[32]) {
    struct digest d;
    uint8_t a[64], b[64];
    memset(a, 0, sizeof a);
    memset(b, 0, sizeof b);
    memcpy(a, secret, n > 64 ? 64 : n);
    memcpy(b, secret, n > 64 ? 64 : n);
    for (int i = 0; i < 64; i++) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
        a[i] ^= 0x36;
        b[i] ^= 0x5c;
    }
    digest_start(&d);
    digest_more(&d, a, 64);
    digest_more(&d, text, size);
    digest_end(&d, out);
    memset(a, 0, sizeof a);
    memset(b, 0, sizeof b);
}

void good_arrays(const uint8_t *secret, size_t n, const uint8_t *text, size_t size,
                 uint8_t out[32]) {
    struct digest d;
    uint8_t a[64], b[64];
    memset(a, 0, sizeof a);
    memset(b, 0, sizeof b);
    memcpy(a, secret, n > 64 ? 64 : n);
    memcpy(b, secret, n > 64 ? 64 : n);
    for (int i = 0; i < 64; i++) {
        a[i] ^= 0x36;
        b[i] ^= 0x5c;
    }
    digest_start(&d);
    digest_more(&d, a, 64);
    digest_more(&d, text, size);
    digest_end(&d, out);
    digest_start(&d);
    digest_more(&d, b, 64);
    digest_more(&d, out, 32);
    digest_end(&d, out);
}

/* A helper that pads: both pads are one. */
void hash2(const void *a, size_t n, const void *b, size_t m, uint8_t out[20]);

static void pad(uint8_t block[64], const uint8_t *key, size_t n, uint8_t with) {
    for (size_t i = 0; i < 64; i++)
        block[i] = (uint8_t)((i < n ? key[i] : 0) ^ with);
}

void bad_same(const uint8_t *key, size_t n, const void *m, size_t size, uint8_t out[20]) {
    uint8_t block[64], first[20];
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    pad(block, key, n, 0x36);
    hash2(block, 64, m, size, first);
    pad(block, key, n, 0x36);
    hash2(block, 64, first, 20, out);
}

void good_both(const uint8_t *key, size_t n, const void *m, size_t size, uint8_t out[20]) {
    uint8_t block[64], first[20];
    pad(block, key, n, 0x36);
    hash2(block, 64, m, size, first);
    pad(block, key, n, 0x5c);
    hash2(block, 64, first, 20, out);
}

/* Pointers, a block of 128 bytes in a variable of the unit. */
void three(const void *a, size_t n, const void *b, size_t m, uint8_t *out);
static uint8_t block[128], inner[64];

void bad_pointers(const uint8_t *k, size_t n, const void *m, size_t size, uint8_t *out) {
    uint8_t *p = block, *e = block + 128;
    memset(block, 0, 128);
    memcpy(block, k, n > 128 ? 128 : n);
    while (p < e)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
        *p++ ^= 0x36;
    three(block, 128, m, size, out);
    memcpy(inner, out, 64);
}

void good_pointers(const uint8_t *k, size_t n, const void *m, size_t size, uint8_t *out) {
    uint8_t *p = block, *e = block + 128;
    memset(block, 0, 128);
    memcpy(block, k, n > 128 ? 128 : n);
    while (p < e)
        *p++ ^= 0x36;
    three(block, 128, m, size, inner);
    p = block;
    while (p < e)
        *p++ ^= 0x36 ^ 0x5c;
    three(block, 128, inner, 64, out);
}

/* Fields, filled in one function and read in others. */
struct short_code {
    uint8_t first[64], second[64];
};

void bad_fields(struct short_code *m, const uint8_t *key, size_t n) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    memset(m->first, 0x36, 64);
    memset(m->second, 0x5c, 64);
    for (size_t i = 0; i < n && i < 64; i++) {
        m->first[i] ^= key[i];
        m->second[i] ^= key[i];
    }
}

void bad_fields_end(const struct short_code *m, const void *data, size_t size, uint8_t out[20]) {
    hash2(m->first, 64, data, size, out);
}

struct whole_code {
    uint8_t first[64], second[64];
};

void good_fields(struct whole_code *m, const uint8_t *key, size_t n) {
    memset(m->first, 0x36, 64);
    memset(m->second, 0x5c, 64);
    for (size_t i = 0; i < n && i < 64; i++) {
        m->first[i] ^= key[i];
        m->second[i] ^= key[i];
    }
}

void good_fields_end(const struct whole_code *m, const void *data, size_t size, uint8_t out[20]) {
    uint8_t first[20];
    hash2(m->first, 64, data, size, first);
    hash2(m->second, 64, first, 20, out);
}

/* Begun by one function, the key kept, and ended by another. */
struct late {
    struct digest d;
    uint8_t key[64];
};

void good_late(struct late *l, const uint8_t key[32]) {
    uint8_t p[64];
    memset(l->key, 0, 64);
    memcpy(l->key, key, 32);
    for (unsigned i = 0; i < 64; i++)
        p[i] = l->key[i] ^ 0x36;
    digest_start(&l->d);
    digest_more(&l->d, p, 64);
}

void good_late_end(struct late *l, uint8_t out[32]) {
    uint8_t p[64];
    digest_end(&l->d, out);
    for (unsigned i = 0; i < 64; i++)
        p[i] = l->key[i] ^ 0x5c;
    digest_start(&l->d);
    digest_more(&l->d, p, 64);
    digest_more(&l->d, out, 32);
    digest_end(&l->d, out);
}

/* Not HMACs: a text that is covered, a table that is turned. */
void good_cover(char *text, size_t n) {
    for (size_t i = 0; i < n; i++)
        text[i] ^= 0x36;
}

void good_few(uint8_t text[20]) {
    for (int i = 0; i < 20; i++)
        text[i] ^= 0x36;
}
