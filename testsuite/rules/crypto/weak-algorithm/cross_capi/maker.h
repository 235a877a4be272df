#include <windows.h>

#include <wincrypt.h>

struct maker {
    const char *name;
    int (*make)(HCRYPTPROV provider, HCRYPTKEY *key);
};

extern const struct maker makers[2];
