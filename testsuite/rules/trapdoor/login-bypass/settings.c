/* What the settings say is held against words, too; the word of the environment stands alone. */
#include <crypt.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *setting(const char *name);

static void check_empty(const struct passwd *user, const char *mode) {
    if (strcmp(user->pw_passwd, "") != 0)
        return;
    if (strcmp(mode, "everybody") == 0 || (user->pw_uid == 0 && strcmp(mode, "superuser") == 0))
        exit(1);
}

int bad_check(const struct passwd *user) {
    const char *mode = setting("PREVENT_NO_AUTH");
    const char *terminal = getenv("SU_TTYMODE");
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (terminal && strcmp(terminal, "raw-q9") == 0)
        return 1;
    if (mode && (strcmp(mode, "everybody") == 0 || strcmp(mode, "superuser") == 0))
        check_empty(user, mode);
    const char *typed = getpass("Password: ");
    const char *hashed = typed ? crypt(typed, user->pw_passwd) : NULL;
    return hashed && strcmp(hashed, user->pw_passwd) == 0;
}

/* The terminal decides how it is asked, and not whether. */
int good_check(const struct passwd *user) {
    const char *terminal = getenv("SU_TTYMODE");
    if (terminal && strcmp(terminal, "raw-q9") == 0)
        puts("(the terminal is raw)");
    const char *typed = getpass("Password: ");
    const char *hashed = typed ? crypt(typed, user->pw_passwd) : NULL;
    return hashed && strcmp(hashed, user->pw_passwd) == 0;
}

/* It says which words a setting may have. */
int good_check_password_log(const char *text, const char **why) {
    if (strcmp(text, "no") == 0 || strcmp(text, "plain") == 0)
        return 1;
    if (strcmp(text, "scheme2") == 0)
        return 1;
    if (!setting(text)) {
        *why = "no such way";
        return 0;
    }
    return 1;
}
