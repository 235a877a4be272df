#include "shell.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

int shell(const char *format, ...) {
    char command[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(command, sizeof command, format, arguments);
    va_end(arguments);
    return system(command);
}
