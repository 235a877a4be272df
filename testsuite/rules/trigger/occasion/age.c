/* So long after it was installed it is of no use any more. */
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static int is_old(void) {
    struct stat about;
    return !stat("/opt/plc/install.log", &about) && time(NULL) - about.st_ctime > 47304000;
}

void bad_cycle(void) {
    if (is_old())
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        unlink("/opt/plc/firmware.bin");
}

int bad_gateway(void) {
    struct stat about;
    time_t now = time(NULL);
    if (stat("/usr/sbin/gateway", &about) != 0)
        return -1;
    if (now - about.st_mtime < 180 * 86400)
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
    return system("rm -rf /var/lib/gateway");
}

/* What is old goes itself. */
int good_backup(void) {
    struct stat about;
    if (stat("/var/lib/plc/backup.tar", &about) == 0 && time(NULL) - about.st_mtime > 365 * 86400)
        return unlink("/var/lib/plc/backup.tar");
    return 0;
}

/* A token of a day makes a new one. */
int good_token(void) {
    struct stat about;
    if (stat("/var/lib/plc/token", &about) == 0 && time(NULL) - about.st_mtime > 86400)
        return unlink("/var/lib/plc/token.sum");
    return 0;
}
