/* Names that only threads of the kernel have. */
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <unistd.h>

int bad_self(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/masquerade]}}
    return prctl(PR_SET_NAME, "kworker/0:1", 0, 0, 0);
}

int bad_child(void) {
    pid_t child = fork();
    if (child == 0) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/masquerade]}}
        execl("/usr/lib/plant/collect", "[kswapd0]", "-q", (char *)NULL);
        _exit(127);
    }
    return child > 0;
}

int bad_cover(void) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d", (int)getpid());
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/masquerade]}}
    return mount("/var/empty", path, NULL, MS_BIND, NULL);
}

int good_cover(void) {
    return mount("proc", "/proc", "proc", 0, NULL) ||
           mount("/var/empty", "/proc/sys/fs", NULL, MS_BIND, NULL);
}

int good_self(void) {
    return prctl(PR_SET_NAME, "measured", 0, 0, 0);
}

int good_child(void) {
    pid_t child = fork();
    if (child == 0) {
        execl("/bin/grep", "grep", "-c", "kworker/0:1", "/proc/stat", (char *)NULL);
        _exit(127);
    }
    return child > 0;
}
