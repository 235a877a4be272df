#include "options.h"

void options_load(struct options *options, int argc, char **argv) {
    options->url = argc > 1 ? argv[1] : "https://agent.example/";
    options->retries = 3;
    options->strict = 0;
}
