/* On one host a service is stopped; elsewhere it is only asked for. */
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
