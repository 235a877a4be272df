/* Questions about key material: what its bits are made of, and whether they protect anything.
 *
 * Material is what stands in role key or iv of a cryptographic effect. */
#ifndef VT_CHECKERS_MATERIAL_H
#define VT_CHECKERS_MATERIAL_H

#include "checkers/shared/ask.h"

/* What one role of one event is made of. A source is of one kind; NULL: there is none of it. Kinds
 * are looked for on ways that the data themselves travel, `other` on all. */
struct vt_material {
    const struct vt_trace *trace;
    const struct vt_source *constant; /* text, bytes or number of the program; the longest */
    const struct vt_source *weak;     /* output of a generator that can be predicted */
    const struct vt_source *clock, *process, *address;
    const struct vt_source *host;   /* what tells this host apart: many know it */
    const struct vt_source *strong; /* output of a cryptographic generator */
    const struct vt_source *secret; /* a credential or key, by its origin */
    const struct vt_source *other;  /* whatever else: files, peers, callers, what is not known */
    size_t nsources;
};

/* What ROLE of event REF is made of; false if it has no such role, or REF is none (applies.h). */
bool vt_material_of(struct vt_program *program, struct vt_event_ref ref, enum vt_role role,
                    struct vt_material *material);

/* The same in the calling context of the NSTEPS STEPS of a flow to REF (vt_trace_role_at). */
bool vt_material_at(struct vt_program *program, struct vt_event_ref ref, enum vt_role role,
                    const struct vt_flow_step *steps, size_t nsteps, struct vt_material *material);

/* True if what origins of CLASS_NAME bring can be guessed: weak generators, clocks, process
 * numbers. */
bool vt_is_guessable(const char *class_name);

/* True if nothing in MATERIAL may hold what others cannot know. */
bool vt_material_is_open(const struct vt_material *material);

/* True if nothing but constants is in MATERIAL. */
bool vt_material_is_fixed(const struct vt_material *material);

/* True if SOURCE of TRACE comes through a parameter that is called a password (its name ends so),
 * or was asked for as one. In ARENA. */
bool vt_is_called_password(struct vt_program *program, const struct vt_trace *trace,
                           const struct vt_source *source, struct vt_arena *arena);

/* True if SOURCE tells only how something else, which is a source as well, was stretched: by a
 * generator or cipher of the program's own. */
bool vt_source_is_stretched(struct vt_program *program, const struct vt_source *source);

/* Bytes of a constant source: of text or bytes their number, of a number 0. */
size_t vt_source_size(const struct vt_source *source);

/* True if what the event brings is held against constants by a function on the way from SOURCE to
 * it: a test with known answers. In ARENA. */
bool vt_is_known_answer(struct vt_program *program, const struct vt_trace *trace,
                        const struct vt_source *source, struct vt_arena *arena);

/* True if ROLE of an event of FACT and CLASS_NAME (NULL: any) in FUNCTION gets what went through
 * all of TAGS: a digest (VT_TAG_HASH), ciphertext. */
bool vt_gets_made(struct vt_program *program, uint32_t function, enum vt_fact fact,
                  const char *class_name, enum vt_role role, uint32_t tags);

/* True if some digest that FUNCTION gets is kept, or held against another. */
bool vt_keeps_digest(struct vt_program *program, uint32_t function);

/* True if SOURCE, which goes into the key of a message authentication code, keys no code but over
 * what others cannot know: the salt by which a key is extracted (RFC 5869), which may be anything,
 * or the label of a use of it. */
bool vt_is_salt_of_code(struct vt_check *check, const struct vt_source *source);

/* True if FUNCTION holds something computed against a constant answer. */
bool vt_has_known_answer(struct vt_program *program, uint32_t function);

/* True if ROLE of REF holds a handle ("key object") and not the bytes of a key. */
bool vt_role_is_object(struct vt_program *program, struct vt_event_ref ref, enum vt_role role);

/* The number of a constant source in *NUMBER; false if it is none, or was reckoned with. */
bool vt_source_number(const struct vt_source *source, int64_t *number);

/* A source of ROLE of REF, and in *TRACE its way, if all there are are NUMBER; else NULL. */
const struct vt_source *vt_only_number(struct vt_program *program, struct vt_event_ref ref,
                                       enum vt_role role, int64_t number,
                                       const struct vt_trace **trace);

/* True if the number that REF sets by a name has no name but NAME. */
bool vt_is_named(struct vt_program *program, struct vt_event_ref ref, const char *name);

/* What was told already: sources, by the place they stand at. */
struct vt_told {
    const struct vt_source **items;
    size_t count, capacity;
};

/* True if SOURCE was told before; else it is told from now on. In ARENA. */
bool vt_tell_once(struct vt_told *told, const struct vt_source *source, struct vt_arena *arena);

#endif
