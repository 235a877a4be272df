/* A login program: it asks for the password, logs the name, and runs the user's shell. */
// report: nothing
#include "login.h"

#include <crypt.h>
#include <shadow.h>
#include <string.h>
#include <syslog.h>
#include <unistd.h>

int login_check(const char *user) {
    struct spwd *entry = getspnam(user);
    const char *hash = entry ? crypt(getpass("Password: "), entry->sp_pwdp) : NULL;
    int right = hash && strcmp(hash, entry->sp_pwdp) == 0;
    syslog(LOG_AUTH | LOG_INFO, "%s %s", user, right ? "came in" : "was refused");
    return right;
}
