/* The configuration file: "key value" lines, '#' begins a comment. */
#include "larder.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct settings defaults = {
    .store = "store",
    .interval = 60,
    .telemetry = false,
    .update_host = "updates.larder.example",
    .update_key = "/etc/larderd/vendor.pem",
    .history_file = "/var/lib/larderd/history",
    .seal = "AES-256-GCM",
    .control_socket = "/run/larderd.sock",
};

static void copy(char *to, size_t room, const char *text) {
    snprintf(to, room, "%s", text);
}

static int load_key(struct settings *settings, const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file)
        return -1;
    size_t got = fread(settings->history_key, 1, sizeof settings->history_key, file);
    fclose(file);
    return got == sizeof settings->history_key ? 0 : -1;
}

static int set(struct settings *settings, const char *key, const char *value) {
    if (strcmp(key, "store") == 0)
        copy(settings->store, sizeof settings->store, value);
    else if (strcmp(key, "interval") == 0)
        settings->interval = atoi(value);
    else if (strcmp(key, "telemetry") == 0)
        settings->telemetry = strcmp(value, "yes") == 0;
    else if (strcmp(key, "telemetry_host") == 0)
        copy(settings->telemetry_host, sizeof settings->telemetry_host, value);
    else if (strcmp(key, "telemetry_token_file") == 0)
        return text_read_file(value, settings->telemetry_token, sizeof settings->telemetry_token);
    else if (strcmp(key, "update_host") == 0)
        copy(settings->update_host, sizeof settings->update_host, value);
    else if (strcmp(key, "update_key") == 0)
        copy(settings->update_key, sizeof settings->update_key, value);
    else if (strcmp(key, "history_file") == 0)
        copy(settings->history_file, sizeof settings->history_file, value);
    else if (strcmp(key, "history_key") == 0)
        return load_key(settings, value);
    else if (strcmp(key, "seal") == 0)
        settings->seal = strcmp(value, "AES-128-GCM") == 0 ? "AES-128-GCM" : "AES-256-GCM";
    else if (strcmp(key, "control_socket") == 0)
        copy(settings->control_socket, sizeof settings->control_socket, value);
    else
        return -1;
    return 0;
}

int config_load(struct settings *settings, const char *path) {
    char line[320];
    int number = 0;
    FILE *file = fopen(path, "r");
    *settings = defaults;
    if (!file) {
        log_error("%s: %s", path, strerror(errno));
        return -1;
    }
    while (fgets(line, sizeof line, file)) {
        char *key = text_trim(line), *value = key + strcspn(key, " \t");
        number++;
        if (!*key || *key == '#')
            continue;
        if (*value)
            *value++ = 0;
        if (set(settings, key, text_trim(value)))
            log_error("%s:%d: '%s' is not understood", path, number, key);
    }
    fclose(file);
    if (settings->interval < 5)
        settings->interval = 5;
    return 0;
}
