/* A comparison the wrong way round lets only pass what it should keep out. */
#include <fcntl.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

struct offer {
    unsigned serial;
    char path[96];
};

static unsigned stored(void) {
    unsigned serial = 0;
    FILE *file = fopen("/var/lib/box/serial", "r");
    if (!file)
        return 0;
    if (fscanf(file, "%u", &serial) != 1)
        serial = 0;
    fclose(file);
    return serial;
}

static int receive(int in, struct offer *offer) {
    if (recv(in, offer, sizeof *offer, MSG_WAITALL) != sizeof *offer)
        return -1;
    offer->path[sizeof offer->path - 1] = 0;
    return 0;
}

int bad_swap(int in) {
    struct offer offer;
    if (receive(in, &offer) || offer.serial > stored())
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/downgrade]}}
    return rename(offer.path, "/boot/box.img");
}

int good_swap(int in) {
    struct offer offer;
    if (receive(in, &offer) || offer.serial <= stored())
        return -1;
    return rename(offer.path, "/boot/box-b.img");
}
