/* What probes are made of: data to follow, a check to rely on, and the questions. docs/probes.md
 * tells how they are answered. Nothing here is ever linked or run. */
#include <stddef.h>

long vt_probe_number(void);       /* data: a number */
char *vt_probe_text(void);        /* data: memory behind a pointer */
int vt_probe_check(const void *); /* a check; it passed if the result is not zero */

void vt_probe_value(long);          /* what is this value? */
void vt_probe_memory(const void *); /* what lies at this address? */
void vt_probe_handle(long);         /* what was this handle opened with? */
void vt_probe_guard(void);          /* under which conditions does this run? */
void vt_probe_trigger(void);        /* which of them say something, in words? */
void vt_probe_checked(void);        /* did a check come out well on every way here? */
void vt_probe_entries(void);        /* from which kinds of entries is this reached? */
void vt_probe_effects(void);        /* what can this function, and what it calls, do? */
