/* A program that fetches what it is told and leaves it to the user. */
// report: nothing
#include "agent.h"

#include <stdio.h>

int main(int argc, char **argv) {
    for (int i = 1; i + 1 < argc; i += 2)
        if (fetch(argv[i], argv[i + 1]))
            return 1;
    return fetch(mirror(0), "/var/lib/box/list.txt");
}
