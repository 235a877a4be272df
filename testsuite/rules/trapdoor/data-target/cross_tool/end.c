#include "note.h"

#include <unistd.h>

void end_note(const struct note *note) {
    if (note->kind == 77)
        // report@+1: trapdoor/data-target
        (void)!unlink(note->name);
}
