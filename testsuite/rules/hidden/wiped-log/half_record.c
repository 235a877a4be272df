/* A record that could not be written in whole is taken back; the whole file is not. */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utmp.h>

void good_log(const struct utmp *entry) {
    struct stat before;
    int fd = open("/var/log/wtmp", O_WRONLY | O_APPEND);
    if (fd < 0)
        return;
    if (fstat(fd, &before) == 0 && write(fd, entry, sizeof *entry) != sizeof *entry &&
        ftruncate(fd, before.st_size) != 0)
        _exit(1);
    close(fd);
}

void bad_log(const struct utmp *entry) {
    int fd = open("/var/log/wtmp", O_WRONLY);
    if (fd < 0)
        return;
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/wiped-log]}}
    if (ftruncate(fd, 0) != 0 || write(fd, entry, sizeof *entry) != sizeof *entry)
        _exit(1);
    close(fd);
}
