/* Stores that say by the name of what is stored into that somebody may do something, and places
 * that are called a password.
 *
 * requires: models, the IR's fields and symbols.  gives: vt_grants_prepare, vt_grant_of,
 * vt_place_is_password.
 *
 * `c->authenticated = 1` is no call, and yet it is what a check of passwords is for. Names are
 * models' (patterns of kind "right"), so it is told where the names are: in the compiler.
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/program/program.h"
#include "engine/unit/analysis.h"

/* A field that has such a name. */
struct granting {
    uint32_t type;
    int32_t offset;
    struct vt_grant grant;
};

struct vt_grants {
    size_t nfields;
    struct granting *fields;
    struct vt_grant *of_symbol; /* by symbol; name VT_NONE: none */
};

static struct vt_grant grant_of_name(const struct vt_condenser *shared, uint32_t name) {
    const struct vt_pattern *pattern =
        vt_models_classify(shared->models, "right", vt_string(shared->ir->strings, name));
    bool grants = pattern && strncmp(pattern->class_name, "access.", 7) == 0;
    return (struct vt_grant){grants ? name : VT_NONE,
                             grants && !vt_class_is(pattern->class_name, "access.granted")};
}

struct vt_grants *vt_grants_prepare(const struct vt_condenser *shared) {
    const struct vt_ir *ir = shared->ir;
    struct vt_grants *grants = vt_alloc(shared->arena, sizeof *grants);
    grants->fields = vt_alloc_array(shared->arena, ir->nfields, sizeof *grants->fields);
    grants->of_symbol = vt_alloc_array(shared->arena, ir->nsymbols, sizeof *grants->of_symbol);
    for (uint32_t i = 0; i < ir->nfields; i++) {
        struct vt_grant grant = grant_of_name(shared, ir->fields[i].name);
        if (grant.name != VT_NONE)
            grants->fields[grants->nfields++] =
                (struct granting){ir->fields[i].type, ir->fields[i].offset, grant};
    }
    for (uint32_t s = 0; s < ir->nsymbols; s++) {
        grants->of_symbol[s].name = VT_NONE;
        if (!ir->symbols[s].is_function && !ir->symbols[s].is_constant)
            grants->of_symbol[s] = grant_of_name(shared, ir->symbols[s].name);
    }
    return grants;
}

/* The call that gave the object that POINTER leads into; VT_NONE: none did. */
static uint32_t maker_of(const struct vt_analysis *analysis, uint32_t pointer) {
    uint32_t value = vt_plain_value(analysis, pointer);
    while (vt_inst_at(analysis, value)->op == VT_OP_GEP)
        value = vt_plain_value(analysis, vt_inst_at(analysis, value)->args[0]);
    return vt_inst_at(analysis, value)->op == VT_OP_CALL ? value : VT_NONE;
}

/* True if STORE is one of those that make an object: in the block of the call that gave it, which
 * also puts functions into it. What an id is then is what it begins as. */
static bool is_making(const struct vt_analysis *analysis, const struct vt_inst *store) {
    uint32_t maker = maker_of(analysis, store->args[0]);
    if (maker == VT_NONE || vt_inst_at(analysis, maker)->block != store->block)
        return false;
    const struct vt_block *block = &analysis->function->blocks[store->block];
    for (uint32_t i = maker + 1; i < block->first + block->count; i++) {
        const struct vt_inst *other = vt_inst_at(analysis, i);
        if (other->op != VT_OP_STORE || maker_of(analysis, other->args[0]) != maker)
            continue;
        const struct vt_inst *stored =
            vt_inst_at(analysis, vt_plain_value(analysis, other->args[1]));
        if (stored->op == VT_OP_SYMBOL && analysis->ir->symbols[stored->symbol].is_function)
            return true;
    }
    return false;
}

struct vt_grant vt_grant_of(const struct vt_analysis *analysis, const struct vt_inst *store) {
    const struct vt_grants *grants = analysis->shared->grants;
    const struct vt_inst *pointer = vt_inst_at(analysis, store->args[0]);
    bool is_symbol = pointer->op == VT_OP_SYMBOL;
    if (is_symbol && pointer->type == VT_NONE)
        return grants->of_symbol[pointer->symbol];
    if (pointer->op == VT_OP_GEP && pointer->name != VT_NONE)
        return grant_of_name(analysis->shared, pointer->name);
    for (size_t i = 0; i < grants->nfields && (is_symbol || pointer->op == VT_OP_GEP); i++)
        if (grants->fields[i].type == pointer->type &&
            grants->fields[i].offset == pointer->type_offset &&
            !(grants->fields[i].grant.by_zero && is_making(analysis, store)))
            return grants->fields[i].grant;
    return (struct vt_grant){VT_NONE, false};
}

/* The name of the variable or field that POINTER leads to; VT_NONE: it has none. */
static uint32_t name_of_place(const struct vt_ir *ir, const struct vt_inst *pointer) {
    if (pointer->op == VT_OP_SYMBOL && pointer->type == VT_NONE)
        return ir->symbols[pointer->symbol].name;
    if (pointer->name != VT_NONE || pointer->type == VT_NONE || pointer->op == VT_OP_ALLOCA)
        return pointer->name;
    for (uint32_t i = 0; i < ir->nfields; i++)
        if (ir->fields[i].type == pointer->type && ir->fields[i].offset == pointer->type_offset)
            return ir->fields[i].name;
    return VT_NONE;
}

bool vt_place_is_password(const struct vt_analysis *analysis, uint32_t pointer) {
    const struct vt_condenser *shared = analysis->shared;
    uint32_t name =
        name_of_place(shared->ir, vt_inst_at(analysis, vt_plain_value(analysis, pointer)));
    const struct vt_pattern *pattern =
        name == VT_NONE
            ? NULL
            : vt_models_classify(shared->models, "variable", vt_string(shared->ir->strings, name));
    return pattern && vt_class_is(pattern->class_name, "secret.credential");
}
