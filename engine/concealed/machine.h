/* The memory of a small machine that runs the engine's IR, as far as it can be known: values are
 * numbers, pointers or not known, and every byte of an object tells whether it is. For evaluate.c
 * and concealed.c only. */
#ifndef VT_ENGINE_CONCEALED_MACHINE_H
#define VT_ENGINE_CONCEALED_MACHINE_H

#include "engine/ir/ir.h"

struct vt_arena;

struct vt_item {
    enum { VT_ITEM_UNKNOWN, VT_ITEM_NUMBER, VT_ITEM_POINTER } kind;
    uint32_t object; /* POINTER: of the machine */
    int64_t number;  /* NUMBER: sign-extended; POINTER: offset into the object */
};

enum vt_byte {
    VT_BYTE_UNKNOWN,
    VT_BYTE_PLAIN,  /* as it stands in the program, or cleared */
    VT_BYTE_SINGLE, /* written by a store of its own */
    VT_BYTE_POINTER /* part of a pointer, which a cell tells */
};

struct vt_object {
    uint32_t size;
    uint32_t data, symbol; /* that it is in the program, or VT_NONE */
    bool changed, constant;
    uint8_t *bytes, *states; /* enum vt_byte */
};

struct vt_cell {
    uint32_t object, offset;
    struct vt_item item;
};

enum { VT_MACHINE_OBJECTS = 48, VT_MACHINE_CELLS = 64, VT_MACHINE_SIZE = 4096 };

struct vt_machine {
    struct vt_arena *arena;
    uint32_t nobjects, ncells;
    struct vt_object objects[VT_MACHINE_OBJECTS];
    struct vt_cell cells[VT_MACHINE_CELLS];
};

/* A pointer to a new object of SIZE bytes, all of STATE and zero; unknown if there is no room. */
struct vt_item vt_machine_object(struct vt_machine *machine, uint64_t size, enum vt_byte state);

/* COPY becomes what MACHINE is; from then on they are apart. */
void vt_machine_copy(const struct vt_machine *machine, struct vt_machine *copy);

/* What BITS at ADDRESS hold, little-endian. */
struct vt_item vt_machine_load(const struct vt_machine *machine, struct vt_item address,
                               unsigned bits, bool pointer);

/* ITEM comes to stand there. Where the address is not known, nothing is known of globals
 * afterwards; locals it is not taken to meet. */
void vt_machine_store(struct vt_machine *machine, struct vt_item address, unsigned bits,
                      struct vt_item item);

/* SIZE bytes move as they are; memory that is too short or unknown on either side is unknown. */
void vt_machine_move(struct vt_machine *machine, struct vt_item to, struct vt_item from,
                     uint64_t size);

/* SIZE bytes become BYTE. */
void vt_machine_fill(struct vt_machine *machine, struct vt_item to, struct vt_item byte,
                     uint64_t size);

/* Length of the text at ADDRESS, or -1 if it is not known. */
int64_t vt_machine_length(const struct vt_machine *machine, struct vt_item address);

/* Somebody unknown got ADDRESS: what lies there is unknown, however far. */
void vt_machine_forget(struct vt_machine *machine, struct vt_item address);

#endif
