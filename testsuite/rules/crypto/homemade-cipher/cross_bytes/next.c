#include "stream.h"

unsigned char stream_next(struct stream *stream) {
    unsigned char *row = stream->row;
    unsigned char a = row[++stream->at];
    stream->other = (unsigned char)(stream->other + a);
    unsigned char b = row[stream->other];
    row[stream->at] = b;
    row[stream->other] = a;
    return row[(unsigned char)(a + b)];
}
