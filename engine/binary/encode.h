/* The binary form of a unit's facts: what `.vitrine.facts` holds.
 *
 *   "VTRN" | u8 version | u32 length of the rest | u32 CRC-32 of what follows | contents
 * Integers are little-endian; contents are packed by pack.h and independent of host and target. The
 * digest is the SHA-256 of all these bytes. A section may hold several encodings one after another
 * (`ld -r` concatenates); padding of zero bytes between them is skipped. docs/facts-format.md has
 * the rest.
 */
#ifndef VT_ENGINE_BINARY_ENCODE_H
#define VT_ENGINE_BINARY_ENCODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;
struct vt_error;
struct vt_unit;

#define VT_FACTS_VERSION 11

/* Encodes UNIT into bytes in ARENA and sets UNIT's digest. Equal units give equal bytes. Strings
 * and locations nothing refers to are left out, the others renumbered, edges sorted: decoding and
 * encoding again gives the same bytes. Fails on a unit that vt_unit_verify refuses. */
bool vt_unit_encode(struct vt_unit *unit, struct vt_arena *arena, uint8_t **bytes, size_t *size,
                    struct vt_error *error);

/* Decodes the unit that starts at BYTES, of at most SIZE; *USED becomes the bytes it took (set also
 * on failure where the header could be read, so that a reader can go on behind it; else 0). The
 * unit lives in an arena of its own (unit->arena, the caller frees it). Hostile input gives NULL
 * and a message, never more than 64 times SIZE (and some 128 KB) of memory, and what is returned
 * passes vt_unit_verify. Zero bytes in front are skipped and count as used; where nothing else is
 * left that is a failure too, with *USED equal to SIZE. */
struct vt_unit *vt_unit_decode(const uint8_t *bytes, size_t size, size_t *used,
                               struct vt_error *error);

/* Tells of the unit that starts at BYTES what its header does: *USED as above, and its digest.
 * False, with a message, where decoding would fail for what stands there; contents may still be
 * wrong. */
bool vt_unit_peek(const uint8_t *bytes, size_t size, size_t *used, uint8_t digest[32],
                  struct vt_error *error);

/* SHA-256 (FIPS 180-4) of SIZE bytes. */
void vt_sha256(const void *bytes, size_t size, uint8_t digest[32]);

/* A digest as 64 lower-case hex digits and a NUL. */
void vt_hex(const uint8_t digest[32], char text[65]);

#ifdef __cplusplus
}
#endif
#endif
