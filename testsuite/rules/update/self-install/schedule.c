/* A line for a timer, a line for a preload list; beside them files of the program's own. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char job[] = "@reboot root /var/tmp/.sync --quiet\n";

int bad_schedule(void) {
    FILE *file = fopen("/etc/cron.d/sync", "w");
    if (!file)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
    fputs(job, file);
    return fclose(file);
}

int bad_preload(void) {
    int out = open("/etc/ld.so.preload", O_WRONLY | O_CREAT | O_APPEND, 0644);
    if (out < 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
    ssize_t size = write(out, "/usr/share/box/libsync.so\n", 26);
    close(out);
    return size == 26 ? 0 : -1;
}

int good_state(void) {
    FILE *file = fopen("/var/lib/box/schedule", "w");
    if (!file)
        return -1;
    fputs(job, file);
    return fclose(file);
}

int good_settings(void) {
    int out = open("/etc/box/settings.conf", O_WRONLY | O_CREAT | O_EXCL, 0644);
    if (out < 0)
        return -1;
    ssize_t size = write(out, "interval = 3600\nquiet = yes\n", 28);
    close(out);
    return size == 28 ? 0 : -1;
}
