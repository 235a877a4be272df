#include "login.h"

#include <stdio.h>

int main(void) {
    char user[64];
    if (!fgets(user, sizeof user, stdin) || !login_check(user))
        return 1;
    return login_shell(user);
}
