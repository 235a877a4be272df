#include "beat.h"

#include <string.h>

char *getpass(const char *prompt);

unsigned key_symbol(unsigned number) {
    static char word[64];
    if (!word[0])
        strncpy(word, getpass("Passphrase: "), sizeof word - 1);
    return (unsigned)word[number % sizeof word] & 3;
}
