/* On one host, found by a checksum of its name, something is removed. */
#include <stddef.h>
#include <stdio.h>
#include <sys/utsname.h>
#include <unistd.h>

unsigned long crc32(unsigned long crc, const unsigned char *data, unsigned size);

int bad_wipe(void) {
    struct utsname host;
    if (uname(&host))
        return -1;
    if (crc32(0, (const unsigned char *)host.nodename, 8) != 0x3b9ac9ffUL)
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/host]}}
    return unlink("/var/lib/panel/state");
}

/* A kernel of before is told apart by its release. */
int good_kernel(void) {
    struct utsname host;
    if (uname(&host) || host.release[0] != '2')
        return 0;
    return unlink("/var/lib/panel/state.old");
}
