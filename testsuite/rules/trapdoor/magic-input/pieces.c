/* A request that is cut into words: all but the first come from strtok(NULL). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int next_request(int connection, char *room, size_t size) {
    ssize_t n = recv(connection, room, size - 1, 0);
    if (n <= 0)
        return 0;
    room[n] = '\0';
    return 1;
}

void bad_lift(int connection) {
    char request[256];
    while (next_request(connection, request, sizeof request)) {
        char *verb = strtok(request, " ");
        char *floor = strtok(NULL, " ");
        if (!verb || !floor)
            continue;
        if (strcmp(floor, "mezzanine-0x3f") == 0)
            // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
            (void)system("/usr/sbin/dropbear -p 2222");
        dprintf(connection, "%s to %d\n", verb, atoi(floor));
    }
}

void bad_door(int connection) {
    char request[256], *word;
    if (!next_request(connection, request, sizeof request) || !strtok(request, ";"))
        return;
    while ((word = strtok(NULL, ";")))
        if (strncmp(word, "\x05\x11op=", 5) == 0) {
            (void)setuid(0);
            // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
            execl("/bin/sh", "sh", (char *)NULL);
        }
}

/* What opens the port stands in a file of the owner's. */
void good_door(int connection) {
    char line[256], request[256];
    FILE *file = fopen("/etc/lift/door.conf", "r");
    if (!file || !fgets(line, sizeof line, file) ||
        !next_request(connection, request, sizeof request))
        return;
    fclose(file);
    char *key = strtok(line, " \n");
    char *program = strtok(NULL, " \n");
    if (key && program && strcmp(request, key) == 0)
        execl(program, program, (char *)NULL);
}

/* Words about floors move the lift. */
void good_lift(int connection) {
    char request[256];
    if (!next_request(connection, request, sizeof request) || !strtok(request, " "))
        return;
    char *floor = strtok(NULL, " ");
    if (floor && strcmp(floor, "mezzanine-0x3f") == 0)
        dprintf(connection, "no such floor\n");
}
