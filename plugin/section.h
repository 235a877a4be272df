/* How facts travel with the object the compiler writes. */
#ifndef VT_PLUGIN_SECTION_H
#define VT_PLUGIN_SECTION_H

#include <llvm-c/Core.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;

/* The object format a compile writes for: it says how sections are named and flagged. */
enum vt_format {
    VT_FORMAT_OTHER, /* no place for facts, or no assembler to write them with */
    VT_FORMAT_ELF,
    VT_FORMAT_COFF,
};

/* Adds SIZE bytes of facts to MODULE: they become the object's section `.vitrine.facts` (COFF:
 * `.vitrine`), which the final link drops (SHF_EXCLUDE, IMAGE_SCN_LNK_REMOVE). Any format but
 * VT_FORMAT_OTHER. ARENA is scratch. */
void vt_section_facts(LLVMModuleRef module, enum vt_format format, struct vt_arena *arena,
                      const uint8_t *bytes, size_t size);

/* The same where MODULE is written as bitcode for link-time optimization: the bytes become the one
 * string of the one operand of named metadata `vitrine.facts`, behind the mark VT_BITCODE_MARK (and
 * its NUL). Bitcode keeps such strings at whole bytes, so that a reader finds mark and facts in the
 * file by a plain search; code generation drops them. */
#define VT_BITCODE_MARK ".vitrine.facts"
void vt_section_bitcode(LLVMModuleRef module, struct vt_arena *arena, const uint8_t *bytes,
                        size_t size);

/* Adds the note that names the unit in the linked image. Section `.note.vitrine`, 4-byte aligned
 * (COFF: `.vtnote`, which the loader may discard), one ELF note: name "vitrine", type 1,
 * description = version (1 byte, 1), flags (1 byte, 0), digest of the facts (32 bytes), SOURCE
 * (NUL-terminated, at most 255 bytes). */
#define VT_NOTE_VERSION 1
#define VT_NOTE_TYPE    1
void vt_section_note(LLVMModuleRef module, enum vt_format format, struct vt_arena *arena,
                     const uint8_t digest[32], const char *source);

#ifdef __cplusplus
}
#endif
#endif
