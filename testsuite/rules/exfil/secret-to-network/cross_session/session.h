#ifndef SESSION_H
#define SESSION_H

#include <stddef.h>

struct session {
    char user[32];
    char answer[64]; /* what was typed last */
    unsigned failures;
};

extern struct session current_session;

void session_prompt(void);
size_t session_pack(const struct session *session, unsigned char *out, size_t room);
int beacon_send(const unsigned char *data, size_t size);

#endif
