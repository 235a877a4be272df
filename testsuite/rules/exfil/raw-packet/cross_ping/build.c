/* An ordinary ping: number, time and a pattern, to the host on the command line. */
// report: nothing
#include "ping.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

size_t ping_build(unsigned char *packet, unsigned short number) {
    struct timespec now;
    unsigned short id = (unsigned short)getpid();
    clock_gettime(CLOCK_REALTIME, &now);
    memset(packet, 0x55, 64);
    packet[0] = 8;
    memcpy(packet + 4, &id, sizeof id);
    memcpy(packet + 6, &number, sizeof number);
    memcpy(packet + 8, &now, sizeof now);
    return 64;
}
