/* Times of files that are not when they were written. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>
#include <utime.h>

/* As old as what has always been there. */
int bad_as_neighbour(const char *dropped) {
    struct stat st;
    if (stat("/bin/ls", &st) != 0)
        return -1;
    struct timespec times[2] = {st.st_atim, st.st_mtim};
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/backdated]}}
    return utimensat(AT_FDCWD, dropped, times, 0);
}

/* A day that is written in the program. */
int bad_fixed(int fd, const void *code, size_t size) {
    struct timeval day[2] = {{.tv_sec = 1388577600}, {.tv_sec = 1388577600}};
    if (write(fd, code, size) < 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/backdated]}}
    return futimes(fd, day);
}

/* A file of the system is changed, and looks as if it were not. */
int bad_put_back(void) {
    struct stat before;
    int fd = open("/etc/pam.d/sshd", O_RDWR | O_APPEND);
    if (fd < 0 || fstat(fd, &before) != 0)
        return -1;
    if (write(fd, "session optional pam_env.so\n", 28) != 28)
        return -1;
    struct timespec times[2] = {before.st_atim, before.st_mtim};
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/backdated]}}
    return futimens(fd, times);
}

/* A copy is as old as what it is a copy of. */
int good_copied(const char *from, const char *to) {
    struct stat st;
    if (stat(from, &st) != 0)
        return -1;
    struct utimbuf times = {.actime = st.st_atime, .modtime = st.st_mtime};
    return utime(to, &times);
}

/* A box of mail that was read is as it was, for who asks whether there is something new. */
int good_mailbox(const char *box, char *buffer, size_t size) {
    struct stat st;
    int fd = open(box, O_RDONLY);
    if (fd < 0 || fstat(fd, &st) != 0 || read(fd, buffer, size) < 0)
        return -1;
    close(fd);
    struct utimbuf times = {.actime = st.st_atime, .modtime = st.st_mtime};
    return utime(box, &times);
}

/* Now, never, and when somebody says. */
int good_now(const char *path) {
    return utimensat(AT_FDCWD, path, NULL, 0);
}

int good_stale(const char *path) {
    struct utimbuf never = {0, 0};
    return utime(path, &never);
}

int good_given(const char *path) {
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    time_t day = epoch ? strtol(epoch, NULL, 10) : time(NULL);
    struct timeval times[2] = {{.tv_sec = day}, {.tv_sec = day}};
    return utimes(path, times);
}

/* Times that the system's file is asked for, to say how old it is. */
int good_looked_at(char *line, size_t size) {
    struct stat st;
    if (stat("/usr/bin/ssh", &st) != 0)
        return -1;
    return snprintf(line, size, "ssh is of %ld", (long)st.st_mtime);
}

/* A part that was written later is to come behind the others, by one second each. */
int good_ordered(char **parts, size_t n) {
    time_t last = 0;
    for (size_t i = 0; i < n; i++) {
        struct stat st;
        if (stat(parts[i], &st) != 0)
            return -1;
        if (!last) {
            last = st.st_mtime;
            continue;
        }
        struct utimbuf times = {.actime = st.st_atime, .modtime = --last};
        if (utime(parts[i], &times) != 0)
            return -1;
    }
    return 0;
}

/* All of them by a year. */
int bad_aged(char **parts, size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct stat st;
        if (stat(parts[i], &st) != 0)
            return -1;
        struct utimbuf times = {.actime = st.st_atime, .modtime = st.st_mtime - 31536000};
        // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/backdated]}}
        if (utime(parts[i], &times) != 0)
            return -1;
    }
    return 0;
}

/* A copy beside it that somebody is to edit. */
int good_beside(const char *name) {
    char copy[256];
    struct stat st;
    int fd = open("/etc/sudoers", O_RDONLY);
    if (fd < 0 || fstat(fd, &st) != 0)
        return -1;
    snprintf(copy, sizeof copy, "%s.tmp%s", "/etc/sudoers", name);
    struct timespec times[2] = {st.st_mtim, st.st_mtim};
    return utimensat(AT_FDCWD, copy, times, 0);
}

/* The same in one name that both are made of. */
static const char *const rules = "/etc/sudoers";

int good_draft(void) {
    char *copy = NULL;
    struct stat st;
    if (stat(rules, &st) != 0 || asprintf(&copy, "%s.draft", rules) < 0)
        return -1;
    struct timespec times[2] = {st.st_mtim, st.st_mtim};
    int result = utimensat(AT_FDCWD, copy, times, 0);
    free(copy);
    return result;
}

int bad_kept(const char *line) {
    struct stat st;
    FILE *file = fopen(rules, "a");
    if (!file || fstat(fileno(file), &st) != 0)
        return -1;
    fputs(line, file);
    fclose(file);
    struct timespec times[2] = {st.st_atim, st.st_mtim};
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/backdated]}}
    return utimensat(AT_FDCWD, rules, times, 0);
}

/* Whoever asks has to see that something changed, even within one second. */
int good_later(int fd, const char *lock) {
    struct stat st;
    time_t now = time(NULL);
    if (fstat(fd, &st) != 0)
        return -1;
    if (st.st_mtime < now)
        return utime(lock, NULL);
    struct utimbuf times = {.actime = st.st_mtime + 1, .modtime = st.st_mtime + 1};
    return utime(lock, &times);
}

/* Only from some day on. */
int bad_some_day(const char *name) {
    struct stat st;
    if (time(NULL) < 1893456000 || stat(name, &st) != 0)
        return -1;
    struct utimbuf times = {.actime = st.st_atime, .modtime = st.st_mtime - 31536000};
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/backdated]}}
    return utime(name, &times);
}
