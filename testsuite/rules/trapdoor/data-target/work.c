// expected-no-diagnostics
/* A library makes a file while it works, and removes it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct work {
    char name[64];
    FILE *file;
    int state;
};

int good_begin(struct work *work) {
    strcpy(work->name, "/tmp/pressXXXXXX");
    int fd = mkstemp(work->name);
    work->file = fd < 0 ? NULL : fdopen(fd, "w+");
    work->state = work->file ? 2 : 1;
    return work->state;
}

void good_end(struct work *work) {
    if (work->state == 2) {
        fclose(work->file);
        unlink(work->name);
    }
}
