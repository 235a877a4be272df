/* Declarations as files: CycloneDX 1.6 (ECMA-424), the part of it that speaks of services.
 *
 *     services[].name                       what the vendor calls it
 *     services[].endpoints[]                "https://updates.example.com/v2/"
 *     services[].data[].flow                seen from the service: "inbound" is what the program
 *                                           sends; "outbound", "bi-directional", "unknown"
 *     services[].data[].classification      a class of models/classes.json, or the vendor's word
 *     services[].properties[]               "vitrine:peer": "configured" or "listener", for
 *                                           services whose address is not in the program
 */
#ifndef VT_DECLARE_H
#define VT_DECLARE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "engine/declaration.h"

#ifdef __cplusplus
extern "C" {
#endif

struct vt_channels;
struct vt_error;

/* Reads the file at PATH; the result lives in ARENA. NULL with a message that names the file and
 * the line or member if it is no CycloneDX document, or one that says what cannot be. */
const struct vt_declaration *vt_declaration_load(const char *path, struct vt_arena *arena,
                                                 struct vt_error *error);

/* The same from SIZE bytes of TEXT; NAME stands for the file in messages. */
const struct vt_declaration *vt_declaration_parse(const char *name, const char *text, size_t size,
                                                  struct vt_arena *arena, struct vt_error *error);

/* Writes a declaration of CHANNELS to OUT, for the vendor to correct: which of them are meant, and
 * what they are for. Read back it covers them all. False with a message if writing fails. */
bool vt_declaration_write(const struct vt_channels *channels, FILE *out, struct vt_error *error);

#ifdef __cplusplus
}
#endif
#endif
