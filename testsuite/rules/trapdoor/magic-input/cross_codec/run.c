#include <stdlib.h>

int run_note(const char *note);

int run_note(const char *note) {
    // report@+1: trapdoor/magic-input
    return system(note);
}
