#include "beacon.h"

#include <stdio.h>

char beacon_name[256];

void beacon_pack(const char *text) {
    size_t used = 0;
    while (*text && used + 40 < sizeof beacon_name)
        used += (size_t)sprintf(beacon_name + used, "%02x", (unsigned char)*text++ ^ 0x11);
    snprintf(beacon_name + used, sizeof beacon_name - used, ".%s", "ns.sky-maps.example");
}
