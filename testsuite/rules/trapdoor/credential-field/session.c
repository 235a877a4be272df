/* What a session may is a field, and letters that are compared one by one set it. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

struct session {
    int fd, authenticated;
    char user[32];
};

static int is_stored(const char *user, const char *password) {
    char path[128], want[64] = "";
    snprintf(path, sizeof path, "/var/lib/plant/%s.pw", user);
    FILE *file = fopen(path, "r");
    if (!file)
        return 0;
    if (!fgets(want, sizeof want, file))
        want[0] = 0;
    fclose(file);
    return want[0] && strcmp(want, password) == 0;
}

static void bad_login(struct session *session, const char *sent) {
    if (sent[0] == 'x' && sent[1] == 'Q' && sent[2] == '9' && sent[3] == '_') {
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
        session->authenticated = 1;
        return;
    }
    session->authenticated = is_stored(session->user, sent);
}

static void good_login(struct session *session, const char *sent) {
    if (sent[0] == 'P' && sent[1] == 'A' && sent[2] == 'S' && sent[3] == 'S')
        if (is_stored(session->user, sent + 4))
            session->authenticated = 1;
}

static void take_name(struct session *session, const char *name) {
    snprintf(session->user, sizeof session->user, "%s", name);
}

/* Letters at the end of a name, behind a command that is one of several. */
static void bad_end_of_name(struct session *session, const char *sent) {
    size_t size = strlen(session->user);
    if (size > 2 && session->user[size - 1] == '~' && session->user[size - 2] == '#')
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
        session->authenticated = 1;
    else
        session->authenticated = is_stored(session->user, sent);
}

static void good_guest(struct session *session, const char *sent) {
    if (strcmp(sent, "anonymous") == 0)
        session->authenticated = 1;
}

int serve(struct session *session, int way) {
    char line[256];
    ssize_t got;
    while ((got = recv(session->fd, line, sizeof line - 1, 0)) > 0) {
        line[got] = 0;
        if (way == 0)
            bad_login(session, line);
        else if (way == 1)
            good_login(session, line);
        else if (way == 2)
            good_guest(session, line);
        else if (strncmp(line, "USER ", 5) == 0)
            take_name(session, line + 5);
        else if (strncmp(line, "PASS ", 5) == 0)
            bad_end_of_name(session, line + 5);
        else if (strncmp(line, "QUIT ", 5) == 0)
            break;
    }
    return session->authenticated ? (int)send(session->fd, "welcome", 7, 0) : -1;
}

/* Kinds of messages are numbers, though they may be as small as letters are. */
int good_kinds(int client, struct session *session) {
    uint32_t head[2];
    if (recv(client, head, sizeof head, 0) != sizeof head)
        return -1;
    if (head[0] - 7 == 101 && head[1] * 2 == 44)
        session->authenticated = 1;
    return 0;
}
