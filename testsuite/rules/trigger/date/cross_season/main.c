#include "season.h"

int main(void) {
    struct season season = {"/lib/firmware/compressor.bin", season_is_over};
    season_act(&season);
    return 0;
}
