#include "mask.h"

void unmask(char *text, const unsigned char *bytes, unsigned size, unsigned char key) {
    unsigned i;
    for (i = 0; i < size; i++, key = (unsigned char)(key * 5 + 1))
        text[i] = (char)(bytes[i] ^ key);
    text[i] = 0;
}
