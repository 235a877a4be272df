#include "preload.h"

#include <stdarg.h>

int open(const char *path, int flags, ...) {
    int (*real)(const char *, int, int) = original("open");
    va_list more;
    va_start(more, flags);
    int mode = va_arg(more, int);
    va_end(more);
    if (is_secret(path))
        return -1;
    return real(path, flags, mode);
}
