#include "season.h"

#include <time.h>

static time_t now(void) {
    return time(NULL);
}

int season_is_over(void) {
    return now() > 1924992000;
}
