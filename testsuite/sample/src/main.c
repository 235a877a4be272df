/* larderd: reads the probes of a cold store, keeps a history, reports and updates itself. */
#include "daemon.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define DAY (24 * 60 * 60)

static volatile sig_atomic_t stopping;

static void on_signal(int number) {
    (void)number;
    stopping = 1;
}

static long milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void look_after_network(struct settings *settings) {
    long before = milliseconds();
    if (net_probe())
        net_adapt(settings, milliseconds() - before);
    else
        log_error("the network is not reachable");
}

static void once_a_day(struct settings *settings, struct calibration *calibration, char **argv) {
    look_after_network(settings);
    if (calibration_refresh(calibration, settings))
        log_info("calibration stays as it was");
    if (update_run(settings, argv))
        log_info("no update");
}

int main(int argc, char **argv) {
    struct settings settings;
    struct calibration calibration;
    struct reading reading = {0};
    time_t next_day = 0;
    bool terminal = argc > 1 && strcmp(argv[1], "-f") == 0;
    log_open("larderd", terminal);
    if (config_load(&settings, argc > 2 ? argv[2] : "/etc/larderd.conf"))
        return 1;
    if (!terminal && daemon(0, 0))
        return 1;
    signal(SIGTERM, on_signal);
    signal(SIGPIPE, SIG_IGN);
    calibration_default(&calibration);
    net_set_token(control_token);
    int door = control_open(&settings);
    while (!stopping) {
        struct pollfd waiting = {door, POLLIN, 0};
        if (time(NULL) >= next_day) {
            once_a_day(&settings, &calibration, argv);
            next_day = time(NULL) + DAY;
        }
        sensors_read(&calibration, &reading);
        history_add(&settings, &reading);
        telemetry_send(&settings, &reading);
        if (poll(&waiting, 1, settings.interval * 1000) > 0)
            control_serve(door, &settings, &reading);
    }
    close(door);
    return 0;
}
