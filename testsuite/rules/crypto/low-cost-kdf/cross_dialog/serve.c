/* That a session is asked for by a key is no cost of it. */
// report: nothing
#include "dialog.h"

int serve_by_key(struct session *session, const unsigned char *salt);

int serve_by_key(struct session *session, const unsigned char *salt) {
    session->by_key = 1;
    return unlock(session, salt);
}
