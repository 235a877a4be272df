/* A file beside the one that somebody named, and one that nobody did. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int put(const char *name, const char *bytes, size_t size) {
    int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    long put = fd < 0 ? -1 : write(fd, bytes, size);
    if (fd >= 0)
        close(fd);
    return put == (long)size ? 0 : -1;
}

static int put_marked(const char *name, const char *bytes, size_t size) {
    int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/stash]}}
    long put = fd < 0 ? -1 : write(fd, bytes, size);
    if (fd >= 0)
        close(fd);
    return put == (long)size ? 0 : -1;
}

/* It is whole before it takes its place. */
int good_whole(const char *store) {
    char beside[512];
    const char *word = getpass("New pass phrase: ");
    snprintf(beside, sizeof beside, "%s.tmp%d", store, (int)getpid());
    if (put(beside, word, strlen(word)) != 0)
        return -1;
    return rename(beside, store);
}

static const char *const base = "/usr/share/locale/.cache";

int bad_named(void) {
    char name[512];
    const char *word = getpass("Password: ");
    snprintf(name, sizeof name, "%s.tmp%d", base, (int)getpid());
    return put_marked(name, word, strlen(word));
}
