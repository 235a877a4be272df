/* What the program asks a person for says what is typed. */
#ifndef VT_CHECKERS_PROMPT_H
#define VT_CHECKERS_PROMPT_H

#include "engine/program/program.h"

/* True if SOURCE is what is typed at the terminal, and the function that reads it, or one that
 * calls that, gives somebody a text that asks for a password (models' patterns of kind "prompt");
 * or the function that reads it has the terminal not show it, and puts that back. */
bool vt_is_prompted(struct vt_program *program, const struct vt_source *source);

#endif
