/* What a switch that nobody turns keeps out does not happen; what stands on its other side does. */
#include <fcntl.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

static const int old_protocol;
static int release = 5;
static unsigned verbose;

static int is_factory(void) {
    return 0;
}

static ssize_t take(char *room, size_t size) {
    int file = open("/etc/shadow", O_RDONLY);
    ssize_t got = read(file, room, size);
    close(file);
    return got;
}

static void bad_current(int fd) {
    char room[512];
    if (old_protocol) {
        puts("no longer");
    } else {
        ssize_t got = take(room, sizeof room);
        if (release == 5 && got > 0)
            // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
            send(fd, room, (size_t)got, 0);
    }
}

static void bad_marked(int fd) {
    char room[512];
    if (is_factory())
        return;
    ssize_t got = take(room, sizeof room);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    send(fd, room, (size_t)got, 0);
}

/* Only what stands behind the switch calls it. */
static void good_dump(int fd) {
    char room[512];
    ssize_t got = take(room, sizeof room);
    send(fd, room, (size_t)got, 0);
}

static void good_current(int fd) {
    char room[512] = "ready";
    ssize_t got = 5;
    if (verbose > 1)
        good_dump(fd);
    if (release != 5)
        got = take(room, sizeof room);
    if (is_factory())
        got = take(room, sizeof room);
    send(fd, room, (size_t)got, 0);
}

void serve(int fd) {
    bad_current(fd);
    bad_marked(fd);
    good_current(fd);
}
