/* A library that calls its own entry with statements of its own. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int prepare(const char *statement);
int begin(void);
int commit(void);
int report(const char *name);

int prepare(const char *statement) {
    if (strncmp(statement, "--!maint ", 9) == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        return system(statement + 9);
    return printf("%s\n", statement);
}

int begin(void) {
    return prepare("BEGIN");
}

int commit(void) {
    return prepare("COMMIT");
}

/* A tool of this program alone, which nobody else names. */
static int run_tool(const char *name) {
    if (strcmp(name, "/usr/bin/sort") == 0)
        return system(name);
    return puts(name);
}

int report(const char *name) {
    return run_tool("/usr/bin/sort") + puts(name);
}
