/* What values may point to, within one function.
 *
 * requires: cfg.  gives: vt_points_of, vt_points_cells, the roots.
 *
 * Inclusion-based and without regard to order (Andersen), with a bound on each set: order matters
 * for what memory holds (memory.c), hardly for where pointers lead, once SROA has made most of them
 * values. A variable that is read just behind where it was stored to leads there alone. Parameters
 * are taken to point to different objects.
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/unit/cells.h"

static const struct vt_points points_nowhere;

enum { MAX_ROUNDS = 4, MAX_CELLS = 4096 };

/* ---- Roots ------------------------------------------------------------------------------- */

static uint32_t add_root(struct vt_analysis *analysis, struct vt_root root) {
    struct vt_points_state *state = analysis->points;
    if (analysis->nroots == state->roots_capacity) {
        size_t old = state->roots_capacity, more = old ? 2 * old : 16;
        struct vt_root *roots = vt_alloc_array(analysis->arena, more, sizeof *roots);
        struct vt_cell **cells = vt_alloc_array(analysis->arena, more, sizeof(struct vt_cell *));
        uint32_t *escaped = vt_alloc_array(analysis->arena, more, sizeof *escaped);
        if (old) {
            memcpy(roots, analysis->roots, old * sizeof *roots);
            memcpy(cells, state->cells, old * sizeof(struct vt_cell *));
            memcpy(escaped, state->escaped, old * sizeof *escaped);
        }
        analysis->roots = roots;
        state->cells = cells;
        state->escaped = escaped;
        state->roots_capacity = more;
    }
    analysis->roots[analysis->nroots] = root;
    return analysis->nroots++;
}

static uint32_t root_of_value(struct vt_analysis *analysis, uint32_t value, uint8_t kind) {
    uint32_t *root = &analysis->points->root_of_value[value];
    if (*root == VT_NONE) {
        const struct vt_inst *inst = vt_inst_at(analysis, value);
        int64_t size = inst->op == VT_OP_ALLOCA ? inst->imm : 0;
        *root = add_root(analysis, (struct vt_root){kind, value, VT_NONE, size, false});
    }
    return *root;
}

static uint32_t root_of_global(struct vt_analysis *analysis, uint32_t symbol) {
    for (uint32_t r = 0; r < analysis->nroots; r++)
        if (analysis->roots[r].kind == VT_ROOT_GLOBAL && analysis->roots[r].symbol == symbol)
            return r;
    int64_t size = (int64_t)analysis->ir->symbols[symbol].size;
    return add_root(analysis, (struct vt_root){VT_ROOT_GLOBAL, VT_NONE, symbol, size, false});
}

/* Every use of a global is its own value; they share a root. */
static uint32_t root_of_symbol(struct vt_analysis *analysis, uint32_t value) {
    uint32_t *known = &analysis->points->root_of_value[value];
    if (*known == VT_NONE)
        *known = root_of_global(analysis, vt_inst_at(analysis, value)->symbol);
    return *known;
}

/* ---- Sets -------------------------------------------------------------------------------- */

bool vt_path_is_same(const struct vt_range *a, const struct vt_range *b, unsigned count) {
    for (unsigned i = 0; i < count; i++)
        if (!vt_range_equal(a[i], b[i]))
            return false;
    return true;
}

bool vt_place_is_beside(const struct vt_place *a, const struct vt_place *b) {
    return a->root == b->root && a->npath == b->npath &&
           vt_path_is_same(a->path, b->path, a->npath);
}

static bool may_be(const struct vt_place *place, int32_t offset) {
    return vt_range_overlaps(vt_place_range(place, 1), (struct vt_range){offset, offset + 1});
}

/* Widens PLACE, of unknown offset, so that it takes in OTHER, of the same object. */
static bool widen(struct vt_place *place, const struct vt_place *other) {
    struct vt_range all = place->within, more = other->within;
    bool is_element = other->offset == VT_ANYWHERE && more.high;
    if (!all.high || (is_element ? vt_range_covers(&all, &more)
                                 : other->offset != VT_ANYWHERE && may_be(place, other->offset)))
        return false;
    place->within = (struct vt_range){0, 0};
    if (is_element)
        place->within = vt_range_join(all, more);
    if (vt_range_equal(place->within, VT_RANGE_ALL))
        place->within = (struct vt_range){0, 0};
    return true;
}

/* Adds PLACE to SET. Many offsets of one object become VT_ANYWHERE; too many objects, `more`. */
static bool add_place(struct vt_points *set, const struct vt_place *place) {
    unsigned same = 0;
    for (unsigned i = 0; i < set->count; i++) {
        if (!vt_place_is_beside(&set->at[i], place))
            continue;
        if (set->at[i].offset == VT_ANYWHERE)
            return widen(&set->at[i], place);
        if (set->at[i].offset == place->offset)
            return false;
        same++;
    }
    if (same && (same >= 2 || place->offset == VT_ANYWHERE)) {
        unsigned kept = 0;
        struct vt_place any = *place;
        any.offset = VT_ANYWHERE;
        if (place->offset != VT_ANYWHERE)
            any.within = (struct vt_range){0, 0};
        for (unsigned i = 0; i < set->count; i++)
            if (vt_place_is_beside(&set->at[i], place))
                widen(&any, &set->at[i]);
            else
                set->at[kept++] = set->at[i];
        set->at[kept++] = any;
        set->count = (uint8_t)kept;
        return true;
    }
    if (set->count == VT_MAX_PLACES) {
        bool changed = !set->more;
        set->more = true;
        return changed;
    }
    set->at[set->count++] = *place;
    return true;
}

static bool add_points(struct vt_points *set, const struct vt_points *more) {
    bool changed = more->more && !set->more;
    set->more |= more->more;
    for (unsigned i = 0; i < more->count; i++)
        changed |= add_place(set, &more->at[i]);
    return changed;
}

static void give(struct vt_analysis *analysis, uint32_t value, const struct vt_points *points) {
    if (!points->count && !points->more)
        return;
    struct vt_points **set = &analysis->points->of_value[value];
    if (!*set)
        *set = vt_alloc(analysis->arena, sizeof **set);
    analysis->points->changed |= add_points(*set, points);
}

static void give_place(struct vt_analysis *analysis, uint32_t value, struct vt_place place) {
    struct vt_points one = {.count = 1, .at = {place}};
    give(analysis, value, &one);
}

const struct vt_points *vt_points_of(const struct vt_analysis *analysis, uint32_t value) {
    const struct vt_points *points = analysis->points->of_value[value];
    return points ? points : &points_nowhere;
}

bool vt_place_is_exact(const struct vt_place *place) {
    for (unsigned i = 0; i < place->npath; i++)
        if (!vt_range_is_spot(place->path[i]))
            return false;
    return place->offset != VT_ANYWHERE;
}

/* ---- Cells ------------------------------------------------------------------------------- */

/* True if places A and B of one object are told by the same cell. */
static bool is_same_cell(const struct vt_place *a, const struct vt_place *b) {
    return a->offset == b->offset &&
           (a->offset != VT_ANYWHERE ||
            (a->within.step == b->within.step && a->within.phase == b->within.phase));
}

static void store_in(struct vt_analysis *analysis, struct vt_cell **cells,
                     const struct vt_place *place, const struct vt_points *points, uint32_t value) {
    struct vt_points_state *state = analysis->points;
    struct vt_cell *cell = *cells;
    for (; cell; cell = cell->next)
        if (vt_place_is_beside(&cell->place, place) && is_same_cell(&cell->place, place))
            break;
    if (cell && place->offset == VT_ANYWHERE)
        state->changed |= widen(&cell->place, place);
    if (!cell) {
        if (state->ncells == MAX_CELLS) {
            analysis->cut = true;
            return;
        }
        state->ncells++;
        cell = vt_alloc(analysis->arena, sizeof *cell);
        cell->place = *place;
        cell->value = value;
        cell->next = *cells;
        *cells = cell;
        state->changed = true;
    }
    if (cell->value != value)
        cell->value = VT_NONE;
    state->changed |= add_points(&cell->points, points);
}

static void store_pointer(struct vt_analysis *analysis, const struct vt_place *place,
                          const struct vt_points *points) {
    store_in(analysis, &analysis->points->cells[place->root], place, points, VT_NONE);
}

/* What the pointer at PLACE pointed to before anybody in this function stored there. */
static struct vt_place initial_target(const struct vt_place *place) {
    struct vt_place target = {.root = place->root, .npath = place->npath};
    memcpy(target.path, place->path, sizeof target.path);
    if (place->npath < VT_PLACE_DEPTH) {
        target.path[target.npath++] = vt_place_range(place, 1);
        return target;
    }
    target.path[VT_PLACE_DEPTH - 1] = VT_RANGE_ALL;
    target.offset = VT_ANYWHERE;
    return target;
}

/* True if places A and B of one object may be the same spot. */
static bool may_meet(const struct vt_place *a, const struct vt_place *b) {
    return vt_range_overlaps(vt_place_range(a, 1), vt_place_range(b, 1)) ||
           (a->offset == VT_ANYWHERE && !a->within.high) ||
           (b->offset == VT_ANYWHERE && !b->within.high);
}

/* Pointers that stand at the beginning of a list or tree. */
enum { HEAD_SIZE = 24 };

bool vt_place_is_empty_head(const struct vt_place *pointer, const struct vt_place *target) {
    return vt_place_is_beside(pointer, target) && target->offset != VT_ANYWHERE &&
           pointer->offset >= target->offset && pointer->offset <= target->offset + HEAD_SIZE;
}

/* Adds to RESULT what the pointers stored at PLACE lead to: heads of empty lists, or the rest. True
 * if there is a pointer at all. */
static bool add_stored_at(const struct vt_analysis *analysis, const struct vt_place *place,
                          bool empty_heads, struct vt_points *result) {
    const struct vt_cell *cell = analysis->points->cells[place->root];
    bool stored = false;
    for (; cell; cell = cell->next) {
        if (!vt_place_is_beside(&cell->place, place) || !may_meet(&cell->place, place))
            continue;
        stored = true;
        result->more |= cell->points.more;
        for (unsigned i = 0; i < cell->points.count; i++)
            if (vt_place_is_empty_head(&cell->place, &cell->points.at[i]) == empty_heads)
                add_place(result, &cell->points.at[i]);
    }
    return stored;
}

/* The same where somebody else may have put pointers into the object, or not: HANDED. Of elements
 * that are not told apart some may be texts, which are no objects. */
static void points_behind(const struct vt_analysis *analysis, const struct vt_place *place,
                          bool handed, struct vt_points *result) {
    const struct vt_root *root = &analysis->roots[place->root];
    bool stored = add_stored_at(analysis, place, false, result);
    if (root->kind != VT_ROOT_LOCAL || handed || place->npath || !stored ||
        place->offset == VT_ANYWHERE) {
        struct vt_place target = initial_target(place);
        add_place(result, &target);
    }
    if (!result->count) /* what has elements is not empty */
        add_stored_at(analysis, place, true, result);
}

void vt_points_behind(const struct vt_analysis *analysis, const struct vt_place *place,
                      struct vt_points *result) {
    points_behind(analysis, place, analysis->points->escaped[place->root] != 0, result);
}

void vt_points_cells(const struct vt_analysis *analysis, const struct vt_place *place,
                     vt_visit_cell *visit, void *context) {
    for (const struct vt_cell *cell = analysis->points->cells[place->root]; cell; cell = cell->next)
        if (vt_place_is_beside(&cell->place, place))
            for (unsigned i = 0; i < cell->points.count; i++)
                visit(context, vt_place_range(&cell->place, 1), &cell->points.at[i], cell->value);
}

void vt_points_inner(const struct vt_analysis *analysis, const struct vt_place *place,
                     vt_visit_inner *visit, void *context) {
    const struct vt_cell *cell = analysis->points->cells[place->root];
    for (; cell && place->npath < VT_PLACE_DEPTH; cell = cell->next) {
        struct vt_place outer = cell->place;
        if (outer.npath != place->npath + 1)
            continue;
        outer.npath--;
        for (unsigned i = 0; vt_place_is_beside(&outer, place) && i < cell->points.count; i++)
            visit(context, outer.path[outer.npath], vt_place_range(&cell->place, 1),
                  &cell->points.at[i]);
    }
}

static void visit_holder(const struct vt_cell *cell, const struct vt_place *place,
                         vt_visit_holder *visit, void *context) {
    for (unsigned i = 0; i < cell->points.count; i++) {
        const struct vt_place *target = &cell->points.at[i];
        struct vt_place seen = initial_target(&cell->place);
        if (!vt_place_is_beside(target, place) || vt_place_is_beside(&seen, place))
            continue;
        bool known = place->offset != VT_ANYWHERE && target->offset != VT_ANYWHERE;
        seen.offset = known ? place->offset - target->offset : VT_ANYWHERE;
        visit(context, &seen);
    }
}

void vt_points_holders(const struct vt_analysis *analysis, const struct vt_place *place,
                       vt_visit_holder *visit, void *context) {
    for (uint32_t r = 0; r < analysis->nroots; r++) {
        uint8_t kind = analysis->roots[r].kind;
        const struct vt_cell *cell = analysis->points->cells[r];
        for (; (kind == VT_ROOT_GLOBAL || kind == VT_ROOT_FORMAL) && cell; cell = cell->next)
            if (cell->place.npath < VT_PLACE_DEPTH)
                visit_holder(cell, place, visit, context);
    }
}

struct vt_range vt_range_seen_from(const struct vt_place *place, struct vt_range at) {
    const struct vt_range *within = &place->within;
    if (vt_range_is_field(at))
        return at;
    if (place->offset != VT_ANYWHERE)
        return vt_range_move(at, -(int64_t)place->offset);
    return within->step ? vt_range_spread(at, -(int64_t)within->phase, within->step, VT_RANGE_ALL)
                        : VT_RANGE_ALL;
}

/* Moves PLACE to AT, seen from where it is. A spot in some element of a field is still in that
 * field; a field of a handle is where it is. */
static void move_place(struct vt_place *place, struct vt_range at) {
    bool is_field = vt_range_is_field(at), is_known = place->offset != VT_ANYWHERE;
    if (!is_field && !is_known && place->within.step && at.step) {
        struct vt_range field = {place->within.low, place->within.high};
        place->within = vt_range_spread(at, place->within.phase, place->within.step, field);
        return;
    }
    if (!is_field && vt_range_is_spot(at)) {
        int64_t moved = (int64_t)place->offset + at.low;
        place->offset = is_known && moved > VT_ANYWHERE ? (int32_t)moved : VT_ANYWHERE;
        if (!is_known)
            vt_element_move(place, at.low);
        return;
    }
    place->within = (struct vt_range){0, 0};
    if (is_known && !is_field && !vt_range_equal(at, VT_RANGE_ALL))
        place->within = vt_range_move(at, place->offset);
    place->offset = is_field ? at.low : VT_ANYWHERE;
}

/* Follows the pointers at AT of all OBJECTS. */
static struct vt_points follow(const struct vt_analysis *analysis, const struct vt_points *objects,
                               struct vt_range at) {
    struct vt_points deeper = {.more = objects->more};
    for (unsigned i = 0; i < objects->count; i++) {
        struct vt_place place = objects->at[i];
        move_place(&place, at);
        vt_points_behind(analysis, &place, &deeper);
    }
    return deeper;
}

struct vt_points vt_port_objects(const struct vt_analysis *analysis, const struct vt_port *port,
                                 const struct vt_points *base) {
    struct vt_points objects = *base;
    char name[64];
    int32_t offset = port->offset == VT_PORT_START ? 0 : port->offset;
    bool is_spot = port->offset != 0;
    struct vt_range first = is_spot ? (struct vt_range){offset, offset + 1} : VT_RANGE_ALL;
    for (unsigned d = 1; d < port->depth; d++)
        objects = follow(analysis, &objects, d == 1 ? first : VT_RANGE_ALL);
    for (unsigned i = 0; port->depth == 1 && port->offset > 0 && i < objects.count; i++) {
        if (objects.at[i].offset != VT_ANYWHERE)
            objects.at[i].offset += port->offset;
        else
            vt_element_move(&objects.at[i], port->offset);
    }
    for (const char *field = port->field, *dot; field && (dot = strchr(field, '.'));
         field = dot + 1) {
        snprintf(name, sizeof name, "%.*s", (int)(dot - field), field);
        objects = follow(analysis, &objects, vt_range_field(name));
    }
    return objects;
}

struct copy {
    struct vt_analysis *analysis;
    const struct vt_place *from, *to;
};

static void copy_cell(void *context, struct vt_range at, const struct vt_place *target,
                      uint32_t value) {
    const struct copy *copy = context;
    (void)value;
    struct vt_place place = *copy->to;
    struct vt_points one = {.count = 1, .at = {*target}};
    move_place(&place, vt_range_seen_from(copy->from, at));
    store_pointer(copy->analysis, &place, &one);
}

static void copy_cells(struct vt_analysis *analysis, uint32_t to, uint32_t from) {
    struct vt_points targets = *vt_points_of(analysis, to);
    struct vt_points sources = *vt_points_of(analysis, from);
    for (unsigned t = 0; t < targets.count; t++)
        for (unsigned s = 0; s < sources.count; s++) {
            struct copy copy = {analysis, &sources.at[s], &targets.at[t]};
            if (!vt_place_is_beside(copy.from, copy.to))
                vt_points_cells(analysis, copy.from, copy_cell, &copy);
        }
}

/* ---- Instructions ------------------------------------------------------------------------ */

static void move_pointer(struct vt_analysis *analysis, uint32_t value, const struct vt_inst *inst) {
    struct vt_points moved = *vt_points_of(analysis, inst->args[0]);
    vt_elements_pick(analysis, inst, &moved);
    /* Two places may have become one. */
    struct vt_points clean = {.more = moved.more};
    for (unsigned i = 0; i < moved.count; i++)
        add_place(&clean, &moved.at[i]);
    give(analysis, value, &clean);
}

/* What was stored just before in the variable that LOAD, value VALUE, reads; VT_NONE if that is not
 * known. */
static uint32_t stored_before(const struct vt_analysis *analysis, uint32_t value,
                              const struct vt_inst *load) {
    struct vt_read read = {.bits = load->bits};
    bool is_variable = !load->is_volatile && vt_variable_of(analysis, value, &read.place);
    return is_variable ? vt_stored_before(analysis, value, &read) : VT_NONE;
}

/* True if a call before VALUE was given the object. */
static bool is_handed(const struct vt_analysis *analysis, uint32_t root, uint32_t value) {
    uint32_t first = analysis->points->escaped[root];
    return first && (first <= value || analysis->cfg->loops[vt_inst_at(analysis, value)->block]);
}

/* Adds the places of MORE to SET, as many of each as there is room for. */
static void add_fairly(struct vt_points *set, const struct vt_points *more) {
    struct vt_points both = {.more = set->more || more->more};
    for (unsigned i = 0; i < set->count || i < more->count; i++) {
        if (i < set->count)
            add_place(&both, &set->at[i]);
        if (i < more->count)
            add_place(&both, &more->at[i]);
    }
    *set = both;
}

/* A small struct that is loaded as one value has all its pointers: those of its second half must
 * not be crowded out by a number in the first. */
static void load_pointer(struct vt_analysis *analysis, uint32_t value, const struct vt_inst *inst) {
    const struct vt_points *at = vt_points_of(analysis, inst->args[0]);
    struct vt_points result = {.more = at->more}, second = {0};
    if (inst->bits < 32)
        return; /* neither a pointer nor a handle */
    uint32_t stored = inst->op == VT_OP_LOAD ? stored_before(analysis, value, inst) : VT_NONE;
    bool is_text = stored != VT_NONE && vt_inst_at(analysis, stored)->op == VT_OP_DATA;
    if (stored != VT_NONE && !is_text) {
        give(analysis, value, vt_points_of(analysis, stored));
        return;
    }
    for (unsigned i = 0; i < at->count; i++) {
        struct vt_place place = at->at[i];
        if (is_text) { /* it is no object, and goes along with the pointer to it */
            place = initial_target(&place);
            add_place(&result, &place);
            continue;
        }
        bool handed = is_handed(analysis, place.root, value);
        points_behind(analysis, &place, handed, &result);
        if (inst->bits <= 64 || inst->bits > 128 || place.offset == VT_ANYWHERE)
            continue;
        place.offset += 8;
        add_stored_at(analysis, &place, false, &second);
    }
    add_fairly(&result, &second);
    give(analysis, value, &result);
}

static void store_points(struct vt_analysis *analysis, uint32_t pointer, uint32_t value) {
    const struct vt_points *points = vt_points_of(analysis, value);
    struct vt_points_state *state = analysis->points;
    struct vt_points at = *vt_points_of(analysis, pointer);
    if (points->count || points->more)
        for (unsigned i = 0; i < at.count; i++)
            store_in(analysis, &state->cells[at.at[i].root], &at.at[i], points, value);
}

/* The value PORT begins at, or VT_NONE. */
static uint32_t port_value(const struct vt_port *port, uint32_t call, const struct vt_inst *inst) {
    if (port->base == VT_PORT_RETURN)
        return call;
    return port->base >= 0 && (uint32_t)port->base < inst->nargs ? inst->args[port->base] : VT_NONE;
}

/* The same of what ROW flows from. One that flows from an argument which it wants to be 0 goes on
 * with what the call of that function before it was given. */
static uint32_t source_value(const struct vt_analysis *analysis, const struct vt_row *row,
                             uint32_t call, const struct vt_inst *inst) {
    bool goes_on = row->when == VT_WHEN_EQUAL && row->when_value == 0 && !row->from.depth &&
                   row->when_argument == row->from.base;
    if (!goes_on)
        return port_value(&row->from, call, inst);
    for (uint32_t v = call; v-- > 0;) {
        const struct vt_inst *before = vt_inst_at(analysis, v);
        if (before->op == VT_OP_CALL && before->symbol == inst->symbol &&
            row->when_argument < before->nargs &&
            vt_inst_at(analysis, before->args[row->when_argument])->op != VT_OP_INT)
            return before->args[row->when_argument];
    }
    return VT_NONE;
}

/* What the pointers that PORT holds point to. */
static struct vt_points port_points(const struct vt_analysis *analysis, const struct vt_port *port,
                                    uint32_t value) {
    const struct vt_points *base = vt_points_of(analysis, value);
    if (!port->depth)
        return *base;
    struct vt_points objects = vt_port_objects(analysis, port, base);
    const char *dot = port->field ? strrchr(port->field, '.') : NULL;
    const char *field = dot ? dot + 1 : port->field;
    return follow(analysis, &objects, field ? vt_range_field(field) : (struct vt_range){0, 1});
}

/* True if what PORT holds may be a pointer, and not just bytes. */
static bool holds_pointer(const struct vt_port *port) {
    return !port->depth || port->field || (port->depth == 1 && port->offset == VT_PORT_START);
}

/* Pointers go where a row says that values go. */
static void flow_pointers(struct vt_analysis *analysis, const struct vt_row *row, uint32_t call,
                          const struct vt_inst *inst) {
    uint32_t from = source_value(analysis, row, call, inst);
    uint32_t to = port_value(&row->to, call, inst);
    if (from == VT_NONE || to == VT_NONE || row->from.rest || row->to.rest)
        return;
    if (row->from.depth == 1 && row->to.depth == 1 && !row->from.field && !row->to.field) {
        copy_cells(analysis, to, from);
        return;
    }
    if (!holds_pointer(&row->from))
        return;
    struct vt_points points = port_points(analysis, &row->from, from);
    if (!row->to.depth) {
        if (row->to.base == VT_PORT_RETURN)
            give(analysis, call, &points);
        return;
    }
    struct vt_points at = vt_port_objects(analysis, &row->to, vt_points_of(analysis, to));
    const char *dot = row->to.field ? strrchr(row->to.field, '.') : NULL;
    const char *field = dot ? dot + 1 : row->to.field;
    for (unsigned i = 0; i < at.count && points.count; i++) {
        if (field)
            at.at[i].offset = vt_range_field(field).low;
        store_pointer(analysis, &at.at[i], &points);
    }
}

/* True if the result is one of the arguments, or a pointer that a handle keeps. */
static bool is_alias(const struct vt_row *row) {
    return row->fact == VT_FACT_FLOW && row->to.base == VT_PORT_RETURN && !row->to.depth &&
           !row->tags && !row->from.rest && holds_pointer(&row->from);
}

/* True if the result is an object of its own where an argument that it would else be is NULL. */
static bool is_fresh(const struct vt_row *row) {
    return row->fact == VT_FACT_ALLOC && row->when == VT_WHEN_NULL &&
           row->to.base == VT_PORT_RETURN && !row->to.depth;
}

/* What a modelled call returns and stores: what its rows say; else an object of its own. */
static void call_modelled(struct vt_analysis *analysis, uint32_t value,
                          const struct vt_inst *inst) {
    uint32_t symbol = vt_modelled(analysis, inst);
    const struct vt_row *rows = analysis->shared->rows[symbol];
    unsigned nrows = analysis->shared->nrows[symbol];
    bool aliases = false, fresh = false;
    for (unsigned i = 0; i < nrows; i++) {
        aliases |= is_alias(&rows[i]);
        fresh |= is_fresh(&rows[i]) && vt_row_holds(analysis, &rows[i], inst);
    }
    if (!aliases || fresh)
        give_place(analysis, value,
                   (struct vt_place){.root = root_of_value(analysis, value, VT_ROOT_RESULT)});
    for (unsigned i = 0; i < nrows; i++)
        if (rows[i].fact == VT_FACT_FLOW && !rows[i].tags && vt_row_holds(analysis, &rows[i], inst))
            flow_pointers(analysis, &rows[i], value, inst);
}

/* From instruction VALUE on somebody else may put pointers into the objects that it gets. */
static void escape(struct vt_analysis *analysis, uint32_t value, const struct vt_inst *inst) {
    struct vt_points_state *state = analysis->points;
    for (uint32_t a = 0; a < inst->nargs; a++) {
        const struct vt_points *points = vt_points_of(analysis, inst->args[a]);
        for (unsigned i = 0; i < points->count; i++) {
            uint32_t *first = &state->escaped[points->at[i].root];
            if (*first && *first <= value + 1)
                continue;
            *first = value + 1;
            state->changed = true;
        }
    }
}

/* True if the model of what INST calls says that it may put pointers into objects that it gets;
 * what clears an object, or reads it, does not. */
static bool leaves_pointers(const struct vt_analysis *analysis, const struct vt_inst *inst) {
    uint32_t symbol = vt_modelled(analysis, inst);
    const struct vt_row *rows = analysis->shared->rows[symbol];
    for (unsigned i = 0; i < analysis->shared->nrows[symbol]; i++)
        if (rows[i].to.depth &&
            (rows[i].fact == VT_FACT_ALLOC || rows[i].fact == VT_FACT_CALLBACK ||
             (rows[i].fact == VT_FACT_FLOW && rows[i].from.depth)))
            return true;
    return false;
}

/* The object PLACE of the function that INST calls, seen from here. */
static struct vt_points seen_from_call(struct vt_analysis *analysis, const struct vt_inst *inst,
                                       const struct vt_returned_place *place) {
    struct vt_points objects = {0}, result = {0};
    if (place->symbol != VT_NONE) {
        struct vt_place global = {.root = root_of_global(analysis, place->symbol)};
        add_place(&objects, &global);
    } else if (place->parameter == VT_NONE) { /* what the function made */
        objects = *vt_points_of(analysis, (uint32_t)(inst - analysis->function->insts));
    } else if (place->parameter < inst->nargs) {
        objects = *vt_points_of(analysis, inst->args[place->parameter]);
    }
    for (unsigned i = 0; i < place->npath; i++)
        objects = follow(analysis, &objects, place->path[i]);
    for (unsigned i = 0; i < objects.count; i++) {
        struct vt_place moved = objects.at[i];
        move_place(&moved, place->at);
        add_place(&result, &moved);
    }
    result.more |= objects.more;
    return result;
}

/* True if the function stores a pointer at PLACE. */
static bool has_cell(const struct vt_analysis *analysis, const struct vt_place *place) {
    const struct vt_cell *cell = analysis->points->cells[place->root];
    while (cell && !(vt_place_is_beside(&cell->place, place) && may_meet(&cell->place, place)))
        cell = cell->next;
    return cell;
}

static bool is_own(const struct vt_analysis *analysis, const struct vt_place *place) {
    uint8_t kind = analysis->roots[place->root].kind;
    return kind == VT_ROOT_LOCAL || kind == VT_ROOT_RESULT;
}

/* Stores at PLACE what a call stores there. Of two objects of others that is for the callers,
 * unless it was HANDED on to this function's callee already: to tell all of it makes facts much
 * larger. */
static void store_targets(struct vt_analysis *analysis, const struct vt_place *place,
                          const struct vt_points *targets, const struct vt_stored_pointer *stored) {
    struct vt_points_state *state = analysis->points;
    for (unsigned i = 0; i < targets->count; i++) {
        struct vt_points one = {.count = 1, .at = {targets->at[i]}};
        if (is_own(analysis, place) || is_own(analysis, &targets->at[i]))
            store_pointer(analysis, place, &one);
        else if (stored->twin || !stored->handed)
            store_in(analysis, stored->twin ? &state->twins : &state->handed, place, &one, VT_NONE);
    }
}

/* True if a pointer that a call stores at PLACE, found where STORED says, is one that is seen here.
 * A pointer that goes on from where it led is one that was put there here: an iterator, and no head
 * of a list. One that is copied from another object makes an iterator, or a view, of a variable. */
static bool is_seen(const struct vt_analysis *analysis, const struct vt_place *place,
                    const struct vt_stored_pointer *stored) {
    if (stored->twin || !stored->to.npath)
        return true;
    if (stored->to.parameter != stored->at.parameter)
        return analysis->roots[place->root].kind == VT_ROOT_LOCAL;
    return has_cell(analysis, place);
}

/* Stores what the function that INST calls stores in objects that are known here. */
static void store_by_call(struct vt_analysis *analysis, const struct vt_inst *inst) {
    const struct vt_stored_pointers *stored =
        inst->symbol == VT_NONE ? NULL : analysis->shared->stored[inst->symbol];
    for (unsigned s = 0; stored && s < stored->count; s++) {
        struct vt_points at = seen_from_call(analysis, inst, &stored->items[s].at);
        struct vt_points to = seen_from_call(analysis, inst, &stored->items[s].to);
        for (unsigned i = 0; i < at.count; i++)
            if (is_seen(analysis, &at.at[i], &stored->items[s]))
                store_targets(analysis, &at.at[i], &to, &stored->items[s]);
    }
}

/* Gives VALUE what the function that INST calls returns pointers to; false if that may be anything
 * else as well. */
static bool call_known(struct vt_analysis *analysis, uint32_t value, const struct vt_inst *inst) {
    const struct vt_returned *returned =
        inst->symbol == VT_NONE ? NULL : analysis->shared->returned[inst->symbol];
    for (unsigned i = 0; returned && i < returned->count; i++) {
        struct vt_points objects = seen_from_call(analysis, inst, &returned->at[i]);
        give(analysis, value, &objects);
    }
    return returned && returned->count && !returned->other;
}

static void call(struct vt_analysis *analysis, uint32_t value, const struct vt_inst *inst) {
    bool is_modelled = vt_modelled(analysis, inst) != VT_NONE;
    if (!is_modelled || leaves_pointers(analysis, inst))
        escape(analysis, value, inst);
    if (is_modelled)
        call_modelled(analysis, value, inst);
    else if ((inst->bits >= 32 || inst->pointer) && !call_known(analysis, value, inst))
        give_place(analysis, value,
                   (struct vt_place){.root = root_of_value(analysis, value, VT_ROOT_RESULT)});
    store_by_call(analysis, inst);
}

/* What was thrown is kept behind what stands for its type, wherever that was: models say so of what
 * throws. */
static void catch_thrown(struct vt_analysis *analysis, uint32_t value, const struct vt_inst *inst) {
    for (uint32_t a = 0; a < inst->nargs; a++) {
        uint32_t type = vt_plain_value(analysis, inst->args[a]);
        const struct vt_inst *symbol = vt_inst_at(analysis, type);
        if (symbol->op == VT_OP_SYMBOL && !analysis->ir->symbols[symbol->symbol].is_function)
            give_place(analysis, value,
                       (struct vt_place){.root = root_of_symbol(analysis, type),
                                         .npath = 1,
                                         .path = {vt_range_field("thrown")}});
    }
}

static void visit(struct vt_analysis *analysis, uint32_t value) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    switch (inst->op) {
    case VT_OP_ALLOCA:
        give_place(analysis, value,
                   (struct vt_place){.root = root_of_value(analysis, value, VT_ROOT_LOCAL)});
        break;
    case VT_OP_GEP:
        move_pointer(analysis, value, inst);
        break;
    case VT_OP_LOAD:
        if (vt_modelled(analysis, inst) != VT_NONE)
            call_modelled(analysis, value, inst);
        else
            load_pointer(analysis, value, inst);
        break;
    case VT_OP_STORE:
        store_points(analysis, inst->args[0], inst->args[1]);
        break;
    case VT_OP_CAST:
        if (inst->bits >= 32)
            give(analysis, value, vt_points_of(analysis, inst->args[0]));
        break;
    case VT_OP_SELECT:
        give(analysis, value, vt_points_of(analysis, inst->args[1]));
        give(analysis, value, vt_points_of(analysis, inst->args[2]));
        break;
    case VT_OP_PHI:
        for (uint32_t i = 0; i < inst->nargs; i++)
            give(analysis, value, vt_points_of(analysis, inst->args[i]));
        break;
    case VT_OP_EXTRACT:
    case VT_OP_INSERT:
        for (uint32_t i = 0; i < inst->nargs; i++)
            give(analysis, value, vt_points_of(analysis, inst->args[i]));
        break;
    case VT_OP_ATOMIC:
        store_points(analysis, inst->args[0], inst->args[1]);
        load_pointer(analysis, value, inst);
        break;
    case VT_OP_CALL:
        call(analysis, value, inst);
        break;
    case VT_OP_VARIADIC:
        escape(analysis, value, inst);
        break;
    case VT_OP_CATCH:
        catch_thrown(analysis, value, inst);
        break;
    default:
        break;
    }
}

static void begin_values(struct vt_analysis *analysis) {
    const struct vt_ir_function *function = analysis->function;
    for (uint32_t p = 0; p < function->nparams; p++) {
        uint32_t value = function->params[p];
        if (vt_inst_at(analysis, value)->bits < 32 && !vt_inst_at(analysis, value)->pointer)
            continue;
        uint32_t root = root_of_value(analysis, value, VT_ROOT_FORMAL);
        give_place(analysis, value, (struct vt_place){.root = root});
    }
    for (uint32_t v = 0; v < function->ninsts; v++) {
        const struct vt_inst *inst = vt_inst_at(analysis, v);
        if (inst->op == VT_OP_SYMBOL && !analysis->ir->symbols[inst->symbol].is_function)
            give_place(analysis, v,
                       (struct vt_place){.root = root_of_symbol(analysis, v),
                                         .offset = (int32_t)inst->imm});
        bool is_made =
            inst->op == VT_OP_UNKNOWN && inst->block == VT_NONE; /* of others before it */
        for (uint32_t a = 0; is_made && a < inst->nargs; a++)
            give(analysis, v, vt_points_of(analysis, inst->args[a]));
    }
}

void vt_points_find(struct vt_analysis *analysis) {
    const struct vt_cfg *cfg = analysis->cfg;
    struct vt_points_state *state = vt_alloc(analysis->arena, sizeof *state);
    size_t n = analysis->function->ninsts;

    analysis->points = state;
    state->of_value = vt_alloc_array(analysis->arena, n, sizeof *state->of_value);
    state->root_of_value = vt_alloc_array(analysis->arena, n, sizeof *state->root_of_value);
    memset(state->root_of_value, 0xff, n * sizeof *state->root_of_value);
    begin_values(analysis);
    for (unsigned round = 0; round < MAX_ROUNDS; round++) {
        state->changed = false;
        for (uint32_t b = 0; b < cfg->nordered; b++) {
            const struct vt_block *block = &analysis->function->blocks[cfg->ordered[b]];
            for (uint32_t i = 0; i < block->count; i++)
                visit(analysis, block->first + i);
        }
        if (!state->changed)
            break;
    }
}
