/* On one host a service is stopped; elsewhere it is only asked for. */
#include <ifaddrs.h>
#include <signal.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

int bad_stop(pid_t service) {
    char name[64];
    if (gethostname(name, sizeof name) != 0)
        return -1;
    if (strcmp(name, "kiln-control-04") == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/host]}}
        return kill(service, SIGKILL);
    return 0;
}

int good_ask(pid_t service) {
    char name[64];
    if (gethostname(name, sizeof name) != 0)
        return -1;
    if (strcmp(name, "kiln-control-04") == 0)
        return kill(service, 0);
    return 0;
}

/* An interface by its name: every host with a modem has one. */
int good_interface(const char *lock) {
    struct ifaddrs *all;
    int removed = 0;
    if (getifaddrs(&all) != 0)
        return -1;
    for (struct ifaddrs *one = all; one; one = one->ifa_next)
        if (strcmp(one->ifa_name, "modem") == 0)
            removed = unlink(lock);
    freeifaddrs(all);
    return removed;
}
