/* Questions about TLS connections: which side of one this is, and which calls are about the same.
 */
#ifndef VT_CHECKERS_TLS_H
#define VT_CHECKERS_TLS_H

#include "checkers/shared/ask.h"

/* True if effect REF is done to TLS, and not to a plain connection. */
bool vt_tls_is(struct vt_program *program, struct vt_event_ref ref);

/* True if the handle of REF waits for clients. */
bool vt_tls_is_server(struct vt_program *program, struct vt_event_ref ref);

/* True if all contexts of TLS that the program makes are those of servers, and it makes some. */
bool vt_tls_only_serves(struct vt_check *check);

/* Where the connection of REF was made, or told that it is a client; NULL if that is not seen. The
 * source is one of *TRACE. */
const struct vt_source *vt_tls_client(struct vt_program *program, struct vt_event_ref ref,
                                      const struct vt_trace **trace);

/* True if the handle of EVENT, or the context or credentials it was made from, is that of REF. */
bool vt_tls_share_handle(struct vt_program *program, struct vt_event_ref ref,
                         struct vt_event_ref event);

/* True if some event of FACT and CLASS_NAME shares the handle of REF so. */
bool vt_tls_shares(struct vt_check *check, struct vt_event_ref ref, enum vt_fact fact,
                   const char *class_name);

/* Where the connection that TRACE leads to was made; NULL if some of it was made where we do not
 * see it. */
const struct vt_source *vt_tls_making(struct vt_program *program, const struct vt_trace *trace);

/* True if something stands in FIELD of the handle of REF. */
bool vt_tls_is_set(struct vt_program *program, struct vt_event_ref ref, const char *field);

#endif
