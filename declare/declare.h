/* Declarations as files: CycloneDX 1.6 (ECMA-424), the part of it that speaks of services.
 *
 *     services[].name                       what the vendor calls it
 *     services[].endpoints[]                "https://updates.example.com/v2/"
 *     services[].data[].flow                seen from the service: "inbound" is what the program
 *                                           sends; "outbound", "bi-directional", "unknown"
 *     services[].data[].classification      a class of models/classes.json, or the vendor's word
 *     services[].properties[]               "vitrine:peer": "configured" or "listener", for
 *                                           services whose address is not in the program
 *     components[].name                     of those of type "cryptographic-asset" whose assetType
 *                                           is "algorithm" or "protocol"
 *     components[].cryptoProperties.algorithmProperties.{mode,parameterSetIdentifier}
 *     components[].cryptoProperties.protocolProperties.{version,cipherSuites[].name}
 */
#ifndef VT_DECLARE_H
#define VT_DECLARE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "engine/program/declaration.h"

#ifdef __cplusplus
extern "C" {
#endif

struct vt_channels;
struct vt_error;
struct vt_findings;
struct vt_inventory;
struct vt_program;

/* Reads the file at PATH; the result lives in ARENA. NULL with a message that names the file and
 * the line or member if it is no CycloneDX document, or one that says what cannot be. */
const struct vt_declaration *vt_declaration_load(const char *path, struct vt_arena *arena,
                                                 struct vt_error *error);

/* The same from SIZE bytes of TEXT; NAME stands for the file in messages. */
const struct vt_declaration *vt_declaration_parse(const char *name, const char *text, size_t size,
                                                  struct vt_arena *arena, struct vt_error *error);

/* What a program was seen to do, for a draft. */
struct vt_draft {
    const struct vt_program *program;
    const struct vt_channels *channels;
    const struct vt_inventory *inventory;
};

/* Writes a declaration of DRAFT to OUT, for the vendor to correct: which channels and algorithms
 * are meant, and what they are for. Read back it covers them all. False with a message if writing
 * fails.
 */
bool vt_declaration_write(const struct vt_draft *draft, FILE *out, struct vt_error *error);

/* What the vendor says about findings: they are meant, and why. */
struct vt_file_claim {
    const char *rule, *reason;
    const char *function, *file; /* where the finding is; NULL: any */
    bool is_used;                /* some finding is that */
};

struct vt_file_claims {
    struct vt_file_claim *items;
    size_t count;
};

/* Reads the claims in the file at PATH; the result lives in ARENA. NULL with a message that names
 * file and place if they are not well-formed. A claim without a reason is none. */
struct vt_file_claims *vt_claims_load(const char *path, struct vt_arena *arena,
                                      struct vt_error *error);

/* Adds CLAIMS to the FINDINGS that they are about. */
void vt_claims_apply(struct vt_file_claims *claims, struct vt_findings *findings);

#ifdef __cplusplus
}
#endif
#endif
