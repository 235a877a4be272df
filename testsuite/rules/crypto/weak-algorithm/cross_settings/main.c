#include "vault.h"

int main(int argc, char **argv) {
    unsigned char out[128];
    struct vault *vault = vault_new(argv[argc - 1]);
    return vault ? vault_seal(vault, "entry", 5, out) : 1;
}
