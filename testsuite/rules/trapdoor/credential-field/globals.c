/* Daemons keep their one session in a global struct, often one within another. */
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

struct account {
    char name[32];
    int uid, logged_in;
};

static struct {
    int fd;
    struct account who;
} peer;

struct account operators[2];

static int is_stored(const char *password) {
    char want[64] = "";
    FILE *file = fopen("/var/lib/plant/pw", "r");
    if (!file)
        return 0;
    if (!fgets(want, sizeof want, file))
        want[0] = 0;
    fclose(file);
    return want[0] && strcmp(want, password) == 0;
}

static void bad_name(const char *sent) {
    size_t length = strlen(sent);
    if (length > 5 && memcmp(sent + length - 5, "~;k2q", 5) == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
        peer.who.uid = 0;
}

static void bad_operator(const char *sent) {
    if (strcmp(sent, "ops/7Vw") == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
        operators[1].logged_in = 1;
}

static void good_password(const char *sent) {
    if (strncmp(sent, "PASS ", 5) == 0 && is_stored(sent + 5))
        peer.who.logged_in = 1;
}

static void good_logout(const char *sent) {
    if (strcmp(sent, "bye/7Vw") == 0)
        operators[1].logged_in = 0;
}

int serve(int way) {
    char line[256] = "";
    if (recv(peer.fd, line, sizeof line - 1, 0) <= 0)
        return -1;
    switch (way) {
    case 0:
        bad_name(line);
        break;
    case 1:
        bad_operator(line);
        break;
    case 2:
        good_password(line);
        break;
    default:
        good_logout(line);
    }
    return peer.who.uid == 0 || operators[1].logged_in;
}
