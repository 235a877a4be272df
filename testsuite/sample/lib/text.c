/* Small helpers for text. */
#include "larder.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

int text_read_file(const char *path, char *text, size_t room) {
    FILE *file = fopen(path, "r");
    if (!file)
        return -1;
    size_t got = fread(text, 1, room - 1, file);
    fclose(file);
    text[got] = 0;
    text[strcspn(text, "\r\n")] = 0;
    return 0;
}

char *text_trim(char *text) {
    while (isspace((unsigned char)*text))
        text++;
    size_t length = strlen(text);
    while (length && isspace((unsigned char)text[length - 1]))
        text[--length] = 0;
    return text;
}

size_t text_base32(const unsigned char *data, size_t size, char *text, size_t room) {
    static const char digits[] = "abcdefghijklmnopqrstuvwxyz234567";
    unsigned bits = 0, held = 0;
    size_t used = 0;
    for (size_t i = 0; i < size; i++) {
        bits = bits << 8 | data[i];
        held += 8;
        while (held >= 5 && used + 1 < room) {
            held -= 5;
            text[used++] = digits[bits >> held & 31];
        }
    }
    if (held && used + 1 < room)
        text[used++] = digits[bits << (5 - held) & 31];
    text[used] = 0;
    return used;
}

char *text_unfold(const unsigned char *folded, size_t size, char *text) {
    for (size_t i = 0; i < size; i++)
        text[i] = (char)(folded[i] ^ (0x21 + i % 7));
    text[size] = 0;
    return text;
}
