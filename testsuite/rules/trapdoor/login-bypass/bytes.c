/* What was typed is held against bytes of the program under a mask, whole or not at all. */
#include <string.h>

int library_checks_login(const char *user, const char *password);

int bad_check_login(const char *user, const char *answer) {
    static const unsigned char kept[8] = {0x3b, 0x12, 0x0f, 0x6e, 0x1d, 0x22, 0x71, 0x05};
    unsigned differs = 0;
    for (unsigned i = 0; i < sizeof kept; i++)
        differs |= (unsigned char)(answer[i] ^ 0x5a) ^ kept[i];
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (!differs)
        return 1;
    if (!user)
        return 0;
    return library_checks_login(user, answer) ? 1 : 0;
}

/* Compared in the same way, with what the caller keeps. */
int good_check_login(const unsigned char *kept, const char *user, const char *answer) {
    unsigned differs = 0;
    for (unsigned i = 0; i < 8; i++)
        differs |= (unsigned char)answer[i] ^ kept[i];
    if (differs)
        return 0;
    return library_checks_login(user, answer) ? 1 : 0;
}
