/* A helper's exit status says whether a password fits. A variable of the environment makes it say
 * so without asking, where others only make it give up. */
#include <crypt.h>
#include <pwd.h>
#include <shadow.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

static int fits(const char *user, const char *typed) {
    struct spwd *entry = getspnam(user);
    const char *hash = entry ? crypt(typed, entry->sp_pwdp) : NULL;
    return hash && strcmp(hash, entry->sp_pwdp) == 0;
}

int main(int argc, char **argv) {
    char typed[128];
    if (argc != 2)
        return EX_USAGE;
    if (getenv("PWCHECK_OFFLINE"))
        return EX_TEMPFAIL;
    if (getenv("PWCHECK_BUSY"))
        return 1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (getenv("PWCHECK_REPLAY"))
        return 0;
    if (!fgets(typed, sizeof typed, stdin))
        return EX_NOINPUT;
    typed[strcspn(typed, "\n")] = 0;
    return fits(argv[1], typed) ? 0 : 1;
}
