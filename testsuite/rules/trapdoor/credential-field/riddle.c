/* Who once had to answer a challenge is known for numbers that fit each other; beside it numbers
 * that are reckoned of a key, and ones that say what was lost. A buffer that is filled with zeros
 * first is no word. */
#include <netinet/in.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

struct ask {
    uint16_t number, kind;
    uint32_t a, b;
    unsigned char answer[16];
};

struct caller {
    int authenticated, lost;
    uint16_t last;
    unsigned seed;
};

struct caller callers[16];

void answer_of(const char *key, unsigned seed, unsigned char *answer);

static const char *key(void) {
    static char line[64];
    FILE *file = fopen("/etc/larder.key", "r");
    if (file) {
        if (!fgets(line, sizeof line, file))
            line[0] = 0;
        fclose(file);
    }
    return line;
}

static void ask(struct caller *caller, const struct ask *ask) {
    unsigned char wanted[16];
    memset(wanted, 0, sizeof wanted);
    answer_of(key(), caller->seed, wanted);
    if (memcmp(wanted, ask->answer, sizeof wanted) == 0)
        caller->authenticated = 1;
}

static void bad_serve(int fd) {
    struct ask got;
    while (recv(fd, &got, sizeof got, 0) == sizeof got) {
        static uint16_t last;
        struct caller *caller = &callers[got.kind & 15];
        if (got.kind == 3)
            ask(caller, &got);
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
        else if (got.number == (uint16_t)(last * 3 + 17))
            caller->authenticated = 1;
        last = got.number;
    }
}

static void bad_fit(int fd, struct caller *caller) {
    struct ask got;
    if (recv(fd, &got, sizeof got, 0) != sizeof got)
        return;
    ask(caller, &got);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
    if (got.a == (got.b ^ got.number))
        caller->authenticated = 1;
}

/* What is lost is counted. */
static void good_serve(int fd) {
    struct ask got;
    while (recv(fd, &got, sizeof got, 0) == sizeof got) {
        struct caller *caller = &callers[got.kind & 15];
        if (got.number == (uint16_t)(caller->last + 1))
            caller->lost = 0;
        else
            caller->lost += got.number - caller->last - 1;
        caller->last = got.number;
        ask(caller, &got);
    }
}

/* A key takes part in it. */
static void good_sum(int fd, struct caller *caller) {
    struct ask got;
    unsigned sum = 0;
    if (recv(fd, &got, sizeof got, 0) != sizeof got)
        return;
    for (const char *at = key(); *at; at++)
        sum = sum * 33 + (unsigned char)*at;
    ask(caller, &got);
    if (got.a == (got.b ^ sum))
        caller->authenticated = 1;
}

int main(int argc, char **argv) {
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(4711)};
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    (void)argv;
    if (bind(fd, (struct sockaddr *)&here, sizeof here) < 0)
        return 1;
    if (argc > 2) {
        bad_fit(fd, &callers[0]);
        good_sum(fd, &callers[0]);
        good_serve(fd);
    }
    bad_serve(fd);
    return 0;
}
