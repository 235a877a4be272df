/* GitHub's fingerprint of a line, by which it follows an alert through edits.
 *
 * A hash of the first 100 UTF-16 code units from the line's start that are neither blank nor tab,
 * line ends counted as one "\n", the end of the file as 0xFFFF and zeros behind it; base 37 modulo
 * 2^64. Written "hex:occurrence", where the occurrence counts the lines with that hash from the
 * top. Source: github/codeql-action, src/fingerprints.ts ("primaryLocationLineHash").
 */
#ifndef VT_SARIF_LINEHASH_H
#define VT_SARIF_LINEHASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct vt_line_hashes {
    uint64_t *hashes; /* of line i+1 */
    size_t count;
};

/* Hashes all lines of SIZE bytes of TEXT; false if memory ran out. To be freed with the other. */
bool vt_line_hashes_new(const uint8_t *text, size_t size, struct vt_line_hashes *lines);
void vt_line_hashes_free(struct vt_line_hashes *lines);

/* "c129715d7a2bc9a3:1" for LINE, from 1; false if there is no such line. */
bool vt_line_hash(const struct vt_line_hashes *lines, uint32_t line, char text[40]);

#ifdef __cplusplus
}
#endif
#endif
