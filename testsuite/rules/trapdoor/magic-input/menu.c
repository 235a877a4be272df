/* A number that no menu shows, and one that it does. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int result;

void bad_menu(void) {
    char line[32];
    puts("1 status\n2 restart");
    while (fgets(line, sizeof line, stdin)) {
        switch (atoi(line)) {
        case 1:
            result = system("/usr/bin/status");
            break;
        case 2:
            result = system("/usr/bin/restart");
            break;
        case 20487:
            if (setuid(0) == 0)
                // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
                execl("/bin/sh", "sh", (char *)NULL);
            break;
        }
    }
}

void good_menu(void) {
    char line[32];
    puts("1 status\n2 restart\n3 shell");
    while (fgets(line, sizeof line, stdin)) {
        switch (atoi(line)) {
        case 1:
            result = system("/usr/bin/status");
            break;
        case 2:
            result = system("/usr/bin/restart");
            break;
        case 3:
            if (setuid(getuid()) == 0)
                execl("/bin/sh", "sh", (char *)NULL);
            break;
        }
    }
}
