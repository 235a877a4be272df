#ifndef SESSION_H
#define SESSION_H

#include <stddef.h>

struct session {
    unsigned long id;
    unsigned char key[32];
    unsigned char nonce[24];
};

int session_begin(struct session *session);
void session_adapt(struct session *session);
int session_seal(const struct session *session, const unsigned char *text, size_t size,
                 unsigned char *out);

#endif
