#include "engine/concealed/machine.h"

#include <string.h>

#include "engine/base/arena.h"

static const struct vt_item unknown = {.kind = VT_ITEM_UNKNOWN};

struct vt_item vt_machine_object(struct vt_machine *machine, uint64_t size, enum vt_byte state) {
    if (size == 0 || size > VT_MACHINE_SIZE || machine->nobjects == VT_MACHINE_OBJECTS)
        return unknown;
    struct vt_object *object = &machine->objects[machine->nobjects];
    *object = (struct vt_object){.size = (uint32_t)size, .data = VT_NONE, .symbol = VT_NONE};
    object->bytes = vt_alloc(machine->arena, size);
    object->states = vt_alloc(machine->arena, size);
    memset(object->states, (int)state, size);
    return (struct vt_item){.kind = VT_ITEM_POINTER, .object = machine->nobjects++};
}

void vt_machine_copy(const struct vt_machine *machine, struct vt_machine *copy) {
    *copy = *machine;
    for (uint32_t i = 0; i < machine->nobjects; i++) {
        const struct vt_object *from = &machine->objects[i];
        if (from->constant)
            continue;
        copy->objects[i].bytes = vt_alloc_copy(machine->arena, from->bytes, from->size);
        copy->objects[i].states = vt_alloc_copy(machine->arena, from->states, from->size);
    }
}

/* True if SIZE bytes from ADDRESS on lie in an object. */
static bool is_within(const struct vt_machine *machine, struct vt_item address, uint64_t size) {
    if (address.kind != VT_ITEM_POINTER || address.number < 0)
        return false;
    uint64_t room = machine->objects[address.object].size;
    return size <= room && (uint64_t)address.number <= room - size;
}

static struct vt_cell *cell_at(const struct vt_machine *machine, struct vt_item address) {
    for (uint32_t i = 0; i < machine->ncells; i++) {
        const struct vt_cell *cell = &machine->cells[i];
        if (cell->object == address.object && cell->offset == address.number)
            return (struct vt_cell *)cell;
    }
    return NULL;
}

struct vt_item vt_machine_load(const struct vt_machine *machine, struct vt_item address,
                               unsigned bits, bool pointer) {
    unsigned size = bits / 8;
    if (bits % 8 || size == 0 || size > 8 || !is_within(machine, address, size))
        return unknown;
    const struct vt_object *object = &machine->objects[address.object];
    const uint8_t *states = object->states + address.number;
    if (states[0] == VT_BYTE_POINTER) {
        const struct vt_cell *cell = cell_at(machine, address);
        return cell ? cell->item : unknown;
    }
    uint64_t number = 0;
    for (unsigned i = 0; i < size; i++) {
        if (states[i] != VT_BYTE_PLAIN && states[i] != VT_BYTE_SINGLE)
            return unknown;
        number |= (uint64_t)object->bytes[address.number + i] << (8 * i);
    }
    if (pointer && number)
        return unknown;
    return (struct vt_item){.kind = VT_ITEM_NUMBER,
                            .number = (int64_t)(number << (64 - bits)) >> (64 - bits)};
}

void vt_machine_forget(struct vt_machine *machine, struct vt_item address) {
    if (address.kind != VT_ITEM_POINTER || machine->objects[address.object].constant)
        return;
    struct vt_object *object = &machine->objects[address.object];
    memset(object->states, VT_BYTE_UNKNOWN, object->size);
    object->changed = true;
}

static void forget_globals(struct vt_machine *machine) {
    for (uint32_t i = 0; i < machine->nobjects; i++)
        if (machine->objects[i].symbol != VT_NONE)
            vt_machine_forget(machine, (struct vt_item){.kind = VT_ITEM_POINTER, .object = i});
}

static void keep_pointer(struct vt_machine *machine, struct vt_item address, struct vt_item item) {
    struct vt_cell *cell = cell_at(machine, address);
    struct vt_object *object = &machine->objects[address.object];
    if (!cell && machine->ncells < VT_MACHINE_CELLS)
        cell = &machine->cells[machine->ncells++];
    if (!cell) {
        object->states[address.number] = VT_BYTE_UNKNOWN;
        return;
    }
    *cell = (struct vt_cell){address.object, (uint32_t)address.number, item};
}

void vt_machine_store(struct vt_machine *machine, struct vt_item address, unsigned bits,
                      struct vt_item item) {
    unsigned size = (bits + 7) / 8;
    if (address.kind != VT_ITEM_POINTER) {
        forget_globals(machine);
        return;
    }
    struct vt_object *object = &machine->objects[address.object];
    if (object->constant || !is_within(machine, address, size)) {
        vt_machine_forget(machine, address);
        return;
    }
    bool whole = item.kind == VT_ITEM_NUMBER && bits % 8 == 0 && size <= 8;
    enum vt_byte state = whole                          ? VT_BYTE_SINGLE
                         : item.kind == VT_ITEM_POINTER ? VT_BYTE_POINTER
                                                        : VT_BYTE_UNKNOWN;
    object->changed = true;
    memset(object->states + address.number, (int)state, size);
    for (unsigned i = 0; i < size && whole; i++)
        object->bytes[address.number + i] = (uint8_t)((uint64_t)item.number >> (8 * i));
    if (state == VT_BYTE_POINTER)
        keep_pointer(machine, address, item);
}

void vt_machine_move(struct vt_machine *machine, struct vt_item to, struct vt_item from,
                     uint64_t size) {
    if (to.kind != VT_ITEM_POINTER) {
        forget_globals(machine);
        return;
    }
    struct vt_object *object = &machine->objects[to.object];
    if (object->constant || !is_within(machine, to, size) || !is_within(machine, from, size)) {
        vt_machine_forget(machine, to);
        return;
    }
    const struct vt_object *source = &machine->objects[from.object];
    memmove(object->bytes + to.number, source->bytes + from.number, size);
    memmove(object->states + to.number, source->states + from.number, size);
    for (uint64_t i = 0; i < size; i++) /* pointers do not move along */
        if (object->states[(uint64_t)to.number + i] == VT_BYTE_POINTER)
            object->states[(uint64_t)to.number + i] = VT_BYTE_UNKNOWN;
    object->changed = true;
}

void vt_machine_fill(struct vt_machine *machine, struct vt_item to, struct vt_item byte,
                     uint64_t size) {
    if (to.kind != VT_ITEM_POINTER) {
        forget_globals(machine);
        return;
    }
    struct vt_object *object = &machine->objects[to.object];
    if (object->constant || byte.kind != VT_ITEM_NUMBER || !is_within(machine, to, size)) {
        vt_machine_forget(machine, to);
        return;
    }
    memset(object->bytes + to.number, (uint8_t)byte.number, size);
    memset(object->states + to.number, VT_BYTE_PLAIN, size);
    object->changed = true;
}

int64_t vt_machine_length(const struct vt_machine *machine, struct vt_item address) {
    if (!is_within(machine, address, 1))
        return -1;
    const struct vt_object *object = &machine->objects[address.object];
    for (int64_t i = address.number; i < object->size; i++) {
        if (object->states[i] != VT_BYTE_PLAIN && object->states[i] != VT_BYTE_SINGLE)
            return -1;
        if (!object->bytes[i])
            return i - address.number;
    }
    return -1;
}
