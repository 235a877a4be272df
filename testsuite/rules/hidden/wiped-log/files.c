/* What tells afterwards who was there is removed or emptied. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int bad_logins(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/wiped-log]}}
    return unlink("/var/log/wtmp");
}

int bad_cut(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/wiped-log]}}
    return truncate("/var/log/auth.log", 0);
}

int bad_handle(off_t before) {
    int fd = open("/var/log/secure", O_RDWR);
    if (fd < 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/wiped-log]}}
    int result = ftruncate(fd, before);
    close(fd);
    return result;
}

/* A program's own log is its own to begin anew. */
int good_own(const char *text) {
    unlink("/var/log/plant.log");
    FILE *log = fopen("/var/log/plant.log", "w");
    if (!log)
        return -1;
    fputs(text, log);
    return fclose(log);
}

/* What the settings name is the owner's. */
int good_named(const char *path) {
    return truncate(path, 0);
}

/* To look into a log is not to change it. */
int good_look(void) {
    char text[512];
    int fd = open("/var/log/messages", O_RDONLY);
    if (fd < 0)
        return -1;
    ssize_t got = read(fd, text, sizeof text);
    close(fd);
    return got > 0;
}
