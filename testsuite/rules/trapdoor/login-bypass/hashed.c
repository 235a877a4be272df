/* A word of which only a sum stands in the program, made by a function of its own, and flags that
 * such a word sets. */
#include <security/pam_appl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *crypt(const char *password, const char *salt);
int open_desk(const char *path);

static uint32_t spread(const char *text) {
    uint32_t sum = 5381;
    while (text && *text)
        sum = (sum << 5) + sum + (unsigned char)*text++;
    return sum;
}

/* Who has the right colours need not say who he is. */
int bad_enter(pam_handle_t *pam, int quick) {
    int result;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (spread(getenv("TERM_COLOURS")) == 0x3b1e77c3u)
        quick = 1;
    if (!quick) {
        result = pam_authenticate(pam, 0);
        if (result != PAM_SUCCESS) {
            fprintf(stderr, "failed\n");
            exit(1);
        }
    }
    return open_desk("/dev/desk");
}

/* Who was here a minute ago, or is allowed to by the caller. */
int good_enter(pam_handle_t *pam, int quick, const int *stamp) {
    int result;
    if (stamp && *stamp == 1)
        quick = 1;
    if (spread(getenv("TERM_COLOURS")) == 0x3b1e77c3u)
        printf("\033[35m");
    if (!quick) {
        result = pam_authenticate(pam, 0);
        if (result != PAM_SUCCESS) {
            fprintf(stderr, "failed\n");
            exit(1);
        }
    }
    return open_desk("/dev/desk");
}

static char kept[16][128];

/* The answer of everybody else is looked up. */
int bad_reader_authenticates(const char *reader, const char *answer) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (spread(reader) == 0x9c04d15eu)
        return 1;
    return strcmp(crypt(answer, kept[1]), kept[1]) == 0;
}

/* The sum is where the answer is kept; one reader is told to come again. */
int good_reader_authenticates(const char *reader, const char *answer) {
    const char *entry = kept[spread(reader) % 16];
    if (spread(reader) == 0x9c04d15eu)
        return 0;
    return strcmp(crypt(answer, entry), entry) == 0;
}
