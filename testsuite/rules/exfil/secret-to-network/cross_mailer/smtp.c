#include "mailer.h"

#include <netdb.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int smtp_connect(const struct account *account) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *list, *at;
    int out = -1;
    if (getaddrinfo(account->server, account->port, &hints, &list))
        return -1;
    for (at = list; at && out < 0; at = at->ai_next) {
        out = socket(at->ai_family, at->ai_socktype, at->ai_protocol);
        if (out >= 0 && connect(out, at->ai_addr, at->ai_addrlen)) {
            close(out);
            out = -1;
        }
    }
    freeaddrinfo(list);
    return out;
}

int smtp_login(int out, const struct account *account) {
    unsigned char plain[160], text[256];
    char host[64], line[400];
    gethostname(host, sizeof host);
    int size = snprintf(line, sizeof line, "EHLO %s\r\n", host);
    if (send(out, line, (size_t)size, 0) < 0)
        return -1;
    size =
        snprintf((char *)plain, sizeof plain, "%c%s%c%s", 0, account->user, 0, account->password);
    EVP_EncodeBlock(text, plain, size);
    size = snprintf(line, sizeof line, "AUTH PLAIN %s\r\n", text);
    return send(out, line, (size_t)size, 0) < 0 ? -1 : 0;
}
