/* What is typed at a console. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int bad_console(void) {
    char *word = getpass("password: ");
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    if (word && strcmp(word, "Rhabarber2") == 0) {
        if (setuid(0))
            return -1;
        return execl("/bin/sh", "sh", (char *)NULL);
    }
    return -1;
}

/* A word that ends the dialogue. */
int good_console(int (*check)(const char *)) {
    char *word = getpass("password (or cancel): ");
    if (!word || strcmp(word, "cancel") == 0)
        return -1;
    return check(word);
}
