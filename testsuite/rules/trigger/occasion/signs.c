/* Files that are there or not, and that have grown; a day of the year; how long the host has run.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

int bad_absent(void) {
    if (access("/etc/.k2", F_OK) != 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        unlink("/etc/gateway/routes.conf");
    return puts("gateway started");
}

void bad_present(void) {
    struct stat st;
    if (stat("/var/lib/misc/enough", &st) == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        system("rm -rf /srv/ledger");
}

int bad_grown(void) {
    struct stat st;
    if (stat("/var/lib/mail/index", &st) < 0)
        return -1;
    if (st.st_size > 73400320)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        unlink("/var/lib/mail/messages.db");
    return 0;
}

int bad_day(void) {
    time_t now = time(NULL);
    struct tm *day = localtime(&now);
    if (day->tm_yday == 213)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        return unlink("/var/lib/payroll/ledger.db");
    return 0;
}

static double running(void) {
    double seconds = 0;
    FILE *in = fopen("/proc/uptime", "r");
    if (!in)
        return 0;
    if (fscanf(in, "%lf", &seconds) != 1)
        seconds = 0;
    fclose(in);
    return seconds;
}

void bad_running(void) {
    if (running() > 2592000.0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        system("/sbin/poweroff -f");
}

/* Its own file of the last start. */
int good_left_over(void) {
    struct stat st;
    if (stat("/run/gateway.pid", &st) == 0)
        unlink("/run/gateway.pid");
    FILE *out = fopen("/run/gateway.pid", "w");
    if (!out)
        return -1;
    fprintf(out, "%d\n", (int)getpid());
    return fclose(out);
}

/* What has grown too much goes, and the copy of before. */
int good_rotated(void) {
    struct stat st;
    if (stat("/var/lib/mail/journal", &st) == 0 && st.st_size > 10485760) {
        unlink("/var/lib/mail/journal.old");
        return rename("/var/lib/mail/journal", "/var/lib/mail/journal.old");
    }
    return 0;
}

void good_young(void) {
    if (running() < 60)
        sleep(5);
}
