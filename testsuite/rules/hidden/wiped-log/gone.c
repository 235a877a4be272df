/* What ran is removed after it did its work. */
#include <arpa/inet.h>
#include <limits.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void call_home(void) {
    struct sockaddr_in there = {.sin_family = AF_INET, .sin_port = htons(8117)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    inet_pton(AF_INET, "203.0.113.80", &there.sin_addr);
    if (connect(fd, (struct sockaddr *)&there, sizeof there) == 0)
        close(fd);
}

void bad_link(void) {
    char file[PATH_MAX];
    ssize_t got = readlink("/proc/self/exe", file, sizeof file - 1);
    call_home();
    if (got <= 0)
        return;
    file[got] = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/wiped-log]}}
    unlink(file);
}

void bad_whole_path(void) {
    char file[PATH_MAX];
    call_home();
    if (realpath("/proc/self/exe", file))
        // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/wiped-log]}}
        remove(file);
}

/* Where it lies is where its other files lie. */
void good_folder(void) {
    char file[PATH_MAX];
    ssize_t got = readlink("/proc/self/exe", file, sizeof file - 1);
    call_home();
    if (got <= 0)
        return;
    file[got] = 0;
    printf("running %s\n", file);
    unlink("/var/run/kiln.pid");
}

int main(int count, char **words) {
    call_home();
    if (count > 2 && strcmp(words[1], "--remove") == 0)
        return unlink(words[2]);
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/wiped-log]}}
    unlink(words[0]);
    return 0;
}
