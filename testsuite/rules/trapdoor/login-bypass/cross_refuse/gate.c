/* The same word, in three units, is a reason to refuse. */
// report: nothing
#include "gate.h"

int request_is_authenticated(const struct request *request) {
    if (text_is(request->cookie, "seat=4f;Q"))
        return 0;
    if (!request->token)
        return 0;
    return token_is_known(request->token);
}
