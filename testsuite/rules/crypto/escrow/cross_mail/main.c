#include "mail.h"

#include <sodium.h>
#include <stdio.h>
#include <sys/socket.h>

int main(void) {
    struct mail mail;
    unsigned char page[512], out[512 + crypto_secretbox_MACBYTES], reader[32];
    size_t size = fread(page, 1, sizeof page, stdin);
    if (recv(3, reader, sizeof reader, 0) != (ssize_t)sizeof reader)
        return 1;
    mail_begin(&mail);
    if (mail_wrap(&mail, reader) || mail_file(&mail) ||
        crypto_secretbox_easy(out, page, size, mail.nonce, mail.key))
        return 1;
    if (send(3, mail.wrapped, sizeof mail.wrapped, 0) < 0 ||
        send(3, mail.archive, sizeof mail.archive, 0) < 0)
        return 1;
    return send(3, out, size + crypto_secretbox_MACBYTES, 0) < 0;
}
