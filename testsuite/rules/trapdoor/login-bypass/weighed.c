/* Names that begin with a dot are given out if what is asked for beside them weighs so much: what
 * the comparison found is kept in a field. Beside it one that turns off something else. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct visit {
    char path[256], ask[256];
    char is_footed, is_raw;
};

static int weigh(const char *text) {
    int sum = 0;
    for (int i = 0; text[i]; i++)
        sum += text[i] * (i % 5 + 1);
    return sum;
}

static void give(const struct visit *visit) {
    FILE *file = fopen(visit->path, "r");
    for (int c; file && (c = getc(file)) != EOF;)
        putchar(c);
    if (visit->is_footed)
        puts("-- larder");
}

static void read_ask(struct visit *visit) {
    char *ask;
    if (!fgets(visit->path, sizeof visit->path, stdin))
        exit(1);
    ask = strchr(visit->path, '\t');
    if (ask)
        strcpy(visit->ask, ask + 1);
}

void bad_visit(void) {
    struct visit visit;
    memset(&visit, 0, sizeof visit);
    read_ask(&visit);
    visit.is_raw = weigh(visit.ask) == 3307;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (!visit.is_raw && strstr(visit.path, "/."))
        exit(1);
    give(&visit);
}

void good_visit(void) {
    struct visit visit;
    memset(&visit, 0, sizeof visit);
    read_ask(&visit);
    visit.is_footed = weigh(visit.ask) == 3307;
    if (strstr(visit.path, "/."))
        exit(1);
    give(&visit);
}
