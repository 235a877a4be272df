/* Decoding after the table of well-formed sequences, which leaves no case for special checks. */
#include "sarif/utf8.h"

#include <assert.h>

/* The bytes that may follow a first byte: how many, and the range of the next (the others are
 * 80..BF). Unicode 15, table 3-7. */
struct follow {
    unsigned count;
    uint8_t low, high;
};

static struct follow follow_of(uint8_t first) {
    if (first >= 0xC2 && first <= 0xDF)
        return (struct follow){1, 0x80, 0xBF};
    if (first == 0xE0)
        return (struct follow){2, 0xA0, 0xBF};
    if (first == 0xED)
        return (struct follow){2, 0x80, 0x9F};
    if (first >= 0xE1 && first <= 0xEF)
        return (struct follow){2, 0x80, 0xBF};
    if (first == 0xF0)
        return (struct follow){3, 0x90, 0xBF};
    if (first == 0xF4)
        return (struct follow){3, 0x80, 0x8F};
    if (first >= 0xF1 && first <= 0xF3)
        return (struct follow){3, 0x80, 0xBF};
    return (struct follow){0, 0, 0};
}

uint32_t vt_utf8_decode(const uint8_t *text, size_t size, size_t *used) {
    assert(size > 0);
    *used = 1;
    if (text[0] < 0x80)
        return text[0];
    struct follow follow = follow_of(text[0]);
    if (follow.count == 0)
        return VT_UTF8_REPLACEMENT;
    uint32_t code = text[0] & (0x3Fu >> follow.count);
    for (unsigned i = 1; i <= follow.count; i++) {
        if (i >= size || text[i] < follow.low || text[i] > follow.high)
            return VT_UTF8_REPLACEMENT;
        code = code << 6 | (text[i] & 0x3Fu);
        *used = i + 1;
        follow.low = 0x80;
        follow.high = 0xBF;
    }
    return code;
}

size_t vt_utf8_encode(uint32_t code, char bytes[4]) {
    if (code < 0x80) {
        bytes[0] = (char)code;
        return 1;
    }
    size_t size = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--, code >>= 6)
        bytes[i] = (char)(0x80 | (code & 0x3F));
    bytes[0] = (char)((0xF00 >> size & 0xFF) | code);
    return size;
}
