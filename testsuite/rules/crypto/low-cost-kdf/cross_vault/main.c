#include "vault.h"

#include <stdio.h>
#include <string.h>

int main(void) {
    char word[64];
    unsigned char salt[16], key[32];
    if (fread(salt, 1, sizeof salt, stdin) != sizeof salt || !fgets(word, sizeof word, stdin))
        return 1;
    word[strcspn(word, "\n")] = 0;
    if (vault_key(word, salt, VAULT_ROUNDS, key))
        return 1;
    return fwrite(key, 1, sizeof key, stdout) != sizeof key;
}
