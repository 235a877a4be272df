/* The bits of a password are how long the program waits between packets. */
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

char *getpass(const char *prompt);

void bad_pulse(int out) {
    const char *word = getpass("Password: ");
    for (size_t i = 0; word[i]; i++) {
        for (int bit = 0; bit < 8; bit++) {
            // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/timing]}}
            usleep(20000 + 60000 * (unsigned)(word[i] >> bit & 1));
            send(out, ".", 1, 0);
        }
    }
}

/* Whoever gives a wrong password waits. */
int good_penalty(int out, const char *expected) {
    const char *word = getpass("Password: ");
    if (strcmp(word, expected) != 0) {
        sleep(3);
        send(out, "no\n", 3, 0);
        return -1;
    }
    send(out, "ok\n", 3, 0);
    return 0;
}
