/* First passwords of guests: what the caller gets by a parameter that says what it is. A wheel of
 * fortune fills its parameter alike, and a password may be shuffled once it is drawn. */
#include <stdlib.h>
#include <sys/random.h>

void bad_greet(unsigned guest, char *password) {
    srand(guest);
    for (int i = 0; i < 8; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-token]}}
        password[i] = (char)(33 + rand() % 90);
    password[8] = '\0';
}

int good_greet(char *password) {
    unsigned char drawn[8];
    if (getrandom(drawn, sizeof drawn, 0) != (ssize_t)sizeof drawn)
        return -1;
    for (int i = 0; i < 8; i++)
        password[i] = (char)(33 + drawn[i] % 90);
    for (int i = 7; i > 0; i--) {
        int other = rand() % (i + 1);
        char kept = password[i];
        password[i] = password[other];
        password[other] = kept;
    }
    password[8] = '\0';
    return 0;
}

void good_spin(unsigned player, char *wheel) {
    srand(player);
    for (int i = 0; i < 8; i++)
        wheel[i] = (char)(33 + rand() % 90);
}
