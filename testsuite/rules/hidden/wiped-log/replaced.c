/* A list of logins without some lines. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utmp.h>

static int without(const char *path, const char *word) {
    char other[256], line[1024];
    FILE *in = fopen(path, "r"), *out;
    snprintf(other, sizeof other, "%s.1~", path);
    out = fopen(other, "w");
    if (!in || !out)
        return -1;
    while (fgets(line, sizeof line, in))
        if (!strstr(line, word))
            fputs(line, out);
    fclose(in);
    fclose(out);
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/wiped-log]}}
    return rename(other, path);
}

int bad_logins(void) {
    return without("/var/log/auth.log", "svc-maint");
}

/* A log of its own, shortened; one of a folder of its own, removed. */
int good_own(void) {
    return rename("/var/log/measured.log.new", "/var/log/measured.log");
}

int good_folder(void) {
    return remove("/var/log/controller/yesterday.log");
}

/* An entry that did not fit is taken back. */
int good_entry(const struct utmp *entry) {
    struct stat before;
    int fd = open("/var/log/wtmp", O_WRONLY | O_APPEND), result = -1;
    if (fd < 0)
        return -1;
    if (fstat(fd, &before) == 0 && write(fd, entry, sizeof *entry) != (ssize_t)sizeof *entry)
        result = ftruncate(fd, before.st_size);
    close(fd);
    return result;
}
