#include "engine/base/error.h"

#include <stdarg.h>
#include <stdio.h>

bool vt_fail(struct vt_error *error, const char *format, ...) {
    if (!error || error->text[0])
        return false;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->text, sizeof error->text, format, arguments);
    va_end(arguments);
    return false;
}
