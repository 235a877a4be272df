#include "broom.h"

const char *broom_path(int which) {
    static const char *const paths[] = {"/var/run/utmp", "/var/log/audit/audit.log"};
    return paths[which & 1];
}
