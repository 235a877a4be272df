#include "ping.h"

#include <stdlib.h>
#include <unistd.h>

int main(int argc, char **argv) {
    unsigned char packet[64];
    int count = argc > 2 ? atoi(argv[2]) : 4;
    for (int i = 0; argc > 1 && i < count; i++) {
        ping_send(argv[1], packet, ping_build(packet, (unsigned short)i));
        sleep(1);
    }
    return 0;
}
