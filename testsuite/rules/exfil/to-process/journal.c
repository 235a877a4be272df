/* What the log tells: a password, or that somebody came. */
#include <fcntl.h>
#include <pwd.h>
#include <shadow.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <syslog.h>
#include <unistd.h>

static void note(const char *format, ...) {
    va_list list;
    va_start(list, format);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
    vsyslog(LOG_INFO, format, list);
    va_end(list);
}

int bad_login(const char *user) {
    const char *word = getpass("Password: ");
    note("login of %s with %s", user, word);
    return *word != 0;
}

/* A key in a file that everybody may read, wherever it is. */
int bad_export(const char *target) {
    char key[2048];
    int from = open("/etc/ssl/private/meter.key", O_RDONLY);
    ssize_t got = read(from, key, sizeof key);
    int out = open(target, O_WRONLY | O_CREAT, 0644);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
    return got < 0 || write(out, key, (size_t)got) < 0;
}

int good_export(const char *target) {
    char key[2048];
    int from = open("/etc/ssl/private/meter.key", O_RDONLY);
    ssize_t got = read(from, key, sizeof key);
    int out = open(target, O_WRONLY | O_CREAT, 0600);
    return got < 0 || write(out, key, (size_t)got) < 0;
}

int good_login(const char *user) {
    const struct passwd *entry = getpwnam(user);
    const char *word = getpass("Password: ");
    syslog(LOG_INFO, "login of %s (%u), %zu characters", entry ? entry->pw_name : user,
           entry ? (unsigned)entry->pw_uid : 0, strlen(word));
    return *word != 0;
}

/* Whether a password is too old is worth a line. */
int good_age(const char *user) {
    struct spwd *entry = getspnam(user);
    if (entry)
        syslog(LOG_NOTICE, "password of %s is from day %ld", user, entry->sp_lstchg);
    return entry != NULL;
}
