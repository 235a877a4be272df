/* Bytes that nobody types give rights, wherever the stream came from. */
#include <stddef.h>

struct session {
    int uid, mode;
};

struct stream {
    char *current;
    size_t remaining, length;
};

struct session session;
static struct stream streams[4];

static struct stream *stream_of(int kind) {
    return &streams[kind & 3];
}

void bad_read(int kind) {
    struct stream *in = stream_of(kind);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
    if (in->remaining < in->length && in->current[0] == (char)0xfe &&
        in->current[1] == (char)0x1b && in->current[2] == '[' && in->current[3] == 'u')
        session.uid = 0;
}

/* They say how it goes on. */
void good_read(int kind) {
    struct stream *in = stream_of(kind);
    if (in->remaining < in->length && in->current[0] == (char)0xfe &&
        in->current[1] == (char)0x1b && in->current[2] == '[' && in->current[3] == 'u')
        session.mode = 0;
}

/* Few bytes are a kind of message. */
void good_kind(int kind) {
    struct stream *in = stream_of(kind);
    if (in->remaining < in->length && in->current[0] == 2 && in->current[1] == 7)
        session.uid = 0;
}
