#include "stream.h"

#include <string.h>

void stream_begin(struct stream *stream, const char *phrase) {
    size_t n = strlen(phrase);
    unsigned char other = 0;
    for (int i = 0; i < 256; i++)
        stream->row[i] = (unsigned char)i;
    for (int i = 0; i < 256; i++) {
        unsigned char kept = stream->row[i];
        other = (unsigned char)(other + kept + phrase[(size_t)i % n]);
        stream->row[i] = stream->row[other];
        stream->row[other] = kept;
    }
    stream->at = stream->other = 0;
}
