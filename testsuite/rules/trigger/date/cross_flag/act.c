#include "mode.h"

#include <unistd.h>

void mode_act(void) {
    if (plant_mode == 7)
        // report@+1: trigger/date
        unlink("/lib/firmware/compressor.bin");
}
