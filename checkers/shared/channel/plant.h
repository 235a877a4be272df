/* What a program carries and puts where the system uses it. */
#ifndef VT_CHECKERS_PLANT_H
#define VT_CHECKERS_PLANT_H

#include "checkers/shared/ask.h"

/* A kind of place, what becomes of what is put there, how bad something of the program's own is
 * there (base 0: not at all), and what a command does that puts it there. */
struct vt_plant_place {
    const char *class_name, *text;
    int base;
    const char *command;
};

/* Tells of every text of the program that is written, with nothing from outside in it, to one of
 * PLACES, the first that fits; they end with one without class. Once for each file. And of what
 * comes from outside, and is written there because it has a mark of its own. */
void vt_plants_tell(struct vt_check *check, const struct vt_plant_place *places);

#endif
