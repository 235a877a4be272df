/* What the callers of a function know of its pointers: where those lead that it returns, and which
 * it stores in objects of theirs.
 *
 * requires: points.  gives: `returned` and `stored` of the function, by symbol.
 */
#include <string.h>

#include "engine/arena.h"
#include "engine/cells.h"

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
 * what the cell itself led to goes on with, as where an iterator is moved. */
static void add_stored(const struct vt_analysis *analysis, const struct vt_cell *cell,
                       const struct vt_place *target, struct vt_stored_pointers *stored) {
    struct vt_stored_pointer pointer = {.handed = false};
    if (stored->count == VT_MAX_STORED || !is_in_memory(&cell->place) || !is_in_memory(target) ||
        (target->npath && !is_on_way(&cell->place, target)) ||
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

static void learn_stored(const struct vt_analysis *analysis) {
    struct vt_stored_pointers stored = {0};
    for (uint32_t r = 0; r < analysis->nroots; r++)
        add_cells(analysis, analysis->points->cells[r], &stored);
    uint8_t nown = stored.count;
    add_cells(analysis, analysis->points->handed, &stored);
    for (uint8_t i = nown; i < stored.count; i++)
        stored.items[i].handed = true;
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
