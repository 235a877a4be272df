#include "season.h"

#include <unistd.h>

void season_act(const struct season *season) {
    if (season->is_over())
        // report@+1: trigger/date
        unlink(season->file);
}
