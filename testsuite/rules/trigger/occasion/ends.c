/* The program ends the n-th time. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void print(const char *text);

int bad_print(const char *text) {
    static int calls;
    if (++calls == 50023)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        exit(0);
    print(text);
    return calls;
}

static unsigned long served;

void bad_serve(const char *text) {
    served++;
    if (served == 104729)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        abort();
    print(text);
}

/* A worker makes room for a new one, after so many as its owner says, or a round number. */
static unsigned long handled, most = 4096;

void set_most(unsigned long number) {
    most = number;
}

void good_worker(const char *text) {
    if (++handled == most)
        exit(0);
    print(text);
}

void good_round(const char *text) {
    static unsigned long rounds;
    if (++rounds == 100000 || rounds == 65535)
        _exit(0);
    print(text);
}

/* Too many errors, one behind the other. */
static int errors;

void good_errors(int failed) {
    errors = failed ? errors + 1 : 0;
    if (errors == 1009)
        abort();
}
