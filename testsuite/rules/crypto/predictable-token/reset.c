/* Links by which accounts are opened again: letters picked by a generator that the clock starts, or
 * by the system's. Which picture is shown beside them is nobody's secret. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>

static const char letters[] = "abcdefghijkmnpqrstuvwxyz23456789";

void bad_reset_token(char *out, size_t size) {
    srand((unsigned)time(NULL));
    for (size_t i = 0; i + 1 < size; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-token]}}
        out[i] = letters[rand() % 32];
    out[size - 1] = '\0';
}

int good_reset_token(char *out, size_t size) {
    if (getrandom(out, size, 0) != (ssize_t)size)
        return -1;
    for (size_t i = 0; i + 1 < size; i++)
        out[i] = letters[(unsigned char)out[i] % 32];
    out[size - 1] = '\0';
    return 0;
}

void good_picture(char *out, size_t size) {
    srand((unsigned)time(NULL));
    snprintf(out, size, "picture-%d.png", rand() % 12);
}
