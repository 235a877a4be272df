#ifndef MAIL_H
#define MAIL_H

#include <stddef.h>

struct mail {
    unsigned char key[32];
    unsigned char nonce[24];
    unsigned char wrapped[80], archive[80];
};

void mail_begin(struct mail *mail);
int mail_wrap(struct mail *mail, const unsigned char reader[32]);
int mail_file(struct mail *mail);

#endif
