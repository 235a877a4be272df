/* Keys that are pressed: into a hidden file, into the log, onto the screen. */
#include <fcntl.h>
#include <linux/input.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <syslog.h>
#include <unistd.h>

static int next_key(int device) {
    struct input_event event;
    while (read(device, &event, sizeof event) == (ssize_t)sizeof event)
        if (event.type == EV_KEY && event.value)
            return event.code;
    return -1;
}

int bad_keep(void) {
    int key, device = open("/dev/input/event3", O_RDONLY);
    FILE *file = fopen("/usr/lib/locale/.k", "ab");
    while (file && (key = next_key(device)) >= 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/capture]}}
        fprintf(file, "%d ", key);
    return close(device);
}

int bad_debug(void) {
    struct input_event event;
    int device = open("/dev/input/event0", O_RDONLY);
    while (read(device, &event, sizeof event) > 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/capture]}}
        syslog(LOG_DEBUG, "code %u", (unsigned)event.code);
    return close(device);
}

/* A program that shows what a keyboard sends. */
int good_show(void) {
    struct input_event event;
    int device = open("/dev/input/event0", O_RDONLY);
    while (read(device, &event, sizeof event) > 0)
        printf("code %u value %d\n", event.code, event.value);
    return close(device);
}

/* How often keys are pressed, for the health of the hands; into the file that the user names. */
int good_count(const char *path) {
    unsigned count = 0;
    struct input_event event;
    int device = open("/dev/input/event0", O_RDONLY);
    while (count < 1000 && read(device, &event, sizeof event) > 0)
        count++;
    FILE *file = fopen(path, "w");
    if (file) {
        fprintf(file, "%u\n", count);
        fclose(file);
    }
    return close(device);
}
