/* What the units of the daemon offer each other. */
#ifndef DAEMON_H
#define DAEMON_H

#include "larder.h"

#include <time.h>

/* ---- calibration.c */

#define PROBES 8

struct probe {
    char name[16];
    char reader[160]; /* helper program for probes that have no driver, or "" */
    double offset, scale;
};

struct calibration {
    unsigned count;
    struct probe probes[PROBES];
};

void calibration_default(struct calibration *calibration);
int calibration_refresh(struct calibration *calibration, const struct settings *settings);

/* ---- sensors.c */

struct reading {
    time_t when;
    unsigned count;
    double degrees[PROBES];
    bool door_open;
};

void sensors_read(const struct calibration *calibration, struct reading *reading);

/* ---- telemetry.c */

void telemetry_send(const struct settings *settings, const struct reading *reading);
void history_add(const struct settings *settings, const struct reading *reading);
int history_export(const struct settings *settings, const char *path);

/* ---- update.c */

int update_run(const struct settings *settings, char **argv);

/* ---- control.c */

int control_open(const struct settings *settings);
void control_serve(int door, const struct settings *settings, const struct reading *reading);
size_t control_token(char *token, size_t room);

#endif
