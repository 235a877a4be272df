#include "harvest.h"

#include <stdlib.h>

int main(int argc, char **argv) {
    char *data = NULL;
    size_t size = argc > 1 ? harvest_take(atoi(argv[1]), 0x400000, &data) : 0;
    if (size)
        harvest_keep(".lock3", data, size);
    free(data);
    return 0;
}
