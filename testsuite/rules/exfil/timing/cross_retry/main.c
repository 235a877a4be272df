// report: nothing
#include "retry.h"

#include <string.h>
#include <sys/socket.h>

char *getpass(const char *prompt);

int log_in(int out) {
    char answer[8];
    for (unsigned tries = 0; tries < 5; tries++) {
        char *word = getpass("Password: ");
        if (strlen(word) < 8)
            continue;
        if (recv(out, answer, sizeof answer, 0) > 0 && answer[0] == 'y')
            return 0;
        wait_for(tries);
        send(out, "again", 5, 0);
    }
    return -1;
}
