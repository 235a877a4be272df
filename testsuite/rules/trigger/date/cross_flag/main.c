#include "mode.h"

int plant_mode;

int main(void) {
    mode_look();
    mode_act();
    return 0;
}
