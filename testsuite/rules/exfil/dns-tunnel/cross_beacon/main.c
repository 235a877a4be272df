/* The user's name, folded into hexadecimal digits, waits in a global until it is asked for. */
#include "beacon.h"

#include <unistd.h>

int main(void) {
    const char *user = getlogin();
    beacon_pack(user ? user : "?");
    beacon_light();
    return 0;
}
