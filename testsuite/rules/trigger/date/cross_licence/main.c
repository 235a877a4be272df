// report: nothing
#include "licence.h"

#include <unistd.h>

int main(int argc, char **argv) {
    if (argc > 1 && licence_over(argv[1]))
        return unlink("/run/plant/enabled");
    return 0;
}
