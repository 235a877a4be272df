/* What the callers of a function know of its pointers: where those lead that it returns, and which
 * it stores in objects of theirs.
 *
 * requires: points.  gives: `returned` and `stored` of the function, by symbol; edges between what
 * lies beneath two pointers of a global that lead to the same memory.
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/unit/cells.h"

/* ---- What is returned -------------------------------------------------------------------- */

static void add_returned(struct vt_returned *returned, const struct vt_returned_place *place) {
    for (unsigned i = 0; i < returned->count; i++)
        if (memcmp(&returned->at[i], place, sizeof *place) == 0)
            return;
    if (returned->count == VT_MAX_PLACES)
        returned->other = true;
    else
        returned->at[returned->count++] = *place;
}

/* PLACE as those see it who call the function; false if it begins at an object of its own. */
static bool as_returned(const struct vt_analysis *analysis, const struct vt_place *place,
                        struct vt_returned_place *result) {
    const struct vt_root *root = &analysis->roots[place->root];
    memset(result, 0, sizeof *result); /* they are compared as bytes */
    result->parameter = result->symbol = VT_NONE;
    if (root->kind == VT_ROOT_GLOBAL)
        result->symbol = root->symbol;
    else if (root->kind == VT_ROOT_FORMAL)
        result->parameter = (uint32_t)vt_inst_at(analysis, root->value)->imm;
    else
        return false;
    result->npath = place->npath;
    for (unsigned i = 0; i < place->npath; i++)
        result->path[i] = place->path[i];
    result->at = vt_place_range(place, 1);
    return true;
}

/* An object of the function's own that it has put behind a pointer in one of its callers': to
 * `item = add(list)` belongs what `list` leads to as well. False if PLACE is none. */
static bool add_kept(const struct vt_analysis *analysis, const struct vt_place *place,
                     struct vt_returned *returned) {
    struct vt_returned_place at;
    bool kept = false;
    for (uint32_t r = 0; r < analysis->nroots; r++)
        for (const struct vt_cell *cell = analysis->points->cells[r]; cell; cell = cell->next) {
            if (!as_returned(analysis, &cell->place, &at) || at.npath == VT_PLACE_DEPTH)
                continue;
            at.path[at.npath++] = at.at;
            at.at = vt_place_range(place, 1);
            for (unsigned i = 0; i < cell->points.count; i++)
                if (vt_place_is_beside(&cell->points.at[i], place) && !cell->points.at[i].offset) {
                    add_returned(returned, &at);
                    kept = true;
                }
        }
    return kept;
}

/* True if STORED is a pointer on the way to PLACE. */
static bool is_on_way(const struct vt_place *stored, const struct vt_place *place) {
    return stored->root == place->root && stored->npath < place->npath &&
           vt_path_is_same(stored->path, place->path, stored->npath) &&
           vt_range_equal(vt_place_range(stored, 1), place->path[stored->npath]);
}

/* True if the function stores over a pointer on the way to PLACE: what it returns is no longer
 * there, but taken out. */
static bool is_taken_out(const struct vt_analysis *analysis, const struct vt_place *place) {
    for (uint32_t v = 0; place->npath && v < analysis->function->ninsts; v++) {
        const struct vt_inst *inst = vt_inst_at(analysis, v);
        if (inst->op != VT_OP_STORE)
            continue;
        const struct vt_points *to = vt_points_of(analysis, inst->args[0]);
        for (unsigned i = 0; i < to->count; i++)
            if (is_on_way(&to->at[i], place))
                return true;
    }
    return false;
}

static void learn_value(const struct vt_analysis *analysis, uint32_t value,
                        struct vt_returned *returned) {
    const struct vt_points *points = vt_points_of(analysis, value);
    int64_t extent = vt_extent(analysis, value);
    returned->extent = extent > returned->extent ? extent : returned->extent;
    returned->other |= points->more || !points->count;
    returned->apart |= points->more;
    for (unsigned i = 0; i < points->count; i++) {
        struct vt_returned_place place;
        if (as_returned(analysis, &points->at[i], &place)) {
            add_returned(returned, &place);
            returned->other |= is_taken_out(analysis, &points->at[i]);
            continue;
        }
        returned->other = true;
        returned->apart |= points->at[i].npath || !add_kept(analysis, &points->at[i], returned);
    }
}

/* ---- What is stored ---------------------------------------------------------------------- */

/* True if PLACE is a known spot of an object, and no field beside a handle. */
static bool is_in_memory(const struct vt_place *place) {
    return place->offset >= VT_OFFSET_LOW;
}

/* True if the function returns the beginning of ROOT, which it made. */
static bool is_returned(const struct vt_analysis *analysis, uint32_t root) {
    for (uint32_t b = 0; b < analysis->cfg->nordered; b++) {
        const struct vt_block *block = &analysis->function->blocks[analysis->cfg->ordered[b]];
        const struct vt_inst *end = vt_inst_at(analysis, block->first + block->count - 1);
        if (end->op != VT_OP_RETURN || !end->nargs)
            continue;
        const struct vt_points *points = vt_points_of(analysis, end->args[0]);
        for (unsigned i = 0; i < points->count; i++)
            if (points->at[i].root == root && !points->at[i].npath && !points->at[i].offset)
                return true;
    }
    return false;
}

/* PLACE, in what the function makes and returns, as its callers see it; false if it is no such. */
static bool as_made(const struct vt_analysis *analysis, const struct vt_place *place,
                    struct vt_returned_place *result) {
    if (analysis->roots[place->root].kind != VT_ROOT_RESULT || place->npath ||
        !is_returned(analysis, place->root))
        return false;
    memset(result, 0, sizeof *result);
    result->parameter = result->symbol = VT_NONE;
    result->at = vt_place_range(place, 1);
    return true;
}

/* Adds that CELL holds pointer TARGET in an object that callers know, if that is a parameter, or
 * what another object's pointer leads to, or what the cell itself led to goes on with, as where an
 * iterator is moved. */
static void add_stored(const struct vt_analysis *analysis, const struct vt_cell *cell,
                       const struct vt_place *target, struct vt_stored_pointers *stored) {
    struct vt_stored_pointer pointer = {.handed = false};
    if (stored->count == VT_MAX_STORED || !is_in_memory(&cell->place) ||
        !(is_in_memory(target) || target->offset == VT_ANYWHERE) ||
        (target->npath && target->root == cell->place.root && !is_on_way(&cell->place, target)) ||
        !(as_returned(analysis, &cell->place, &pointer.at) ||
          as_made(analysis, &cell->place, &pointer.at)) ||
        !as_returned(analysis, target, &pointer.to) || pointer.to.parameter == VT_NONE ||
        vt_place_is_empty_head(&cell->place, target))
        return;
    stored->items[stored->count++] = pointer;
}

static void add_cells(const struct vt_analysis *analysis, const struct vt_cell *cell,
                      struct vt_stored_pointers *stored) {
    for (; cell; cell = cell->next)
        for (unsigned i = 0; i < cell->points.count; i++)
            add_stored(analysis, cell, &cell->points.at[i], stored);
}

/* ---- Twins -------------------------------------------------------------------------------
 *
 *     buffer->base = buffer->end = malloc(size);
 *
 * What somebody writes at the one is read at the other. Who calls the function is told that `end`
 * leads to what `base` leads to.
 */

/* PLACE as callers see it, if it is theirs or reached from what they are given. */
static bool as_known(const struct vt_analysis *analysis, const struct vt_place *place,
                     struct vt_returned_place *result) {
    struct vt_place made = {.root = place->root, .offset = place->offset, .within = place->within};
    if (as_returned(analysis, place, result))
        return true;
    if (!as_made(analysis, &made, result))
        return false;
    result->npath = place->npath;
    memcpy(result->path, place->path, sizeof result->path);
    return true;
}

/* What lies DISTANCE behind where the pointer at FROM in global NODE leads is beneath that at TO as
 * well. */
static void share_beneath(const struct vt_analysis *analysis, uint32_t node, struct vt_range from,
                          struct vt_range to, int32_t distance) {
    struct vt_rewrite rewrite = {.ntake = 1, .nput = 1, .take = {from}, .put = {to}};
    rewrite.flags = VT_REWRITE_MEMORY;
    if (distance == VT_ANYWHERE) {
        rewrite.flags |= VT_REWRITE_BLUR;
    } else if (distance) {
        rewrite.flags |= VT_REWRITE_SHIFT;
        rewrite.clip = VT_RANGE_ALL;
        rewrite.delta = -distance;
    }
    vt_graph_edge(analysis->graph, node, node, &rewrite, 0, VT_NONE);
}

/* The same of globals, whoever looks at them. */
static void share_global(const struct vt_analysis *analysis, const struct vt_place *at,
                         const struct vt_place *to) {
    const struct vt_root *root = &analysis->roots[at->root];
    if (root->kind != VT_ROOT_GLOBAL || at->root != to->root || at->npath || to->npath != 1)
        return;
    uint32_t node = vt_graph_node(analysis->graph, VT_NODE_GLOBAL, 0, root->symbol);
    struct vt_range end = vt_place_range(at, 1), base = to->path[0];
    share_beneath(analysis, node, base, end, to->offset);
    share_beneath(analysis, node, end, base, to->offset == VT_ANYWHERE ? VT_ANYWHERE : -to->offset);
}

static void add_twin(const struct vt_analysis *analysis, const struct vt_place *at,
                     const struct vt_place *to, struct vt_stored_pointers *stored) {
    struct vt_stored_pointer pointer = {.twin = true};
    share_global(analysis, at, to);
    if (stored->count < VT_MAX_STORED && as_known(analysis, at, &pointer.at) &&
        as_known(analysis, to, &pointer.to))
        stored->items[stored->count++] = pointer;
}

/* TARGET, seen from pointer BASE, which leads to PLACE in the same object. */
static struct vt_place seen_from_base(const struct vt_place *base, const struct vt_place *place,
                                      const struct vt_place *target) {
    struct vt_place seen = {.root = base->root, .npath = base->npath, .offset = VT_ANYWHERE};
    memcpy(seen.path, base->path, sizeof seen.path);
    seen.path[seen.npath++] = vt_place_range(base, 1);
    if (place->offset != VT_ANYWHERE && target->offset != VT_ANYWHERE)
        seen.offset = target->offset - place->offset;
    return seen;
}

/* Adds that CELL, which leads to TARGET in an object of the function's own, leads to what a pointer
 * beside it and before it leads to. */
static void add_twin_of(const struct vt_analysis *analysis, const struct vt_cell *cell,
                        const struct vt_place *target, struct vt_stored_pointers *stored) {
    const struct vt_cell *base = analysis->points->cells[cell->place.root];
    for (; base && cell->place.npath < VT_PLACE_DEPTH; base = base->next)
        for (unsigned i = 0; i < base->points.count; i++) {
            if (base->place.offset >= cell->place.offset || !is_in_memory(&base->place) ||
                !vt_place_is_beside(&base->place, &cell->place) ||
                !vt_place_is_beside(&base->points.at[i], target))
                continue;
            struct vt_place to = seen_from_base(&base->place, &base->points.at[i], target);
            add_twin(analysis, &cell->place, &to, stored);
            return;
        }
}

/* True if TARGET is what a pointer beside CELL's leads to. */
static bool is_by_twin(const struct vt_cell *cell, const struct vt_place *target) {
    return target->root == cell->place.root && target->npath == cell->place.npath + 1 &&
           vt_path_is_same(target->path, cell->place.path, cell->place.npath) &&
           !is_on_way(&cell->place, target);
}

/* True if PLACE lies in what the function got from a caller, or from a call and does not return: a
 * pointer to it or a descriptor. A size is neither, though it may stand in two places. */
static bool is_got(const struct vt_analysis *analysis, const struct vt_place *place) {
    const struct vt_root *root = &analysis->roots[place->root];
    if (root->kind != VT_ROOT_FORMAL &&
        (root->kind != VT_ROOT_RESULT || is_returned(analysis, place->root)))
        return false;
    const struct vt_inst *got = vt_inst_at(analysis, root->value);
    return got->pointer || got->bits <= 32;
}

static void add_twins(const struct vt_analysis *analysis, const struct vt_cell *cell,
                      struct vt_stored_pointers *stored) {
    for (unsigned i = 0; is_in_memory(&cell->place) && i < cell->points.count; i++) {
        const struct vt_place *target = &cell->points.at[i];
        if (is_by_twin(cell, target))
            add_twin(analysis, &cell->place, target, stored);
        else if (target->root != cell->place.root && is_got(analysis, target))
            add_twin_of(analysis, cell, target, stored);
    }
}

static void learn_twins(const struct vt_analysis *analysis, struct vt_stored_pointers *stored) {
    const struct vt_cell *cell;
    for (uint32_t r = 0; r < analysis->nroots; r++)
        for (cell = analysis->points->cells[r]; cell; cell = cell->next)
            add_twins(analysis, cell, stored);
    for (cell = analysis->points->twins; cell; cell = cell->next)
        for (unsigned i = 0; i < cell->points.count; i++)
            add_twin(analysis, &cell->place, &cell->points.at[i], stored);
}

/* ---- The function ------------------------------------------------------------------------ */

static void learn_stored(const struct vt_analysis *analysis) {
    struct vt_stored_pointers stored = {0};
    for (uint32_t r = 0; r < analysis->nroots; r++)
        add_cells(analysis, analysis->points->cells[r], &stored);
    uint8_t nown = stored.count;
    add_cells(analysis, analysis->points->handed, &stored);
    for (uint8_t i = nown; i < stored.count; i++)
        stored.items[i].handed = true;
    learn_twins(analysis, &stored);
    if (stored.count) {
        struct vt_stored_pointers **known = &analysis->shared->stored[analysis->function->symbol];
        *known = vt_alloc(analysis->shared->arena, sizeof **known);
        **known = stored;
    }
}

/* True if what is learned of the function holds wherever it is called. */
static bool is_final(const struct vt_symbol *symbol) {
    return (!symbol->is_weak || symbol->is_inline) && !symbol->is_ifunc;
}

bool vt_points_learn(const struct vt_analysis *analysis) {
    const struct vt_symbol *symbol = &analysis->ir->symbols[analysis->function->symbol];
    struct vt_returned returned = {0};
    if (is_final(symbol))
        learn_stored(analysis);
    for (uint32_t b = 0; b < analysis->cfg->nordered; b++) {
        const struct vt_block *block = &analysis->function->blocks[analysis->cfg->ordered[b]];
        const struct vt_inst *end = vt_inst_at(analysis, block->first + block->count - 1);
        if (end->op == VT_OP_RETURN && end->nargs)
            learn_value(analysis, end->args[0], &returned);
    }
    if (returned.count && is_final(symbol)) {
        struct vt_returned **known = &analysis->shared->returned[analysis->function->symbol];
        *known = vt_alloc(analysis->shared->arena, sizeof **known);
        **known = returned;
    }
    return returned.count && !returned.apart;
}
