/* What is made is also shown: then it is in memory that two things ask for. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const char signs[] = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

void bad_reset_password(char *password, size_t size) {
    srandom((unsigned)time(NULL) ^ (unsigned)getpid());
    for (size_t i = 0; i + 1 < size; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-token]}}
        password[i] = signs[random() % 32];
    password[size - 1] = 0;
    printf("your password is %s\n", password);
}

void good_reset_password(char *password, size_t size) {
    for (size_t i = 0; i + 1 < size; i++)
        password[i] = signs[arc4random_uniform(32)];
    password[size - 1] = 0;
    printf("your password is %s\n", password);
}

void good_draw_maze(char *walls, size_t size) {
    srandom((unsigned)time(NULL) ^ (unsigned)getpid());
    for (size_t i = 0; i + 1 < size; i++)
        walls[i] = " #"[random() % 2];
    walls[size - 1] = 0;
    printf("%s\n", walls);
}

struct visit {
    char label[40];
    time_t since;
};

void bad_open_session(struct visit *visit) {
    for (size_t i = 0; i + 1 < sizeof visit->label; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-token]}}
        visit->label[i] = signs[lrand48() % 32];
    visit->label[sizeof visit->label - 1] = 0;
    visit->since = time(NULL);
}

/* A number to tell streams apart, as RTP has it. */
void good_open_session(struct visit *visit, unsigned *source) {
    memset(visit, 0, sizeof *visit);
    visit->since = time(NULL);
    *source = (unsigned)lrand48();
}
