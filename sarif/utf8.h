/* UTF-8, read defensively: texts come from facts, and facts may hold any bytes. */
#ifndef VT_SARIF_UTF8_H
#define VT_SARIF_UTF8_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define VT_UTF8_REPLACEMENT 0xFFFDu

/* The code point at TEXT, of which SIZE > 0 bytes are left; *USED becomes the bytes it takes. What
 * is no UTF-8 gives VT_UTF8_REPLACEMENT for the longest part that could have begun a character
 * (Unicode 15, section 3.9, "U+FFFD Substitution of Maximal Subparts", as browsers do it). */
uint32_t vt_utf8_decode(const uint8_t *text, size_t size, size_t *used);

/* CODE as UTF-8 into BYTES; gives their number, 1 to 4. */
size_t vt_utf8_encode(uint32_t code, char bytes[4]);

#ifdef __cplusplus
}
#endif
#endif
