#include "gate.h"

#include <string.h>

int is_partner(const struct visitor *visitor) {
    char word[16];
    strcpy(word, "tauwas");
    strcat(word, "ser9");
    // report@+1: trapdoor/hardcoded-credential
    return strcmp(visitor->word, word) == 0;
}
