/* Commands that come over the bus that the processes of a host share. */
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* As <dbus/dbus.h> and <systemd/sd-bus.h> declare them. */
typedef struct DBusConnection DBusConnection;
typedef struct DBusMessage DBusMessage;
typedef struct DBusError DBusError;
typedef uint32_t dbus_bool_t;
typedef struct sd_bus_message sd_bus_message;
dbus_bool_t dbus_message_get_args(DBusMessage *message, DBusError *error, int type, ...);
dbus_bool_t dbus_message_is_method_call(DBusMessage *message, const char *interface,
                                        const char *method);
int sd_bus_message_read(sd_bus_message *message, const char *types, ...);

#define STRING ((int)'s')
#define UINT32 ((int)'u')

int bad_call(DBusMessage *message) {
    const char *text = NULL;
    if (!dbus_message_is_method_call(message, "org.station.Service", "Poke") ||
        !dbus_message_get_args(message, NULL, STRING, &text, 0))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    return system(text);
}

struct request {
    char unit[64];
    uint32_t level;
};

static int restart(const struct request *request) {
    char line[128];
    snprintf(line, sizeof line, "/usr/sbin/station-restart %s", request->unit);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    FILE *out = popen(line, "r");
    return out ? pclose(out) : -1;
}

int bad_method(sd_bus_message *message, void *more) {
    struct request request = {.level = 0};
    const char *name;
    (void)more;
    if (sd_bus_message_read(message, "su", &name, &request.level) < 0)
        return -1;
    strncpy(request.unit, name, sizeof request.unit - 1);
    return restart(&request);
}

/* What is said chooses. */
int good_choice(DBusMessage *message) {
    const char *text = NULL;
    if (!dbus_message_get_args(message, NULL, STRING, &text, 0))
        return -1;
    if (strcmp(text, "restart") == 0)
        return system("/usr/sbin/station-restart");
    return system("/usr/sbin/station-status");
}

/* A number is a number. */
int good_level(DBusMessage *message) {
    uint32_t level = 0;
    char line[64];
    if (!dbus_message_get_args(message, NULL, UINT32, &level, 0))
        return -1;
    snprintf(line, sizeof line, "/usr/sbin/station-level %u", level);
    return system(line);
}
