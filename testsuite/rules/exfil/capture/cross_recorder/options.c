/* A recorder: off unless asked for, and into the file that was named. */
// report: nothing
#include "recorder.h"

#include <string.h>

int recorder_options(struct recorder *recorder, int argc, char **argv) {
    recorder->path = "recording.raw";
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--record") == 0)
            recorder->on = 1;
        else
            recorder->path = argv[i];
    }
    return recorder->on;
}
