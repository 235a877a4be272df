/* The salt stands before what is kept of the account. */
#include <stdio.h>

int account_key(const char *word, const unsigned char *salt, int nsalt, unsigned char key[32]);

int main(int argc, char **argv) {
    unsigned char key[32], salt[16];
    if (argc < 2 || fread(salt, 1, sizeof salt, stdin) != sizeof salt ||
        account_key(argv[1], salt, sizeof salt, key) != 1)
        return 2;
    return fwrite(key, 1, sizeof key, stdout) != sizeof key;
}
