/* Filters of a stream share one call, and each has an object of its own: letters that one puts into
 * its buffer are no length of another's key. */
#include <gcrypt.h>
#include <stdlib.h>
#include <string.h>

enum request { FILL, FLUSH, CLOSE };

typedef int (*filter_function)(void *object, enum request request, unsigned char *data, size_t *n);

struct stream {
    filter_function filter;
    void *object;
    struct stream *next;
};

/* ---- Lines ----------------------------------------------------------------------------------- */

struct lines {
    unsigned char *buffer;
    size_t size, used;
};

static int end_line(struct lines *lines, int is_carriage) {
    if (lines->used + 2 > lines->size)
        return -1;
    if (is_carriage)
        lines->buffer[lines->used++] = '\r';
    lines->buffer[lines->used++] = '\n';
    return 0;
}

static int filter_lines(void *object, enum request request, unsigned char *data, size_t *n) {
    if (request != FILL)
        return 0;
    return end_line(object, *n > 0 && data[*n - 1] != '\r');
}

/* ---- Ciphers --------------------------------------------------------------------------------- */

struct key {
    int algorithm;
    int length;
    unsigned char bytes[32];
};

struct cipher {
    struct key *key;
    gcry_cipher_hd_t handle;
};

static int filter_cipher(void *object, enum request request, unsigned char *data, size_t *n) {
    struct cipher *cipher = object;
    if (request != FLUSH)
        return 0;
    if (!cipher->handle) {
        if (gcry_cipher_open(&cipher->handle, cipher->key->algorithm, GCRY_CIPHER_MODE_CFB, 0))
            return -1;
        gcry_cipher_setkey(cipher->handle, cipher->key->bytes, (size_t)cipher->key->length);
    }
    return gcry_cipher_encrypt(cipher->handle, data, *n, NULL, 0) != 0;
}

/* ---- Streams --------------------------------------------------------------------------------- */

static int good_close(struct stream *stream) {
    size_t n = 0;
    int failed = 0;
    for (; stream; stream = stream->next)
        failed |= stream->filter(stream->object, CLOSE, NULL, &n);
    return failed;
}

static int push(struct stream **stream, filter_function filter, void *object) {
    struct stream *next = calloc(1, sizeof *next);
    if (!next)
        return -1;
    *next = (struct stream){filter, object, *stream};
    *stream = next;
    return 0;
}

int good_message(struct key *key, size_t size) {
    struct stream *stream = NULL;
    struct lines *lines = calloc(1, sizeof *lines);
    struct cipher *cipher = calloc(1, sizeof *cipher);
    if (!lines || !cipher)
        return -1;
    lines->buffer = malloc(size);
    lines->size = lines->buffer ? size : 0;
    cipher->key = key;
    if (push(&stream, filter_lines, lines) || push(&stream, filter_cipher, cipher))
        return -1;
    return good_close(stream);
}

/* ---- A key that is short --------------------------------------------------------------------- */

static void shorten(struct key *key) {
    key->length = 5;
}

int bad_key(gcry_cipher_hd_t handle, struct key *key) {
    shorten(key);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    return gcry_cipher_setkey(handle, key->bytes, (size_t)key->length) != 0;
}

/* One of several places of a table is read, and another written: no more is known of either. */
static int lengths[4] = {32, 32, 32, 32};

int bad_table(gcry_cipher_hd_t handle, const unsigned char *bytes, unsigned kind) {
    lengths[1] = 7;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    return gcry_cipher_setkey(handle, bytes, (size_t)lengths[kind % 4]) != 0;
}
