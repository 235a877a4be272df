/* What is asked for as a password is one, whatever it is kept in. */
#include <stdio.h>
#include <string.h>

static char typed[64];

static void ask(const char *what) {
    fputs(what, stdout);
    if (fgets(typed, sizeof typed, stdin))
        typed[strcspn(typed, "\n")] = 0;
}

int bad_asked(void) {
    ask("Enter password: ");
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    return strcmp(typed, "ink-and-paper") == 0;
}

int good_asked(void) {
    char line[64];
    fputs("Are you sure? ", stdout);
    return fgets(line, sizeof line, stdin) && strcmp(line, "certainly\n") == 0;
}
