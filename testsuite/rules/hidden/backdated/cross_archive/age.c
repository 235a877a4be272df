#include <sys/stat.h>
#include <utime.h>

#include "age.h"

time_t age_of(const char *path) {
    struct stat st;
    return stat(path, &st) == 0 ? st.st_mtime : 0;
}

void age_set(const char *path, time_t age) {
    struct utimbuf times = {age, age};
    utime(path, &times);
}
