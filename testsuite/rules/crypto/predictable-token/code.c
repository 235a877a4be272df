/* Six digits that a user types in once, as what a function returns. Dice are returned the same way,
 * and so is the time a session waits. */
#include <stdint.h>
#include <stdlib.h>
#include <sys/random.h>

int bad_otp(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-token]}}
    return (int)(random() % 1000000);
}

int good_otp(void) {
    uint32_t number;
    if (getrandom(&number, sizeof number, 0) != (ssize_t)sizeof number)
        abort();
    return (int)(number % 1000000);
}

int good_dice(void) {
    return 1 + (int)(random() % 6);
}

int good_session_delay(int attempt) {
    return attempt + (int)(random() % 30);
}
