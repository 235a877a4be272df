/* Messages go to syslog, and to the terminal when started by hand. */
#include "larder.h"

#include <stdarg.h>
#include <stdio.h>
#include <syslog.h>

static bool terminal;

void log_open(const char *program, bool to_terminal) {
    terminal = to_terminal;
    openlog(program, LOG_PID, LOG_DAEMON);
}

static void put(int priority, const char *format, va_list arguments) {
    char line[512];
    vsnprintf(line, sizeof line, format, arguments);
    syslog(priority, "%s", line);
    if (terminal)
        fprintf(stderr, "larderd: %s\n", line);
}

void log_info(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    put(LOG_INFO, format, arguments);
    va_end(arguments);
}

void log_error(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    put(LOG_ERR, format, arguments);
    va_end(arguments);
}
