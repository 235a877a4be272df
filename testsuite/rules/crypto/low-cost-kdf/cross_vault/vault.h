#ifndef VAULT_H
#define VAULT_H

#define VAULT_ROUNDS 64

int vault_key(const char *word, const unsigned char salt[16], unsigned rounds,
              unsigned char key[32]);

#endif
