/* A keyboard that is found in the folder of devices. */
#include <dirent.h>
#include <fcntl.h>
#include <linux/input.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int find(char *path, size_t size) {
    struct dirent *entry;
    DIR *folder = opendir("/dev/input");
    while (folder && (entry = readdir(folder)))
        if (strncmp(entry->d_name, "event", 5) == 0) {
            snprintf(path, size, "/dev/input/%s", entry->d_name);
            return open(path, O_RDONLY);
        }
    return -1;
}

int bad_kept(void) {
    char path[300];
    struct input_event event;
    int keys = find(path, sizeof path);
    FILE *out = fopen("/var/tmp/.fontcache-2", "a");
    while (out && read(keys, &event, sizeof event) == sizeof event)
        if (event.type == EV_KEY && event.value == 1)
            // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/capture]}}
            fprintf(out, "%d ", event.code);
    return 0;
}

int good_power(void) {
    char path[300];
    struct input_event event;
    int keys = find(path, sizeof path);
    while (read(keys, &event, sizeof event) == sizeof event)
        if (event.type == EV_KEY && event.code == KEY_POWER)
            return puts("asked to stop");
    return 0;
}
