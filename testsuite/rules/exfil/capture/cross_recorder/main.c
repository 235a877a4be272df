#include "recorder.h"

int main(int argc, char **argv) {
    static struct recorder recorder;
    if (!recorder_options(&recorder, argc, argv))
        return 2;
    return recorder_run(&recorder);
}
