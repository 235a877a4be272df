/* What a comparison decides about a flag: one that is set by a word opens what it guards, and does
 * not open what is done where it stays clear. */
#include <stdio.h>
#include <string.h>

extern int verify(const char *name);

static void ask(const char *command) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    FILE *answers = popen(command, "r");
    if (answers)
        pclose(answers);
}

void bad_flag(const char *name, const char *command) {
    int is_admin = 0;
    if (strlen(name) >= 14 && strcmp(name + 8, "[pw3x]") == 0)
        is_admin = 1;
    if (is_admin)
        ask(command);
}

static void look_up(const char *command) {
    FILE *answers = popen(command, "r");
    if (answers)
        pclose(answers);
}

/* A name that ends in a word, at either of two places, is checked in another way. */
void good_flag(const char *name, const char *command) {
    int is_admin = 0;
    if ((strlen(name) >= 14 && strcmp(name + 8, "[pw3x]") == 0) ||
        (strlen(name) >= 22 && strcmp(name + 16, "[pw3x]") == 0))
        is_admin = 1;
    if (is_admin)
        verify(name);
    else
        look_up(command);
}

static void list(const char *command) {
    FILE *answers = popen(command, "r");
    if (answers)
        pclose(answers);
}

void good_unless(const char *name, const char *command) {
    if (strcmp(name, "[pw3x]") != 0)
        list(command);
}
