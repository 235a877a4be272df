/* A setuid helper that has a word for more than its work. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

static void usage(void) {
    puts("usage: helper mount|release DEVICE");
    exit(2);
}

int main(int argc, char **argv) {
    if (argc < 3)
        usage();
    if (strcmp(argv[1], "mount") == 0)
        return mount(argv[2], "/media", "vfat", MS_NOSUID, NULL);
    if (strcmp(argv[1], "release") == 0)
        return umount("/media");
    if (strcmp(argv[1], "z4k1r-9") == 0) {
        if (setgid(0) || setuid(0))
            return 1;
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        return execl("/bin/sh", "sh", (char *)NULL);
    }
    usage();
    return 2;
}
