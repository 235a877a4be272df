#ifndef RECORDER_H
#define RECORDER_H

#include <stdio.h>

int pa_simple_read(void *stream, void *data, size_t n, int *error);

struct recorder {
    void *stream;
    const char *path;
    int on;
};

int recorder_options(struct recorder *recorder, int argc, char **argv);
int recorder_run(struct recorder *recorder);

#endif
