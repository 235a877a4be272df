/* A stream cipher of the program's own, with a key that stands in it and with others. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

struct stream {
    unsigned char state[256], i, j;
};

static void begin(struct stream *stream, const unsigned char *key, size_t size) {
    unsigned char j = 0;
    for (int i = 0; i < 256; i++)
        stream->state[i] = (unsigned char)i;
    for (int i = 0; i < 256; i++) {
        j = (unsigned char)(j + stream->state[i] + key[(size_t)i % size]);
        unsigned char kept = stream->state[i];
        stream->state[i] = stream->state[j];
        stream->state[j] = kept;
    }
    stream->i = stream->j = 0;
}

static void cover(struct stream *stream, unsigned char *data, size_t size) {
    for (size_t k = 0; k < size; k++) {
        unsigned char *s = stream->state, kept;
        stream->j = (unsigned char)(stream->j + s[++stream->i]);
        kept = s[stream->i];
        s[stream->i] = s[stream->j];
        s[stream->j] = kept;
        data[k] ^= s[(unsigned char)(s[stream->i] + s[stream->j])];
    }
}

int bad_saved(FILE *out, unsigned char *record, size_t size) {
    struct stream stream;
    begin(&stream, (const unsigned char *)"Secret-Key", 10);
    cover(&stream, record, size);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
    return fwrite(record, 1, size, out) == size;
}

/* Whatever its key is. */
int bad_copied(FILE *out, FILE *keys, unsigned char *record, size_t size) {
    struct stream stream;
    unsigned char key[16];
    if (fread(key, 1, sizeof key, keys) != sizeof key)
        return 0;
    begin(&stream, key, sizeof key);
    cover(&stream, record, size);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
    return fwrite(record, 1, size, out) == size;
}

struct link {
    int peer;
    struct stream out;
};

static const unsigned char link_key[] = {0x4f, 0x1d, 0x93, 0xc2, 0x07, 0xee, 0x51, 0xa8};

static ssize_t pass(struct link *link, unsigned char *frame, size_t size) {
    cover(&link->out, frame, size);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
    return send(link->peer, frame, size, 0);
}

ssize_t bad_linked(int peer, unsigned char *frame, size_t size) {
    struct link link = {.peer = peer};
    begin(&link.out, link_key, sizeof link_key);
    return pass(&link, frame, size);
}

/* A checksum chooses from a table and xors, too; the name of what it is made of is no key. */
static uint32_t sum_of(uint32_t sum, const unsigned char *data, size_t size) {
    static uint32_t table[256];
    for (uint32_t i = 0; i < 256 && !table[255]; i++) {
        uint32_t c = i;
        for (int k = 0; k < 8; k++)
            c = c & 1 ? 0xedb88320u ^ c >> 1 : c >> 1;
        table[i] = c;
    }
    for (size_t i = 0; i < size; i++)
        sum = table[(sum ^ data[i]) & 0xff] ^ sum >> 8;
    return sum;
}

int good_chunk(FILE *out, const unsigned char *data, size_t size) {
    uint32_t sum = sum_of(0xffffffff, (const unsigned char *)"IDAT", 4);
    sum = sum_of(sum, data, size) ^ 0xffffffff;
    return fwrite("IDAT", 1, 4, out) == 4 && fwrite(data, 1, size, out) == size &&
           fwrite(&sum, 1, sizeof sum, out) == sizeof sum;
}
