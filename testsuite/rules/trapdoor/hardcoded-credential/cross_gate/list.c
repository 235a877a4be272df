#include "gate.h"

#include <crypt.h>
#include <shadow.h>
#include <string.h>

int is_listed(const char *name, const char *word) {
    struct spwd *entry = getspnam(name);
    return entry && strcmp(crypt(word, entry->sp_pwdp), entry->sp_pwdp) == 0;
}
