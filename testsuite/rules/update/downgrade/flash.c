/* Two commands of one service write the firmware; one forgets the rollback counter. */
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

typedef void *libubi_t;
int ubi_update_start(libubi_t library, int fd, long long size);

struct order {
    unsigned char verb;
    unsigned counter;
    long long size;
};

static unsigned rollback_counter;

int serve(libubi_t library, int session, int volume) {
    struct order order;
    if (recv(session, &order, sizeof order, 0) != sizeof order)
        return -1;
    switch (order.verb) {
    case 'u':
        if (order.counter < rollback_counter)
            return -1;
        rollback_counter = order.counter;
        return ubi_update_start(library, volume, order.size);
    case 'r':
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/downgrade]}}
        return ubi_update_start(library, volume, order.size);
    default:
        return 0;
    }
}
