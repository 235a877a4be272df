/* Both sections are written as module assembly, on every major and every target alike. A global
 * with !exclude would do for the facts from LLVM 16 on, but AddressSanitizer would instrument it,
 * and ThinLTO imports less from a module with such a global: the vendor's code would not stay the
 * same. Assembly without symbols changes neither. */
#include "plugin/section.h"

#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"

#define ROW      512 /* bytes in one .ascii */
#define MAX_NAME 255

/* What begins each section, and what goes back to where the compiler was. COFF's assembler knows no
 * stack of sections; code generation begins with the text section anyway. */
static const struct {
    const char *facts, *note, *end;
} directives[] = {
    [VT_FORMAT_ELF] = {".pushsection .vitrine.facts,\"e\",%progbits\n",
                       ".pushsection .note.vitrine,\"\",%note\n.p2align 2\n", ".popsection\n"},
    [VT_FORMAT_COFF] = {".section .vitrine,\"n\"\n", ".section .vtnote,\"rD\"\n.p2align 2\n",
                        ".text\n"},
};

/* Text under construction, in a buffer that was made large enough for it. */
struct text {
    char *start, *end;
};

static void put(struct text *text, const char *piece) {
    size_t length = strlen(piece);
    memcpy(text->end, piece, length);
    text->end += length;
}

/* An assembler string takes printable characters as they are; all else goes as three octal digits,
 * so that what follows cannot be read as part of the escape. */
static void put_byte(struct text *text, uint8_t byte) {
    if (byte >= ' ' && byte < 0x7f && byte != '"' && byte != '\\') {
        *text->end++ = (char)byte;
        return;
    }
    *text->end++ = '\\';
    *text->end++ = (char)('0' + (byte >> 6));
    *text->end++ = (char)('0' + (byte >> 3 & 7));
    *text->end++ = (char)('0' + (byte & 7));
}

static void put_bytes(struct text *text, const uint8_t *bytes, size_t size) {
    for (size_t i = 0; i < size; i++) {
        if (i % ROW == 0)
            put(text, i ? "\"\n.ascii \"" : ".ascii \"");
        put_byte(text, bytes[i]);
    }
    if (size)
        put(text, "\"\n");
}

/* Room for SIZE bytes as assembler strings, and a little more for directives. */
static struct text text_new(struct vt_arena *arena, size_t size) {
    char *start = vt_alloc(arena, 4 * size + 16 * (size / ROW + 1) + 256);
    return (struct text){start, start};
}

static void append(LLVMModuleRef module, const struct text *text) {
    LLVMAppendModuleInlineAsm(module, text->start, (size_t)(text->end - text->start));
}

void vt_section_facts(LLVMModuleRef module, enum vt_format format, struct vt_arena *arena,
                      const uint8_t *bytes, size_t size) {
    struct text text = text_new(arena, size);
    put(&text, directives[format].facts);
    put_bytes(&text, bytes, size);
    put(&text, directives[format].end);
    append(module, &text);
}

void vt_section_bitcode(LLVMModuleRef module, struct vt_arena *arena, const uint8_t *bytes,
                        size_t size) {
    size_t mark = sizeof VT_BITCODE_MARK;
    char *marked = vt_alloc(arena, mark + size);
    memcpy(marked, VT_BITCODE_MARK, mark);
    memcpy(marked + mark, bytes, size);
    LLVMContextRef context = LLVMGetModuleContext(module);
    LLVMMetadataRef string = LLVMMDStringInContext2(context, marked, mark + size);
    LLVMMetadataRef node = LLVMMDNodeInContext2(context, &string, 1);
    LLVMAddNamedMetadataOperand(module, "vitrine.facts", LLVMMetadataAsValue(context, node));
}

void vt_section_note(LLVMModuleRef module, enum vt_format format, struct vt_arena *arena,
                     const uint8_t digest[32], const char *source) {
    uint8_t description[2 + 32 + MAX_NAME + 1 + 3] = {VT_NOTE_VERSION, 0};
    size_t length = strnlen(source, MAX_NAME);
    size_t size = 2 + 32 + length + 1;
    memcpy(description + 2, digest, 32);
    memcpy(description + 2 + 32, source, length);

    struct text text = text_new(arena, sizeof description);
    put(&text, directives[format].note);
    text.end += sprintf(text.end, ".4byte 8\n.4byte %zu\n.4byte %d\n.ascii \"vitrine\\000\"\n",
                        size, VT_NOTE_TYPE);
    put_bytes(&text, description, (size + 3) / 4 * 4);
    put(&text, directives[format].end);
    append(module, &text);
}
