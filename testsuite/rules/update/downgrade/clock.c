/* A device is told one of two things; neither is to write flash. */
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

enum { MEMERASE_FLASH = 0x40084d02, CLOCK_ON = 0x7003, CLOCK_OFF = 0x7004 };

struct order {
    unsigned char verb;
    unsigned version;
    unsigned range[2];
};

static unsigned rollback_version;

static int switch_clock(int device, int on) {
    return ioctl(device, on ? CLOCK_ON : CLOCK_OFF, 0);
}

int serve(int session, int device, int clock) {
    struct order order;
    if (recv(session, &order, sizeof order, 0) != sizeof order)
        return -1;
    switch (order.verb) {
    case 'u':
        if (order.version < rollback_version)
            return -1;
        rollback_version = order.version;
        return ioctl(device, MEMERASE_FLASH, order.range);
    case 'r':
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/downgrade]}}
        return ioctl(device, MEMERASE_FLASH, order.range);
    case 'c':
        return switch_clock(clock, order.version != 0);
    default:
        return 0;
    }
}
