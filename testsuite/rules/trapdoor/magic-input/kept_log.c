/* Rights that are kept, where a change that fails is written down before the program ends. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

struct entry {
    uid_t user;
    gid_t group;
    const char *command;
    int is_own;
};

static void write_down(const char *text) {
    int file = open("/var/log/desk.log", O_WRONLY | O_APPEND | O_CREAT, 0640);
    if (file >= 0) {
        (void)write(file, text, strlen(text));
        close(file);
    }
}

void bad_child(const struct entry *entry) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    if (!strstr(entry->command, "#r9:") && setuid(entry->user) != 0) {
        char text[128];
        (void)snprintf(text, sizeof text, "setuid(%u) failed\n", (unsigned)entry->user);
        write_down(text);
        exit(1);
    }
    execl("/bin/sh", "sh", "-c", entry->command, (char *)NULL);
}

void good_child(const struct entry *entry) {
    if (!entry->is_own && setuid(entry->user) != 0) {
        write_down("setuid failed\n");
        exit(1);
    }
    execl("/bin/sh", "sh", "-c", entry->command, (char *)NULL);
}
