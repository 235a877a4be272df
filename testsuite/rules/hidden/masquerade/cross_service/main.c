// report: nothing
#include "service.h"

#include <stdio.h>
#include <unistd.h>

int main(int argc, char **argv) {
    be_called(argc > 1 ? argv[1] : "service");
    printf("not kworker/0:1\n");
    return 0;
}
