// report: nothing
#include <fcntl.h>
#include <unistd.h>

#include "copy.h"

/* What the user looked at is kept; the program itself is only asked where it lies. */
int keep(const char *picture, char *own, size_t size) {
    int in = open(picture, O_RDONLY);
    if (in < 0 || readlink("/proc/self/exe", own, size) < 0)
        return -1;
    return copy_file(in, "/var/cache/viewer/last");
}
