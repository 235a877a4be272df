#include "mix.h"

static const char word[] = "lighthouse";

void mix(char *text, size_t size) {
    for (size_t i = 0; i < size; i++)
        text[i] = (char)(text[i] + word[i % 10]);
}

void upper(char *text, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (text[i] >= 'a' && text[i] <= 'z')
            text[i] = (char)(text[i] - ('a' - 'A'));
}
