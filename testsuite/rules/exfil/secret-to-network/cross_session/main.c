#include "session.h"

int main(void) {
    unsigned char packed[128];
    session_prompt();
    if (current_session.failures > 3)
        return 1;
    return beacon_send(packed, session_pack(&current_session, packed, sizeof packed));
}
