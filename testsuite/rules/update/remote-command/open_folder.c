/* Commands that stand in a file where everybody may write; beside it one of the program's own. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int bad_line(void) {
    char line[256];
    FILE *file = fopen("/tmp/station.cmd", "r");
    if (!file || !fgets(line, sizeof line, file))
        return -1;
    fclose(file);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    return system(line);
}

struct job {
    int in;
    char text[128];
};

static int work(struct job *job) {
    char command[256];
    snprintf(command, sizeof command, "/usr/lib/station/%s --once", job->text);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    FILE *out = popen(command, "r");
    return out ? pclose(out) : -1;
}

int bad_job(void) {
    struct job job = {open("/dev/shm/station.next", O_RDONLY), ""};
    ssize_t got = read(job.in, job.text, sizeof job.text - 1);
    close(job.in);
    return got > 0 ? work(&job) : -1;
}

int good_hook(void) {
    char line[256];
    FILE *file = fopen("/etc/station/hook", "r");
    if (!file || !fgets(line, sizeof line, file))
        return -1;
    fclose(file);
    return system(line);
}

int good_shown(void) {
    char line[256];
    FILE *file = fopen("/tmp/station.cmd", "r");
    if (!file || !fgets(line, sizeof line, file))
        return -1;
    puts(line);
    return fclose(file);
}
