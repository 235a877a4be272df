/* A right that is given on two ways: behind a password, and by a number that is computed of one. */
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

char *crypt(const char *password, const char *salt);
char *next_field(int connection, unsigned *size);

struct session {
    int connection, authdone;
    char stored[128];
};

static void admit(struct session *session) {
    session->authdone = 1;
}

/* The word says what follows it, which is a password. */
int good_resume(struct session *session) {
    char line[128] = "";
    if (recv(session->connection, line, sizeof line - 1, 0) <= 0 ||
        strncmp(line, "resume/4711 ", 12) != 0)
        return -1;
    if (strcmp(crypt(line + 12, session->stored), session->stored) == 0)
        admit(session);
    return session->authdone;
}

int bad_number(struct session *session) {
    unsigned size, hash = 2166136261u;
    char *password = next_field(session->connection, &size);
    for (unsigned i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)password[i]) * 16777619u;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
    if (hash == 0x9b3c41e7)
        admit(session);
    free(password);
    return session->authdone;
}

/* The same number chooses where something is kept. */
unsigned good_place(struct session *session, unsigned nplaces) {
    unsigned size, hash = 2166136261u;
    char *name = next_field(session->connection, &size);
    for (unsigned i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)name[i]) * 16777619u;
    free(name);
    return hash % nplaces;
}
