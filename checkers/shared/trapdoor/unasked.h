/* What is done with data, and neither asked for by who uses the program nor looked after. */
#ifndef VT_CHECKERS_UNASKED_H
#define VT_CHECKERS_UNASKED_H

#include "checkers/shared/ask.h"

/* True if nobody asks whether effect REF worked: its result is dropped, what it runs or loads
 * is closed at once, and where a file cannot be opened nothing is done. Of a program that takes the
 * place of this one there is nothing to ask. */
bool vt_is_unheeded(struct vt_program *program, struct vt_event_ref ref);

/* True if something of TRACE (NULL: none) was read from a file whose name stands in the program:
 * its owner wrote that, or the program itself. */
bool vt_is_of_named_file(struct vt_program *program, const struct vt_trace *trace);

/* True if SOURCE is a text that stands in the program, and no mere bytes. */
bool vt_is_own_text(const struct vt_source *source);

/* True if all that is found of TRACE (NULL: none) was read from files, and of none stands the name
 * in the program: it is what the program works on. Where the search ran out, if nothing is found
 * that the user says (an argument, the environment, the terminal). */
bool vt_is_worked_on(struct vt_program *program, const struct vt_trace *trace);

/* True if a condition that always stands before REF, in its function, is about what the user says:
 * an argument, the environment, the terminal. */
bool vt_is_bidden(struct vt_check *check, struct vt_event_ref ref);

/* True if REF always stands under a number in memory that tells one kind of data from others, in
 * its function or where that alone is called; or, IS_ANY, under bits of one, under a relation of
 * one thing to another, which is computed, or a word that nobody would choose (spelled.h). */
bool vt_has_kind(struct vt_check *check, struct vt_event_ref ref, bool is_any);

/* True if TRACE (NULL: none) brings the text of a message: a name or an address of a peer is none.
 */
bool vt_is_received(struct vt_program *program, const struct vt_trace *trace);

/* True if TRACE (NULL: none) brings anything that does not stand in the program; nobody knows what
 * a function put there that was not found, nor what is beyond the end of a search. */
bool vt_is_open(const struct vt_trace *trace);

#endif
