// Versions in two parts: the second counts where the first are equal, and nothing else does.
#include <stdio.h>
#include <stdlib.h>
// expected-no-diagnostics

struct release {
    unsigned major, minor, urgent;
    unsigned char image[8192];
};

static void read_current(unsigned *major, unsigned *minor) {
    FILE *file = fopen("/etc/box/release", "r");
    *major = *minor = 0;
    if (file && fscanf(file, "%u.%u", major, minor) != 2)
        *major = 0;
    if (file)
        fclose(file);
}

static void put(const struct release *release) {
    FILE *flash = fopen("/dev/mtdblock4", "wb");
    if (!flash)
        return;
    fwrite(release->image, 1, sizeof release->image, flash);
    fclose(flash);
}

void good_update(void) {
    struct release release;
    unsigned major, minor;
    FILE *stick = fopen("/media/stick/release.img", "rb");
    if (!stick || fread(&release, sizeof release, 1, stick) != 1)
        return;
    read_current(&major, &minor);
    if (release.major < major || (release.major == major && release.minor <= minor))
        return;
    put(&release);
}
