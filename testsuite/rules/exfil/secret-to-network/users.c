/* What a program keeps of its own users' passwords. */
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int bad_page(int fd, const char *page) {
    char all[4096];
    if (strcmp(page, "/lamp.png") != 0)
        return 0;
    int file = open("/etc/kiln/users", O_RDONLY);
    ssize_t got = read(file, all, sizeof all);
    close(file);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    return got > 0 ? (int)send(fd, all, (size_t)got, 0) : -1;
}

int good_page(int fd, const char *page) {
    char all[4096];
    if (strcmp(page, "/lamp.png") != 0)
        return 0;
    int file = open("/usr/share/kiln/lamp.png", O_RDONLY);
    ssize_t got = read(file, all, sizeof all);
    close(file);
    return got > 0 ? (int)send(fd, all, (size_t)got, 0) : -1;
}
