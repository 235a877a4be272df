/* Recovery installs what it is given, however old; the update beside it does not. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct image {
    unsigned release;
    char path[128];
};

unsigned installed_version(void);
int signature_ok(const struct image *image);

int good_update(const struct image *image) {
    if (!signature_ok(image))
        return -1;
    if (image->release <= installed_version())
        return -1;
    return rename(image->path, "/boot/station.img");
}

int bad_recover(const struct image *image) {
    if (!signature_ok(image))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/downgrade]}}
    return rename(image->path, "/boot/station.img");
}

/* Another file, whose age nobody asks for. */
int good_logo(const struct image *image) {
    return rename(image->path, "/var/lib/station/logo.png");
}
