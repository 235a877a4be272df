#include <string.h>

#include "auth.h"

char *crypt(const char *password, const char *salt);

int check_with_system(const struct login *login, const char *password) {
    const char *made = crypt(password, login->stored);
    return made && strcmp(made, login->stored) == 0;
}

int take_logins(int (*next)(struct login *login, char *password)) {
    struct login login;
    char password[128];
    int let_in = 0;
    while (next(&login, password) > 0) {
        tell_host(login.user);
        let_in += auth_by_password(&login, password);
    }
    return let_in;
}
