/* Entries that are changed where others are only added. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <utmp.h>

int bad_blank(const char *who) {
    struct utmp entry;
    int file = open("/var/log/wtmp", O_RDWR);
    if (file < 0)
        return -1;
    while (read(file, &entry, sizeof entry) == sizeof entry)
        if (strncmp(entry.ut_user, who, sizeof entry.ut_user) == 0) {
            memset(&entry, 0, sizeof entry);
            lseek(file, -(off_t)sizeof entry, SEEK_CUR);
            // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/wiped-log]}}
            if (write(file, &entry, sizeof entry) < 0)
                break;
        }
    return close(file);
}

void bad_stream(const char *host) {
    struct utmp entry;
    FILE *file = fopen("/var/log/btmp", "r+");
    while (file && fread(&entry, sizeof entry, 1, file) == 1)
        if (strstr(entry.ut_host, host)) {
            strcpy(entry.ut_host, "localhost");
            fseek(file, -(long)sizeof entry, SEEK_CUR);
            // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/wiped-log]}}
            fwrite(&entry, sizeof entry, 1, file);
        }
    if (file)
        fclose(file);
}

/* Who was there is added. */
int good_added(const struct utmp *entry) {
    int file = open("/var/log/wtmp", O_WRONLY | O_APPEND);
    ssize_t done = write(file, entry, sizeof *entry);
    close(file);
    return done == sizeof *entry;
}

/* Who is there is changed where it stands. */
int good_leaves(const char *line) {
    struct utmp entry;
    int file = open("/var/run/utmp", O_RDWR);
    while (read(file, &entry, sizeof entry) == sizeof entry)
        if (strncmp(entry.ut_line, line, sizeof entry.ut_line) == 0) {
            memset(entry.ut_user, 0, sizeof entry.ut_user);
            lseek(file, -(off_t)sizeof entry, SEEK_CUR);
            if (write(file, &entry, sizeof entry) < 0)
                break;
        }
    return close(file);
}
