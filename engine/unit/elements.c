/* Elements of arrays: where pointers lead that an index, or a loop, moves.
 *
 * requires: where the pointers lead that are moved.  gives: vt_elements_pick, for points.c; which
 * of them belong together, for memory.c.
 */
#include "engine/unit/cells.h"

void vt_element_move(struct vt_place *place, int64_t delta) {
    const struct vt_range *at = &place->within;
    if (at->step)
        place->within = vt_range_every(*at, at->step, at->phase + delta, at->width);
}

enum { SMALLEST_ARRAY = 16 }; /* bytes of a field that elements are picked from */

/* The bytes of the field that VALUE leads to, if it looks like an array; else 0. */
static int32_t array_size(const struct vt_analysis *analysis, uint32_t value) {
    const struct vt_inst *gep = vt_inst_at(analysis, value);
    int32_t size = gep->field_end - gep->type_offset;
    return gep->op == VT_OP_GEP && !gep->variable && gep->type != VT_NONE && size >= SMALLEST_ARRAY
               ? size
               : 0;
}

/* The same of where VALUE began to walk, if it is a pointer that a loop moves; else 0. */
static int32_t walked_size(const struct vt_analysis *analysis, uint32_t value) {
    const struct vt_inst *phi = vt_inst_at(analysis, value);
    int32_t size = 0;
    for (uint32_t a = 0; phi->op == VT_OP_PHI && a < phi->nargs; a++) {
        const struct vt_inst *from = vt_inst_at(analysis, phi->args[a]);
        bool moved = from->op == VT_OP_GEP && from->args[0] == value;
        int32_t begins = moved ? size : array_size(analysis, phi->args[a]);
        if (!moved && (!begins || (size && size != begins)))
            return 0;
        size = begins;
    }
    return size;
}

/* The same of the array in PLACE's object that GEP picks an element of, if that is not all of it.
 */
static int32_t picked_size(const struct vt_analysis *analysis, const struct vt_inst *gep,
                           const struct vt_place *place) {
    int32_t size = walked_size(analysis, gep->args[0]);
    if (!size)
        size = array_size(analysis, gep->args[0]);
    if (size || !gep->variable || gep->field_end < SMALLEST_ARRAY)
        return size;
    bool is_whole = !place->npath && analysis->roots[place->root].size == gep->field_end;
    return is_whole ? 0 : gep->field_end;
}

static int64_t common_divisor(int64_t a, int64_t b) {
    while (b) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

/* Smaller ones are those of numbers and pointers, which have no fields. */
enum { SMALLEST_STEP = 9 };

/* By a multiple of how many bytes a loop moves VALUE each time; 0 if it does not. */
static int64_t walked_step(const struct vt_analysis *analysis, uint32_t value) {
    const struct vt_inst *phi = vt_inst_at(analysis, value);
    int64_t step = 0;
    for (uint32_t a = 0; phi->op == VT_OP_PHI && a < phi->nargs; a++) {
        const struct vt_inst *from = vt_inst_at(analysis, phi->args[a]);
        if (from->op == VT_OP_GEP && from->args[0] == value)
            step = common_divisor(step, from->variable ? 1 : from->imm);
    }
    return step;
}

/* A multiple of how many bytes lie between what GEP may lead to; 0 if that is one spot. */
static int64_t step_of(const struct vt_analysis *analysis, const struct vt_inst *gep) {
    int64_t step = walked_step(analysis, gep->args[0]);
    for (uint32_t i = 1; gep->variable && i < gep->nargs; i++)
        step = common_divisor(step, gep->strides[i - 1]);
    return step;
}

/* PLACE becomes one of those that lie STEP bytes apart, of which it is one already. */
static void set_step(struct vt_place *place, int64_t step) {
    bool is_known = place->offset != VT_ANYWHERE;
    struct vt_range within = place->within;
    if (!is_known && !within.step)
        return;
    int64_t phase = is_known ? place->offset : within.phase;
    if (!within.high)
        within = VT_RANGE_ALL;
    step = step < SMALLEST_STEP ? 1 : step;
    place->within = vt_range_every(within, step, phase, 1);
    if (vt_range_equal(place->within, VT_RANGE_ALL))
        place->within = (struct vt_range){0, 0};
}

/* PLACE, moved by GEP: by one of many distances, which are multiples of STEP, if it leads ANYWHERE.
 */
static void pick(const struct vt_analysis *analysis, const struct vt_inst *gep, bool anywhere,
                 int64_t step, struct vt_place *place) {
    int64_t offset = (int64_t)place->offset + gep->imm;
    int32_t array = anywhere ? picked_size(analysis, gep, place) : 0;
    if (place->offset != VT_ANYWHERE)
        place->within = (struct vt_range){0, 0};
    if (array && place->offset >= 0 && place->offset < VT_OFFSET_HIGH - array)
        place->within = (struct vt_range){place->offset, place->offset + array};
    if (anywhere)
        set_step(place, common_divisor(step, place->within.step));
    vt_element_move(place, gep->imm);
    if (place->offset == VT_ANYWHERE || anywhere || offset <= VT_OFFSET_LOW ||
        offset >= VT_OFFSET_HIGH)
        offset = VT_ANYWHERE;
    place->offset = (int32_t)offset;
}

void vt_elements_pick(const struct vt_analysis *analysis, const struct vt_inst *gep,
                      struct vt_points *points) {
    int64_t step = step_of(analysis, gep);
    bool anywhere = gep->variable || step >= SMALLEST_STEP || walked_size(analysis, gep->args[0]);
    for (unsigned i = 0; i < points->count; i++)
        pick(analysis, gep, anywhere, step, &points->at[i]);
}

/* ---- What stands together ------------------------------------------------------------------ */

/* What picks the element that ADDRESS leads into, or that what it was read from leads into. */
static uint32_t picker_of(const struct vt_analysis *analysis, uint32_t address) {
    for (;;) {
        address = vt_plain_value(analysis, address);
        const struct vt_inst *inst = vt_inst_at(analysis, address);
        if (inst->op != VT_OP_LOAD && (inst->op != VT_OP_GEP || inst->variable))
            return address;
        address = inst->args[0];
    }
}

static bool is_same_value(const struct vt_analysis *analysis, uint32_t a, uint32_t b) {
    a = vt_plain_value(analysis, a);
    b = vt_plain_value(analysis, b);
    const struct vt_inst *left = vt_inst_at(analysis, a), *right = vt_inst_at(analysis, b);
    return a == b || (left->op == VT_OP_SYMBOL && right->op == VT_OP_SYMBOL &&
                      left->symbol == right->symbol && left->imm == right->imm);
}

static bool is_same_picker(const struct vt_analysis *analysis, uint32_t a, uint32_t b) {
    const struct vt_inst *left = vt_inst_at(analysis, a), *right = vt_inst_at(analysis, b);
    bool same = left->op == VT_OP_GEP && right->op == VT_OP_GEP && left->nargs == right->nargs;
    for (uint32_t i = 0; same && i < left->nargs; i++)
        same = is_same_value(analysis, left->args[i], right->args[i]) &&
               (i == 0 || left->strides[i - 1] == right->strides[i - 1]);
    return is_same_value(analysis, a, b) || same;
}

/* True if ADDRESS may lead into any element of an array whose elements have fields, or of a list
 * that a global leads to. */
static bool leads_into_elements(const struct vt_analysis *analysis, uint32_t address) {
    const struct vt_points *points = vt_points_of(analysis, address);
    for (unsigned i = 0; i < points->count; i++) {
        const struct vt_place *place = &points->at[i];
        bool is_list = place->npath && analysis->roots[place->root].kind == VT_ROOT_GLOBAL;
        if (is_list || vt_place_range(place, 1).step)
            return true;
    }
    return false;
}

void vt_elements_find(struct vt_analysis *analysis) {
    analysis->element = VT_NONE;
    for (uint32_t v = 0; v < analysis->function->ninsts; v++) {
        const struct vt_inst *inst = vt_inst_at(analysis, v);
        if (inst->op != VT_OP_CALL || inst->symbol != VT_NONE)
            continue;
        const struct vt_inst *loaded = vt_inst_at(analysis, vt_plain_value(analysis, inst->callee));
        if (loaded->op != VT_OP_LOAD || !leads_into_elements(analysis, loaded->args[0]))
            continue;
        uint32_t picker = picker_of(analysis, loaded->args[0]);
        if (analysis->element != VT_NONE && !is_same_picker(analysis, analysis->element, picker)) {
            analysis->element = VT_NONE; /* there are two: which one is meant cannot be told */
            return;
        }
        analysis->element = picker;
    }
}

uint32_t vt_element_tag(const struct vt_analysis *analysis, uint32_t pointer) {
    bool together = analysis->element != VT_NONE && pointer != VT_NONE &&
                    is_same_picker(analysis, analysis->element, picker_of(analysis, pointer));
    return together ? VT_TAG_ELEMENT : 0;
}
