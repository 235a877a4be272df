/* An address that has only letters which say nothing to a shell is an argument of the command. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static int hear(int fd, char *line, size_t size) {
    ssize_t n = recv(fd, line, size - 1, 0);
    line[n > 0 ? n : 0] = 0;
    return n > 0;
}

static int is_plain(const char *text) {
    for (; *text; text++)
        if (!((*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z') ||
              (*text >= '0' && *text <= '9') || *text == '.' || *text == '@'))
            return 0;
    return 1;
}

int good_deliver(int fd) {
    char line[128], command[256];
    if (!hear(fd, line, sizeof line) || !is_plain(line))
        return -1;
    snprintf(command, sizeof command, "/usr/sbin/deliver -- %s", line);
    return system(command);
}

static int take_name(const char *from, char *to, size_t size) {
    size_t used = 0;
    for (; *from && used + 1 < size; from++) {
        if (!isalnum((unsigned char)*from))
            return -1;
        to[used++] = *from;
    }
    to[used] = 0;
    return 0;
}

int good_lookup(int fd) {
    char line[128], name[64], command[256];
    if (!hear(fd, line, sizeof line) || take_name(line, name, sizeof name) < 0)
        return -1;
    snprintf(command, sizeof command, "getent passwd %s", name);
    FILE *pipe = popen(command, "r");
    return pipe ? pclose(pipe) : -1;
}

/* Letters are all that a command needs, if nothing else says what is run. */
int bad_run(int fd) {
    char line[128];
    if (!hear(fd, line, sizeof line) || !is_plain(line))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    return system(line);
}

/* Whether it begins with a letter says nothing of the rest. */
int bad_deliver(int fd) {
    char line[128], command[256];
    if (!hear(fd, line, sizeof line) || *line < 'a' || *line > 'z')
        return -1;
    snprintf(command, sizeof command, "/usr/sbin/deliver -- %s", line);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    return system(command);
}

/* What has other letters is counted, and run. */
int bad_count(int fd, unsigned *odd) {
    char line[128], command[256];
    if (!hear(fd, line, sizeof line))
        return -1;
    for (const char *at = line; *at; at++)
        if (!isalnum((unsigned char)*at))
            ++*odd;
    snprintf(command, sizeof command, "/usr/sbin/deliver -- %s", line);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    return system(command);
}

/* A bit of a packet is no letter. */
int bad_pushed(int fd) {
    char packet[128], command[256];
    if (!hear(fd, packet, sizeof packet) || !(packet[13] & 8))
        return -1;
    snprintf(command, sizeof command, "/usr/sbin/deliver -- %s", packet + 20);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    return system(command);
}

/* Letters of something else are looked at. */
int bad_other(int fd, const char *name) {
    char line[128], command[256];
    if (!is_plain(name) || !hear(fd, line, sizeof line))
        return -1;
    snprintf(command, sizeof command, "/usr/sbin/deliver %s %s", name, line);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    return system(command);
}
