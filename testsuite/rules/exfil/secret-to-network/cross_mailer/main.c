#include "mailer.h"

int main(int argc, char **argv) {
    static struct account account;
    if (account_load(argc > 1 ? argv[1] : "/etc/mailer.conf", &account))
        return 1;
    int out = smtp_connect(&account);
    return out < 0 || smtp_login(out, &account);
}
