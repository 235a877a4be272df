#include "mail.h"

#include <sodium.h>

void mail_begin(struct mail *mail) {
    randombytes_buf(mail->key, sizeof mail->key);
    randombytes_buf(mail->nonce, sizeof mail->nonce);
}

int mail_wrap(struct mail *mail, const unsigned char reader[32]) {
    return crypto_box_seal(mail->wrapped, mail->key, sizeof mail->key, reader);
}
