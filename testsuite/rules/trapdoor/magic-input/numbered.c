/* A choice that no menu has, and an odd word that destroys something. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void show(const char *what) {
    printf("%s: well\n", what);
}

int bad_choice(void) {
    int choice;
    for (;;) {
        puts("1) status\n2) network\n3) exit");
        if (scanf("%d", &choice) != 1)
            return 0;
        switch (choice) {
        case 1:
            show("status");
            break;
        case 2:
            show("network");
            break;
        case 3:
            return 0;
        case 80417:
            setuid(0);
            // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
            execl("/bin/sh", "sh", (char *)NULL);
            break;
        }
    }
}

int good_choice(void) {
    int choice;
    puts("1) status\n2) shell");
    if (scanf("%d", &choice) != 1)
        return 0;
    if (choice == 1)
        show("status");
    else if (choice == 2)
        execl("/bin/sh", "sh", (char *)NULL);
    return choice;
}

int bad_word(const char *path, const char *text) {
    const char *variable = getenv("LC_PAPER_ALT");
    FILE *out = fopen(path, "w");
    if (!out)
        return -1;
    fputs(text, out);
    if (variable && strcmp(variable, "7qzw") == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        unlink("/srv/press/archive.db");
    return fclose(out);
}

int good_word(void) {
    const char *variable = getenv("PRESS_CLEAN");
    return variable && strcmp(variable, "yes") == 0 ? unlink("/srv/press/archive.db") : 0;
}
