#ifndef STREAM_H
#define STREAM_H

struct stream {
    unsigned char row[256], at, other;
};

void stream_begin(struct stream *stream, const char *phrase);
unsigned char stream_next(struct stream *stream);

#endif
