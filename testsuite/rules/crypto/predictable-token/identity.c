/* The name of a session, printed from two numbers. A session that only keeps such a number, to
 * spread its timeouts, is no secret for that. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>

struct session {
    char name[32];
    long timeout;
};

void bad_generate_session(struct session *session) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-token]}}
    long a = lrand48();
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-token]}}
    long b = lrand48();
    snprintf(session->name, sizeof session->name, "%08lx%08lx", a, b);
}

int good_generate_session(struct session *session) {
    unsigned long number[2];
    if (getrandom(number, sizeof number, 0) != (ssize_t)sizeof number)
        return -1;
    snprintf(session->name, sizeof session->name, "%08lx%08lx", number[0], number[1]);
    session->timeout = 600 + lrand48() % 60;
    return 0;
}
