#include "report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int is_traced(void) {
    char line[128];
    int tracer = 0;
    FILE *file = fopen("/proc/self/status", "r");
    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, "TracerPid:", 10) == 0)
            tracer = atoi(line + 10);
    if (file)
        fclose(file);
    return tracer;
}
