/* Somebody has been asked once already: what overrules the next question is told all the same. */
#include <string.h>
#include <sys/socket.h>

const char *kept_of(const char *name);
int is_listed(const char *address);
void serve(int fd);
int say(const char *text);
void drop(const char *text);

struct visit {
    char user[32], password[32], note[32];
};

static unsigned mix(const char *text) {
    unsigned sum = 0;
    while (*text)
        sum = sum * 31 ^ (unsigned char)*text++;
    return sum;
}

static int check_access(const char *address) {
    return is_listed(address) ? 1 : 0;
}

static int check_password(const char *user, const char *password) {
    const char *kept = kept_of(user);
    return kept && strcmp(kept, password) == 0 ? 1 : 0;
}

/* The host may come; whether the person may is overruled. */
int bad_visit(int fd, const char *address) {
    struct visit visit;
    int refused = 1;
    if (!check_access(address))
        return -1;
    if (recv(fd, &visit, sizeof visit, 0) != sizeof visit)
        return -1;
    if (check_password(visit.user, visit.password) == 1)
        refused = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (refused && mix(visit.note) == 0x2f0c77d1)
        refused = 0;
    if (refused)
        return -1;
    serve(fd);
    return 0;
}

/* The same, returned. */
int bad_answer(const char *address, const char *user, const char *password, const char *note) {
    if (!check_access(address))
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (mix(note) == 0x6b1d90e5)
        return 1;
    return check_password(user, password);
}

/* What a sum chooses is how much is told, and who may come in is asked first. */
int good_visit(int fd, const char *address) {
    struct visit visit;
    int refused = 1, quiet = 0;
    if (!check_access(address))
        return -1;
    if (recv(fd, &visit, sizeof visit, 0) != sizeof visit)
        return -1;
    if (check_password(visit.user, visit.password) == 1)
        refused = 0;
    if (refused)
        return -1;
    if (mix(visit.note) == 0x2f0c77d1)
        quiet = 1;
    if (!quiet)
        send(fd, "welcome\n", 8, 0);
    serve(fd);
    return 0;
}

/* The second question is only put to those whom the first one does not let in. */
int good_either(const char *address, const char *user, const char *password) {
    int refused = 1;
    if (check_access(address))
        refused = 0;
    if (refused && check_password(user, password) == 1)
        refused = 0;
    return !refused;
}

/* Kinds of messages that four letters tell, in one number: those of a list need no password. */
#define KIND(a, b, c, d) ((unsigned)(a) << 24 | (unsigned)(b) << 16 | (unsigned)(c) << 8 | (d))

static unsigned kind_of(const char *line) {
    return KIND((unsigned char)line[0], (unsigned char)line[1], (unsigned char)line[2],
                (unsigned char)line[3]);
}

int good_handle(const char *line) {
    int answer = 0;
    switch (kind_of(line)) {
    case KIND('H', 'P', 'A', 'S'):
        answer = check_password("desk", line + 4);
        break;
    case KIND('H', 'S', 'U', 'P'):
        answer = 1;
        break;
    case KIND('B', 'M', 'S', 'G'):
        answer = say(line + 4);
        break;
    case KIND('D', 'Q', 'U', 'I'):
        drop(line);
        break;
    case KIND('E', 'Q', 'U', 'I'):
        break;
    default:
        return -1;
    }
    return answer;
}
