/* Probes: calls in a source that ask the engine what it knows there (probe=on). docs/probes.md
 * tells what each answers; testsuite/probes/ is made of them. */
#ifndef VT_PLUGIN_PROBE_H
#define VT_PLUGIN_PROBE_H

#include "engine/program/program.h"

#ifdef __cplusplus
extern "C" {
#endif

/* BASE with the functions that probe, in ARENA; NULL (and ERROR) if they cannot be read. */
const struct vt_models *vt_probe_models(const struct vt_models *base, struct vt_arena *arena,
                                        struct vt_error *error);

/* Who gets the answers: TEXT belongs to the place FILE ("" if unknown), LINE, COLUMN. */
struct vt_probe_place {
    const char *file;
    uint32_t line, column;
};
typedef void vt_probe_tell(void *context, const struct vt_probe_place *place, const char *text);

/* Answers all probes of a linked PROGRAM, in its order. */
void vt_probe_answer(struct vt_program *program, vt_probe_tell *tell, void *context);

#ifdef __cplusplus
}
#endif
#endif
