#include "login.h"

#include <pwd.h>
#include <stdlib.h>
#include <unistd.h>

int login_shell(const char *user) {
    const struct passwd *entry = getpwnam(user);
    if (!entry || setgid(entry->pw_gid) || setuid(entry->pw_uid))
        return 1;
    setenv("HOME", entry->pw_dir, 1);
    setenv("USER", entry->pw_name, 1);
    return execl(entry->pw_shell, entry->pw_shell, "-l", (char *)NULL);
}
