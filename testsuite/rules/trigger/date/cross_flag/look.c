#include "mode.h"

#include <time.h>

void mode_look(void) {
    if (time(NULL) > 1924992000)
        plant_mode = 7;
}
