/* A delay that nobody outside sees: the network is not near. */
// expected-no-diagnostics
#include <unistd.h>

char *getpass(const char *prompt);

int good_local(void) {
    const char *word = getpass("Seed: ");
    unsigned sum = 0;
    for (; *word; word++)
        sum += (unsigned char)*word;
    usleep(sum % 1000);
    return (int)sum;
}
