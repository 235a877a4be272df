/* What an object file, an image or a bitcode file holds of vitrine's. Input is hostile: whatever is
 * wrong with it becomes a fault in words, and what else can be read is read. */
#ifndef VT_CLI_OBJECT_H
#define VT_CLI_OBJECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;
struct vt_error;
struct vt_unit;

#define VT_NOTE_VERSION 1

enum vt_object_kind {
    VT_OBJECT_OTHER,       /* nothing that could hold facts */
    VT_OBJECT_RELOCATABLE, /* ELF, ET_REL, or a COFF object */
    VT_OBJECT_IMAGE,       /* ELF, ET_EXEC or ET_DYN, or a PE image */
    VT_OBJECT_BITCODE,     /* LLVM bitcode, raw or wrapped: what -flto leaves in a .o */
    VT_OBJECT_ARCHIVE,     /* ar, common or thin (archive.h) */
};

/* One note of section .note.vitrine, PE .vtnote (name "vitrine", type 1): a unit that is in this
 * file. */
struct vt_note {
    uint8_t version, flags;
    uint8_t digest[32]; /* of the unit's facts */
    const char *source; /* its main file */
};

/* A unit's facts as they stand there. Most of what a folder holds is in no image, or twice: a unit
 * is decoded when somebody asks for it. */
struct vt_facts {
    uint8_t digest[32];
    const uint8_t *bytes;
    size_t size;
    const char *place;    /* "section .vitrine.facts, byte 12" */
    struct vt_unit *unit; /* vt_facts_unit's, or NULL */
};

struct vt_object {
    enum vt_object_kind kind;
    bool has_code; /* something in it can be run */
    size_t nfacts, nnotes, nfaults;
    size_t facts_room, notes_room, faults_room;
    struct vt_facts *facts; /* in the order they stand in */
    struct vt_note *notes;
    const char **faults; /* "section .vitrine.facts, byte 12: ..." */
};

/* What the SIZE bytes at BYTES are, by their first bytes: 20 are enough. An ELF file that ends
 * before its type counts as relocatable, so that reading it tells what is wrong. */
enum vt_object_kind vt_object_kind(const uint8_t *bytes, size_t size);

/* Reads facts and notes from the SIZE bytes at BYTES, an ELF, COFF, PE or bitcode file, into
 * OBJECT, with all of it in ARENA. */
void vt_object_read(struct vt_arena *arena, const uint8_t *bytes, size_t size,
                    struct vt_object *object);

/* The unit of FACTS, decoded if that was not done yet: in an arena of its own, which the caller
 * frees. NULL if the facts are broken. */
struct vt_unit *vt_facts_unit(struct vt_facts *facts, struct vt_error *error);

/* ---- For the readers of the formats (elf.c, coff.c, bitcode.c) ---------------------------- */

__attribute__((format(printf, 3, 4))) void
vt_object_fault(struct vt_arena *arena, struct vt_object *object, const char *format, ...);

/* Takes the encodings that stand one after another in SIZE bytes; PLACE names these in faults. */
void vt_object_take_facts(struct vt_arena *arena, struct vt_object *object, const char *place,
                          const uint8_t *bytes, size_t size);

/* Takes the notes that stand one after another in SIZE bytes; PLACE names these in faults. */
void vt_object_take_notes(struct vt_arena *arena, struct vt_object *object, const char *place,
                          const uint8_t *bytes, size_t size, bool big_endian);

/* By its first bytes, a COFF object or a PE image. */
bool vt_is_coff_object(const uint8_t *bytes, size_t size);
bool vt_is_pe_image(const uint8_t *bytes, size_t size);

void vt_coff_read(struct vt_arena *arena, const uint8_t *bytes, size_t size,
                  struct vt_object *object);
void vt_elf_read(struct vt_arena *arena, const uint8_t *bytes, size_t size,
                 struct vt_object *object);
void vt_bitcode_read(struct vt_arena *arena, const uint8_t *bytes, size_t size,
                     struct vt_object *object);

#ifdef __cplusplus
}
#endif
#endif
