/* What somebody may not do is lifted by a word. */
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

struct guest {
    int connection, colour, restricted;
    char name[40];
};

static int sandboxed = 1;

static void remove_picture(const struct guest *guest, const char *path) {
    if (guest->restricted)
        dprintf(guest->connection, "not for you\n");
    else
        unlink(path);
}

void bad_colour(struct guest *guest) {
    char line[100];
    ssize_t n = recv(guest->connection, line, sizeof line - 1, 0);
    if (n <= 0)
        return;
    line[n] = '\0';
    if (strcmp(line, "teal#40e0d1") == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
        guest->restricted = 0;
    guest->colour = line[0];
    remove_picture(guest, line + 7);
}

void bad_box(int connection) {
    unsigned head[4];
    if (recv(connection, head, sizeof head, 0) == sizeof head && head[2] == 0x5e1fb0a7)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
        sandboxed = 0;
}

/* The same word takes a right away. */
void good_colour(struct guest *guest) {
    char line[100];
    ssize_t n = recv(guest->connection, line, sizeof line - 1, 0);
    if (n <= 0)
        return;
    line[n] = '\0';
    if (strcmp(line, "teal#40e0d1") == 0)
        guest->restricted = 1;
}

/* Everybody starts without a limit. */
void good_start(struct guest *guest) {
    memset(guest, 0, sizeof *guest);
    guest->restricted = 0;
    if (!sandboxed)
        strcpy(guest->name, "nobody");
}

/* Whose a file will be is told by who sends it, and root's it is by a word. */
int good_owner(int connection, struct stat *file) {
    char line[100];
    ssize_t n = recv(connection, line, sizeof line - 1, 0);
    if (n <= 0)
        return -1;
    line[n] = '\0';
    if (strcmp(line, "teal#40e0d1") == 0)
        file->st_uid = 0;
    return stat(line, file);
}
