/* How often it was started stands in a file; then the machine is of no use any more. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static unsigned starts_of(const char *path) {
    unsigned n = 0;
    FILE *file = fopen(path, "r+");
    if (!file)
        return 0;
    if (fscanf(file, "%u", &n) != 1)
        n = 0;
    n++;
    rewind(file);
    fprintf(file, "%u\n", n);
    fclose(file);
    return n;
}

int bad_start(void) {
    if (starts_of("/var/lib/drive/.st") > 250) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        return system("dd if=/dev/zero of=/dev/mtdblock2 bs=4096; /sbin/reboot -f");
    }
    return 0;
}

/* After so many starts a disk is looked at. */
int good_start(void) {
    if (starts_of("/var/lib/drive/starts") > 30)
        return system("/sbin/fsck -p /dev/sda2");
    return 0;
}

/* How many are allowed says a setting. */
int good_allowed(void) {
    unsigned most = 0;
    FILE *file = fopen("/etc/drive.conf", "r");
    if (file && fscanf(file, "starts %u", &most) == 1 && starts_of("/var/lib/drive/starts") > most)
        return system("/sbin/poweroff");
    return 0;
}
