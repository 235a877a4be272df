/* Which versions of TLS, and which of its cipher suites, a program names. */
#ifndef VT_CHECKERS_PROTOCOLS_H
#define VT_CHECKERS_PROTOCOLS_H

#include "engine/program/program.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The version that NUMBER means, counted by WAY (the value of an effect net.version: "wire",
 * "minor", "curl"): "TLS 1.2"; NULL if it means none. */
const char *vt_protocol_version(const char *way, int64_t number);

/* Gets NAME ("TLS 1.2", "ECDHE-RSA-AES128-GCM-SHA256"), which is a suite or else a version, where
 * event REF tells the library. NAME is only there while the call lasts. */
typedef void (*vt_protocol_visit)(void *context, const char *name, bool is_suite,
                                  struct vt_event_ref ref);

/* Shows VISIT all that constants of PROGRAM name, in program order; a name may come twice. What a
 * keyword such as HIGH stands for is not told, nor what is struck out. */
void vt_protocols_visit(struct vt_program *program, struct vt_arena *arena, vt_protocol_visit visit,
                        void *context);

#ifdef __cplusplus
}
#endif
#endif
