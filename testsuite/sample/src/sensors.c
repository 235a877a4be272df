/* Probes: kernel drivers under /sys, the door switch, and helpers for probes on other buses. */
#include "daemon.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DOOR "/sys/class/gpio/gpio17/value"

static bool read_number(const char *path, double *number) {
    char text[32];
    if (text_read_file(path, text, sizeof text))
        return false;
    *number = strtod(text, NULL);
    return true;
}

static bool read_driver(const struct probe *probe, double *degrees) {
    char path[96];
    snprintf(path, sizeof path, "/sys/class/hwmon/%s/temp1_input", probe->name);
    if (!read_number(path, degrees))
        return false;
    *degrees /= 1000;
    return true;
}

static bool read_helper(const struct probe *probe, double *degrees) {
    char line[64];
    FILE *pipe = popen(probe->reader, "r");
    if (!pipe)
        return false;
    bool good = fgets(line, sizeof line, pipe) && sscanf(line, "%lf", degrees) == 1;
    pclose(pipe);
    return good;
}

void sensors_read(const struct calibration *calibration, struct reading *reading) {
    double open = 0;
    reading->when = time(NULL);
    reading->count = calibration->count;
    for (unsigned i = 0; i < calibration->count; i++) {
        const struct probe *probe = &calibration->probes[i];
        double degrees = 0;
        bool good = *probe->reader ? read_helper(probe, &degrees) : read_driver(probe, &degrees);
        if (!good)
            log_error("probe %s does not answer", probe->name);
        reading->degrees[i] = degrees * probe->scale + probe->offset;
    }
    reading->door_open = read_number(DOOR, &open) && open != 0;
}
