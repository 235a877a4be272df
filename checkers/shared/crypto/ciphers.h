/* Ciphers that the program brings itself, known by what they do (engine/idioms/rounds.c,
 * keystream.c), and not by constants. */
#ifndef VT_CHECKERS_CIPHERS_H
#define VT_CHECKERS_CIPHERS_H

#include "engine/finding/finding.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The source of the key stream that effect REF, of class scramble.cover, covers data with: an
 * origin `keystream`, or `random.weak` of the program's own. NULL if there is none, or if the
 * program holds the constants of the cipher (ChaCha20, Salsa20) whose steps these are. In ARENA. */
const struct vt_source *vt_cipher_stream(struct vt_program *program, struct vt_event_ref ref,
                                         struct vt_arena *arena);

/* True if SOURCE, of vt_cipher_stream, is the key stream of RC4. */
bool vt_cipher_is_rc4(struct vt_program *program, const struct vt_source *source);

/* True if SOURCE, of vt_cipher_stream, is made in fewer rounds than any cipher that is known. */
bool vt_cipher_is_short(struct vt_program *program, const struct vt_source *source);

/* True if the program holds constants of some cipher: it encrypts or decrypts by itself. */
bool vt_cipher_is_brought(struct vt_program *program, struct vt_arena *arena);

/* True if FUNCTION has a loop that scrambles bytes by something else than xor with a constant. */
bool vt_cipher_loops(struct vt_program *program, uint32_t function);

/* The same, or if it xors anything. */
bool vt_cipher_scrambles(struct vt_program *program, uint32_t function);

#ifdef __cplusplus
}
#endif
#endif
