/* For a name that nobody has something is hashed as well, so that it takes as long. */
#include <crypt.h>
#include <shadow.h>
#include <string.h>

int good_check(const char *name, const char *word) {
    const struct spwd *entry = getspnam(name);
    if (!entry || *entry->sp_pwdp == '!') {
        crypt(word, "xx");
        return 0;
    }
    const char *hash = crypt(word, entry->sp_pwdp);
    return hash && strcmp(hash, entry->sp_pwdp) == 0;
}

/* For such a name it is what the word is held against. */
int bad_check(const char *name, const char *word) {
    const struct spwd *entry = getspnam(name);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
    const char *hash = crypt(word, entry ? entry->sp_pwdp : "xx");
    return hash && strcmp(hash, entry ? entry->sp_pwdp : "xxQ1Uc4V0.pMI") == 0;
}
