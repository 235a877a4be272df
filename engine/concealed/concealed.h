/* Constants that the program decodes before it uses them. Private to the engine. */
#ifndef VT_ENGINE_CONCEALED_H
#define VT_ENGINE_CONCEALED_H

#include "engine/unit/analysis.h"

/* Looks through the unit for functions that decode, and those that call them. */
struct vt_concealed *vt_concealed_prepare(const struct vt_condenser *shared);

/* Finds what is decoded in the analysis's function, if it looks like it decodes anything. */
void vt_concealed_find(struct vt_analysis *analysis);

/* Calls LINK for each constant that was decoded into the memory that VALUE points to when
 * instruction AT, a call or return, is run. */
void vt_concealed_visit(const struct vt_analysis *analysis, uint32_t at, uint32_t value,
                        void (*link)(void *context, uint32_t node), void *context);

/* Puts into globals what the function leaves decoded in them. */
void vt_concealed_leave(struct vt_analysis *analysis);

#endif
