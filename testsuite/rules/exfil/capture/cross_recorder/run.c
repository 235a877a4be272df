#include "recorder.h"

int recorder_run(struct recorder *recorder) {
    char block[1024];
    int error = 0;
    FILE *file = fopen(recorder->path, "wb");
    while (file && pa_simple_read(recorder->stream, block, sizeof block, &error) >= 0)
        fwrite(block, 1, sizeof block, file);
    return file ? fclose(file) : -1;
}
