/* Nobody who asks for the key has any salt. */
#include <stddef.h>
#include <stdio.h>

int vault_key(const char *word, const unsigned char *salt, int nsalt, unsigned char key[32]);

int main(int argc, char **argv) {
    unsigned char key[32];
    if (argc < 2 || vault_key(argv[1], NULL, 0, key) != 1)
        return 2;
    return fwrite(key, 1, sizeof key, stdout) != sizeof key;
}
