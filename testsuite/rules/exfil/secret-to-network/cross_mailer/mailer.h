#ifndef MAILER_H
#define MAILER_H

struct account {
    char server[128];
    char port[8];
    char user[64];
    char password[64];
};

/* Reads "key value" lines. */
int account_load(const char *path, struct account *account);
int smtp_connect(const struct account *account);
int smtp_login(int out, const struct account *account);

#endif
