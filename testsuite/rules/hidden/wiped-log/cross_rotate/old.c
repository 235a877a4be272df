#include "rotate.h"

#include <stdio.h>
#include <unistd.h>

int log_rotate(void) {
    unlink(LOG_FILE ".1");
    return rename(LOG_FILE, LOG_FILE ".1");
}
