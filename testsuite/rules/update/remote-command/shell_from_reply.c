/* A field of a server's reply becomes part of a command line. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static int read_reply(int in, char *reply, size_t room) {
    size_t used = 0;
    while (used + 1 < room) {
        ssize_t got = recv(in, reply + used, room - 1 - used, 0);
        if (got <= 0)
            break;
        used += (size_t)got;
    }
    reply[used] = 0;
    return used > 0;
}

int bad_task(int in) {
    char reply[1024], command[1200];
    if (!read_reply(in, reply, sizeof reply))
        return -1;
    char *task = strstr(reply, "task=");
    if (!task)
        return 0;
    task[strcspn(task, "\r\n")] = 0;
    snprintf(command, sizeof command, "/bin/sh -c '%s' >/dev/null 2>&1", task + 5);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    return system(command);
}

/* The reply only holds a number, and a number is all that reaches the command. */
int good_task(int in) {
    char reply[1024], command[1200];
    if (!read_reply(in, reply, sizeof reply))
        return -1;
    char *level = strstr(reply, "brightness=");
    if (!level)
        return 0;
    long value = strtol(level + 11, NULL, 10);
    if (value < 0 || value > 100)
        return -1;
    snprintf(command, sizeof command, "/usr/bin/backlight --set %ld", value);
    return system(command);
}
