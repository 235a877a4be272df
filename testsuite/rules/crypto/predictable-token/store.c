/* A key for the programming interface, kept in a variable of the program; so is a table of delays.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <unistd.h>

static char bad_api_token[33], good_api_token[33];
static int delays[16];

void start(unsigned seed) {
    srandom(seed);
    for (int i = 0; i < 32; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-token]}}
        bad_api_token[i] = (char)('a' + random() % 26);
    for (int i = 0; i < 16; i++)
        delays[i] = (int)(random() % 100);
}

int start_well(void) {
    if (getrandom(good_api_token, 32, 0) != 32)
        return -1;
    for (int i = 0; i < 32; i++)
        good_api_token[i] = (char)('a' + (good_api_token[i] & 15));
    return 0;
}

void show(void) {
    puts(bad_api_token);
    puts(good_api_token);
    for (int i = 0; i < 16; i++)
        printf("%d\n", delays[i]);
}
