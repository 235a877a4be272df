/* Instructions to value flow.
 *
 * requires: points.  gives: the graph's value edges, memory's definitions and uses, calls.
 *
 * The node of an SSA value stands for the value alone. What lies beneath a pointer is asked of
 * memory wherever the pointer is used, at that point.
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/concealed/concealed.h"
#include "engine/idioms/idioms.h"
#include "engine/unit/analysis.h"

/* ---- Values ------------------------------------------------------------------------------ */

static uint32_t symbol_node(struct vt_analysis *analysis, const struct vt_inst *inst) {
    if (analysis->ir->symbols[inst->symbol].is_function)
        return vt_graph_node(analysis->graph, VT_NODE_CONSTANT, 0,
                             vt_constant_function(analysis->shared, inst->symbol));
    return vt_graph_hub(analysis->graph); /* an address; its memory is asked of the global */
}

/* A constant that is made of others. */
static uint32_t join_constants(struct vt_analysis *analysis, const struct vt_inst *inst) {
    uint32_t all = vt_graph_hub(analysis->graph);
    for (uint32_t i = 0; inst->block == VT_NONE && i < inst->nargs; i++)
        vt_graph_edge(analysis->graph, vt_value_node(analysis, inst->args[i]), all,
                      &vt_rewrite_identity, 0, VT_NONE);
    return all;
}

static uint32_t make_node(struct vt_analysis *analysis, const struct vt_inst *inst) {
    switch (inst->op) {
    case VT_OP_INT:
        return vt_graph_node(analysis->graph, VT_NODE_CONSTANT, 0,
                             vt_constant_int(analysis->shared, inst->imm));
    case VT_OP_DATA:
        return vt_graph_node(analysis->graph, VT_NODE_CONSTANT, 0,
                             vt_constant_data(analysis->shared, inst->data, inst->imm));
    case VT_OP_SYMBOL:
        return symbol_node(analysis, inst);
    case VT_OP_PARAM:
        if (inst->imm < 256)
            return vt_graph_node(analysis->graph, VT_NODE_FORMAL, (unsigned)inst->imm, 0);
        return vt_graph_hub(analysis->graph);
    case VT_OP_UNKNOWN:
        return join_constants(analysis, inst);
    default:
        return vt_graph_hub(analysis->graph);
    }
}

uint32_t vt_value_node(struct vt_analysis *analysis, uint32_t value) {
    uint32_t *node = &analysis->value_nodes[value];
    if (*node == VT_NONE)
        *node = make_node(analysis, vt_inst_at(analysis, value));
    return *node;
}

void vt_use_value(struct vt_analysis *analysis, uint32_t at, uint32_t node, uint32_t value,
                  uint32_t tags) {
    uint8_t op = vt_inst_at(analysis, value)->op;
    bool whole = op == VT_OP_INT || op == VT_OP_DATA || op == VT_OP_SYMBOL;
    vt_graph_edge(analysis->graph, vt_value_node(analysis, value), node,
                  whole ? &vt_rewrite_identity : &vt_rewrite_value, tags,
                  vt_inst_at(analysis, at)->location);
}

uint32_t vt_part_tags(const struct vt_analysis *analysis, uint32_t value, uint32_t bits) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    bool is_struct = inst->op == VT_OP_CALL && !inst->pointer && inst->bits > bits;
    return is_struct ? VT_TAG_TRUNCATE : 0;
}

/* How far a pointer is followed to the constants it may be. */
enum { MAX_FOLLOWED = 8 };

void vt_visit_constants_at(struct vt_analysis *analysis, const struct vt_points *points,
                           void (*link)(void *context, uint32_t node), void *context) {
    for (unsigned i = 0; i < points->count; i++) {
        const struct vt_root *root = &analysis->roots[points->at[i].root];
        int32_t offset = points->at[i].offset;
        if (root->kind != VT_ROOT_GLOBAL || points->at[i].npath || offset < 0 ||
            !analysis->ir->symbols[root->symbol].is_constant ||
            analysis->shared->data_of[root->symbol] == VT_NONE)
            continue;
        uint32_t constant =
            vt_constant_data(analysis->shared, analysis->shared->data_of[root->symbol], offset);
        link(context, vt_graph_node(analysis->graph, VT_NODE_CONSTANT, 0, constant));
    }
}

static void visit_constants(struct vt_analysis *analysis, uint32_t value, unsigned depth,
                            void (*link)(void *context, uint32_t node), void *context) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    if (inst->op == VT_OP_DATA) {
        link(context, vt_value_node(analysis, value));
    } else if (inst->op == VT_OP_LOAD) {
        vt_visit_constants_at(analysis, vt_points_of(analysis, value), link, context);
    } else if (inst->op == VT_OP_SYMBOL && analysis->shared->data_of[inst->symbol] != VT_NONE &&
               analysis->ir->symbols[inst->symbol].is_constant) {
        uint32_t constant =
            vt_constant_data(analysis->shared, analysis->shared->data_of[inst->symbol], inst->imm);
        link(context, vt_graph_node(analysis->graph, VT_NODE_CONSTANT, 0, constant));
    } else if (depth < MAX_FOLLOWED && (inst->op == VT_OP_CAST || inst->op == VT_OP_GEP)) {
        visit_constants(analysis, inst->args[0], depth + 1, link, context);
    } else if (depth < MAX_FOLLOWED && (inst->op == VT_OP_PHI || inst->op == VT_OP_SELECT)) {
        for (uint32_t i = inst->op == VT_OP_SELECT; i < inst->nargs && i < MAX_FOLLOWED; i++)
            visit_constants(analysis, inst->args[i], depth + 2, link, context);
    }
}

void vt_visit_constants(struct vt_analysis *analysis, uint32_t value,
                        void (*link)(void *context, uint32_t node), void *context) {
    visit_constants(analysis, value, 0, link, context);
    vt_concealed_visit(analysis, analysis->at, value, link, context);
}

/* ---- Memory ------------------------------------------------------------------------------ */

/* A struct field that function pointers are kept in is met by type as well as by object. */
static bool typed_field(const struct vt_analysis *analysis, uint32_t pointer,
                        struct vt_range *range, uint32_t *type) {
    const struct vt_inst *inst = vt_inst_at(analysis, pointer);
    if (inst->op != VT_OP_GEP || inst->type == VT_NONE)
        return false;
    *range = (struct vt_range){inst->type_offset, inst->type_offset + 1};
    *type = inst->type;
    return true;
}

static bool may_be_function(const struct vt_analysis *analysis, uint32_t value) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    if (inst->op == VT_OP_SYMBOL)
        return analysis->ir->symbols[inst->symbol].is_function;
    return inst->op == VT_OP_PARAM && inst->pointer;
}

static void load(struct vt_analysis *analysis, uint32_t value, const struct vt_inst *inst) {
    const struct vt_points *points = vt_points_of(analysis, inst->args[0]);
    uint32_t node = vt_value_node(analysis, value), spelling = vt_alphabet_of(analysis, inst);
    int64_t size = (inst->bits + 7) / 8;
    if (spelling) { /* a letter of an alphabet tells nothing but what chose it */
        vt_use_value(analysis, value, node, vt_inst_at(analysis, inst->args[0])->args[1], spelling);
        return;
    }
    struct vt_use use = {.at = value, .to = node, .pointer = inst->args[0]};
    for (unsigned i = 0; i < points->count; i++) {
        struct vt_rewrite rewrite =
            vt_rewrite_take(&points->at[i], vt_place_range(&points->at[i], size));
        vt_memory_use(analysis, points->at[i].root, &use, &rewrite);
    }
    const struct vt_inst *pointer = vt_inst_at(analysis, inst->args[0]);
    if (pointer->op == VT_OP_GEP)
        for (uint32_t i = 1; i < pointer->nargs; i++)
            vt_use_value(analysis, value, node, pointer->args[i], VT_TAG_INDEX);
}

struct constant_link {
    struct vt_analysis *analysis;
    uint32_t to, location;
};

static void link_constant(void *context, uint32_t node) {
    const struct constant_link *link = context;
    vt_graph_edge(link->analysis->graph, node, link->to, &vt_rewrite_identity, 0, link->location);
}

static void load_constant(struct vt_analysis *analysis, uint32_t value,
                          const struct vt_inst *inst) {
    struct constant_link link = {analysis, vt_value_node(analysis, value), inst->location};
    vt_visit_constants(analysis, inst->args[0], link_constant, &link);
}

/* True if a pointer of VALUE leads into what the pointer at PLACE led to before: *cursor += n. Then
 * what lies behind it is still there. */
static bool leads_back(const struct vt_points *value, const struct vt_place *place) {
    for (unsigned i = 0; i < value->count; i++) {
        const struct vt_place *to = &value->at[i];
        bool back = to->root == place->root && to->npath == place->npath + 1 &&
                    vt_range_equal(to->path[place->npath], vt_place_range(place, 1));
        for (unsigned k = 0; back && k < place->npath; k++)
            back = vt_range_equal(to->path[k], place->path[k]);
        if (back)
            return true;
    }
    return false;
}

static void store(struct vt_analysis *analysis, uint32_t at, const struct vt_inst *inst) {
    const struct vt_points *points = vt_points_of(analysis, inst->args[0]);
    uint32_t from = vt_value_node(analysis, inst->args[1]);
    int64_t size = (inst->bits + 7) / 8;
    struct vt_cover cover;
    bool covers = vt_points_cover(points, size, &cover) &&
                  !leads_back(vt_points_of(analysis, inst->args[1]), &cover.place);
    struct vt_range range;
    uint32_t type;

    for (unsigned i = 0; i < points->count; i++) {
        struct vt_rewrite rewrite =
            vt_rewrite_put(&points->at[i], vt_place_range(&points->at[i], size));
        if (vt_inst_at(analysis, inst->args[1])->op == VT_OP_DATA)
            rewrite.flags = 0; /* a text: what lies beneath goes along */
        vt_memory_define(analysis, points->at[i].root, at, from, &rewrite,
                         vt_share_of(analysis, inst->args[1], true), covers ? &cover : NULL);
    }
    if (may_be_function(analysis, inst->args[1]) &&
        typed_field(analysis, inst->args[0], &range, &type)) {
        struct vt_rewrite rewrite = {.nput = 1, .put = {range}, .flags = VT_REWRITE_EXACT};
        vt_graph_edge(analysis->graph, from, vt_graph_node(analysis->graph, VT_NODE_TYPE, 0, type),
                      &rewrite, VT_TAG_FIELD, inst->location);
    }
}

static void atomic(struct vt_analysis *analysis, uint32_t value, const struct vt_inst *inst) {
    const struct vt_points *points = vt_points_of(analysis, inst->args[0]);
    uint32_t from = vt_value_node(analysis, inst->args[1]);
    for (unsigned i = 0; i < points->count; i++) {
        struct vt_rewrite rewrite =
            vt_rewrite_put(&points->at[i], vt_place_range(&points->at[i], (inst->bits + 7) / 8));
        vt_memory_define(analysis, points->at[i].root, value, from, &rewrite, 0, NULL);
    }
    load(analysis, value, inst);
}

/* ---- Arithmetic -------------------------------------------------------------------------- */

static uint32_t binary_tags(const struct vt_inst *inst) {
    return inst->sub == VT_XOR ? VT_TAG_XOR : VT_TAG_ARITHMETIC;
}

/* How far into a text POINTER leads is a number made of what was looked for there, if a library
 * function found it: `strchr(alphabet, letter) - alphabet`. VALUE is that number. */
static void position(struct vt_analysis *analysis, uint32_t value, uint32_t pointer,
                     unsigned depth) {
    uint32_t found = vt_plain_value(analysis, pointer);
    const struct vt_inst *inst = vt_inst_at(analysis, found);
    bool chooses = inst->op == VT_OP_PHI || inst->op == VT_OP_SELECT;
    for (uint32_t i = inst->op == VT_OP_SELECT; chooses && depth && i < inst->nargs; i++)
        position(analysis, value, inst->args[i], depth - 1);
    uint32_t symbol = inst->op == VT_OP_CALL ? vt_modelled(analysis, inst) : VT_NONE;
    for (unsigned i = 0; symbol != VT_NONE && i < analysis->shared->nrows[symbol]; i++) {
        const struct vt_row *row = &analysis->shared->rows[symbol][i];
        uint32_t argument = vt_row_tells_position(row) ? (uint32_t)row->from.base : VT_NONE;
        if (argument < inst->nargs && vt_inst_at(analysis, inst->args[argument])->op != VT_OP_INT)
            vt_use_value(analysis, value, vt_value_node(analysis, value), inst->args[argument],
                         VT_TAG_DECODE);
    }
}

static void binary(struct vt_analysis *analysis, uint32_t value, const struct vt_inst *inst) {
    uint32_t tags = binary_tags(inst);
    if (inst->sub == VT_SUB && vt_points_of(analysis, inst->args[0])->count &&
        vt_points_of(analysis, inst->args[1])->count)
        tags = VT_TAG_LENGTH;
    if (tags == VT_TAG_LENGTH)
        position(analysis, value, inst->args[0], 1);
    for (uint32_t i = 0; i < inst->nargs; i++)
        if (vt_inst_at(analysis, inst->args[i])->op != VT_OP_INT)
            vt_use_value(analysis, value, vt_value_node(analysis, value), inst->args[i], tags);
}

static void from_all(struct vt_analysis *analysis, uint32_t value, const struct vt_inst *inst,
                     uint32_t first, uint32_t tags) {
    uint32_t node = vt_value_node(analysis, value);
    for (uint32_t i = first; i < inst->nargs; i++)
        vt_use_value(analysis, value, node, inst->args[i], tags);
}

/* A pointer is not what it is computed from, but a number made of it is: `(uintptr_t)(p + n)`. */
static void cast(struct vt_analysis *analysis, uint32_t value, const struct vt_inst *inst) {
    const struct vt_inst *from = vt_inst_at(analysis, inst->args[0]);
    from_all(analysis, value, inst, 0, inst->bits < inst->from_bits ? VT_TAG_TRUNCATE : 0);
    if (from->op == VT_OP_GEP && !inst->pointer)
        vt_use_value(analysis, value, vt_value_node(analysis, value), from->args[0],
                     VT_TAG_ARITHMETIC);
}

/* ---- What is decided ---------------------------------------------------------------------- */

enum { MAX_DECIDING = 8 };

static void decide_by(struct vt_analysis *analysis, uint32_t at, uint32_t node, uint32_t block) {
    const struct vt_block *from = &analysis->function->blocks[block];
    const struct vt_inst *end = vt_inst_at(analysis, from->first + from->count - 1);
    if (end->nargs && from->nsuccessors > 1)
        vt_use_value(analysis, at, node, end->args[0], VT_TAG_DECIDED);
}

/* The conditions BLOCK stands under decide what comes from it. */
static void decide(struct vt_analysis *analysis, uint32_t at, uint32_t node, uint32_t block) {
    const struct vt_cfg *cfg = analysis->cfg;
    decide_by(analysis, at, node, block);
    for (uint32_t a = 0; a < cfg->narms[block] && a < MAX_DECIDING; a++)
        if (cfg->arms[block][a].block != block)
            decide_by(analysis, at, node, cfg->arms[block][a].block);
}

static bool is_constant(const struct vt_analysis *analysis, uint32_t value) {
    uint8_t op = vt_inst_at(analysis, value)->op;
    return op == VT_OP_INT || op == VT_OP_DATA;
}

/* True if one of the values that PHI joins is made of another: `if (bit) sum |= mask;`. */
static bool is_updated(const struct vt_analysis *analysis, const struct vt_inst *phi) {
    for (uint32_t i = 0; i < phi->nargs && i < MAX_DECIDING; i++) {
        const struct vt_inst *made = vt_inst_at(analysis, phi->args[i]);
        for (uint32_t k = 0; k < phi->nargs && made->op == VT_OP_BINARY && k < MAX_DECIDING; k++)
            if (made->args[0] == phi->args[k] || made->args[1] == phi->args[k])
                return true;
    }
    return false;
}

static void phi(struct vt_analysis *analysis, uint32_t value, const struct vt_inst *inst) {
    const struct vt_block *block = &analysis->function->blocks[inst->block];
    bool verdict = is_updated(analysis, inst), loops = false;
    from_all(analysis, value, inst, 0, 0);
    for (uint32_t i = 0; i < inst->nargs; i++) {
        verdict |= is_constant(analysis, inst->args[i]);
        loops |= analysis->cfg->order[block->predecessors[i]] != VT_NONE &&
                 vt_cfg_dominates(analysis->cfg, inst->block, block->predecessors[i]);
    }
    if (!verdict || loops)
        return;
    for (uint32_t i = 0; i < inst->nargs && i < 4 * MAX_DECIDING; i++)
        if (analysis->cfg->order[block->predecessors[i]] != VT_NONE)
            decide(analysis, value, vt_value_node(analysis, value), block->predecessors[i]);
}

static void choose(struct vt_analysis *analysis, uint32_t value, const struct vt_inst *inst) {
    from_all(analysis, value, inst, 1, 0);
    vt_use_value(analysis, value, vt_value_node(analysis, value), inst->args[0], VT_TAG_DECIDED);
}

/* ---- Calls ------------------------------------------------------------------------------- */

uint32_t vt_new_call(struct vt_analysis *analysis, uint32_t inst, uint32_t symbol,
                     uint32_t narguments) {
    const struct vt_inst *at = vt_inst_at(analysis, inst);
    uint32_t call = analysis->ncalls++;
    analysis->calls = vt_grow(analysis->arena, analysis->calls, call, &analysis->calls_capacity,
                              sizeof *analysis->calls);
    analysis->call_insts = vt_grow(analysis->arena, analysis->call_insts, call,
                                   &analysis->call_insts_capacity, sizeof *analysis->call_insts);
    analysis->calls[call] =
        (struct vt_call){.symbol = symbol,
                         .location = at->location,
                         .guards = VT_NONE,
                         .narguments = (uint8_t)(narguments < 255 ? narguments : 255),
                         .noreturn = at->noreturn,
                         .repeats = analysis->cfg->loops[at->block]};
    analysis->call_insts[call] = inst;
    analysis->call_chosen = vt_grow(analysis->arena, analysis->call_chosen, call,
                                    &analysis->call_chosen_capacity, sizeof *analysis->call_chosen);
    analysis->call_chosen[call] = NULL;
    return call;
}

/* Levels of pointers in memory that are followed into a call. */
enum { CALL_LEVELS = 2 };

struct effect {
    struct vt_analysis *analysis;
    unsigned *nfollowed; /* by level */
    uint32_t at, node;
    const struct vt_place *from; /* where the pointer stands that leads to the object */
    unsigned levels, ntake;
    struct vt_range take[VT_DEPTH];
};

/* What the call may have written behind a pointer in the object it was given, or in one that this
 * leads to. */
static void effect_cell(void *context, struct vt_range at, const struct vt_place *target,
                        uint32_t value) {
    (void)value;
    struct effect inner = *(const struct effect *)context;
    struct vt_rewrite rewrite = vt_rewrite_into(target, VT_OFFSET_HIGH);
    if (++inner.nfollowed[inner.ntake] > VT_MAX_FOLLOWED) {
        inner.analysis->loses = true;
        return;
    }
    inner.take[inner.ntake++] = vt_range_seen_from(inner.from, at);
    memmove(rewrite.take + inner.ntake, rewrite.take, rewrite.ntake * sizeof *rewrite.take);
    memcpy(rewrite.take, inner.take, inner.ntake * sizeof *rewrite.take);
    rewrite.ntake = (uint8_t)(rewrite.ntake + inner.ntake);
    vt_memory_define(inner.analysis, target->root, inner.at, inner.node, &rewrite, VT_TAG_KEPT,
                     NULL);
    bool is_itself = vt_place_is_beside(target, inner.from);
    inner.from = target;
    if (inner.ntake < inner.levels && !is_itself)
        vt_points_cells(inner.analysis, target, effect_cell, &inner);
}

/* The memory beneath the argument VALUE after the call, where CALLEE changes any. */
static void change_argument(struct vt_analysis *analysis, uint32_t at, uint32_t effect,
                            uint32_t value, struct vt_known_port callee, bool alone) {
    const struct vt_points *points = vt_points_of(analysis, value);
    int64_t extent = vt_extent(analysis, value);
    unsigned levels = callee.writes > CALL_LEVELS ? CALL_LEVELS : callee.writes - 1u;
    struct vt_cover cover;
    /* What a known callee leaves as it was need not go round through it. */
    bool covers = alone && !callee.passes && vt_points_cover(points, extent, &cover);
    if (covers && !cover.range.low)
        cover.range.low = INT32_MIN; /* the handle's fields as well */
    for (unsigned i = 0; i < points->count; i++) {
        const struct vt_place *place = &points->at[i];
        struct vt_rewrite into = vt_rewrite_into(place, extent);
        vt_memory_define(analysis, place->root, at, effect, &into, covers ? 0 : VT_TAG_KEPT,
                         covers ? &cover : NULL);
        unsigned nfollowed[CALL_LEVELS] = {0};
        struct effect behind = {.analysis = analysis,
                                .nfollowed = nfollowed,
                                .at = at,
                                .node = effect,
                                .from = place,
                                .levels = levels};
        if (levels)
            vt_points_cells(analysis, place, effect_cell, &behind);
    }
}

void vt_pass_argument(struct vt_analysis *analysis, const struct vt_passed *passed) {
    uint32_t at = passed->at, call = passed->call, number = passed->number, value = passed->value;
    const struct vt_points *points = vt_points_of(analysis, value);
    struct vt_known_port callee =
        vt_known_port(analysis->shared, analysis->calls[call].symbol, number);
    uint32_t argument = vt_graph_node(analysis->graph, VT_NODE_ARGUMENT, number, call);
    bool is_data = vt_inst_at(analysis, value)->op == VT_OP_DATA;

    if (callee.value || (callee.reads && is_data))
        vt_use_value(analysis, at, argument, value, vt_share_of(analysis, value, false));
    struct constant_link link = {analysis, argument, vt_inst_at(analysis, at)->location};
    if (callee.reads && !is_data)
        vt_visit_constants(analysis, value, link_constant, &link);
    unsigned levels = callee.reads > CALL_LEVELS ? CALL_LEVELS : callee.reads - 1u;
    struct vt_use use = {.at = at, .to = argument, .pointer = value, .later = passed->later};
    for (unsigned i = 0; callee.reads && i < points->count; i++)
        vt_use_beneath(analysis, &use, &points->at[i], vt_extent(analysis, value), levels);
    if (callee.writes && points->count)
        change_argument(analysis, at, vt_graph_node(analysis->graph, VT_NODE_EFFECT, number, call),
                        value, callee, passed->alone);
}

/* True if argument NUMBER shares no object with another one. */
static bool is_alone(const struct vt_analysis *analysis, const struct vt_inst *inst,
                     uint32_t number) {
    const struct vt_points *mine = vt_points_of(analysis, inst->args[number]);
    for (uint32_t a = 0; a < inst->nargs; a++) {
        const struct vt_points *other = vt_points_of(analysis, inst->args[a]);
        if (a == number)
            continue;
        for (unsigned i = 0; i < other->count; i++)
            for (unsigned j = 0; j < mine->count; j++)
                if (other->at[i].root == mine->at[j].root)
                    return false;
    }
    return true;
}

static void call_through(struct vt_analysis *analysis, uint32_t value, const struct vt_inst *inst,
                         uint32_t call) {
    uint32_t callee = vt_graph_node(analysis->graph, VT_NODE_CALLEE, 0, call);
    const struct vt_inst *loaded = vt_inst_at(analysis, inst->callee);
    struct vt_range range;
    uint32_t type;
    vt_use_value(analysis, value, callee, inst->callee, 0);
    if (loaded->op == VT_OP_LOAD && typed_field(analysis, loaded->args[0], &range, &type)) {
        struct vt_rewrite rewrite = {.ntake = 1, .take = {range}, .flags = VT_REWRITE_EXACT};
        vt_graph_edge(analysis->graph, vt_graph_node(analysis->graph, VT_NODE_TYPE, 0, type),
                      callee, &rewrite, VT_TAG_FIELD, inst->location);
    }
}

/* An object a call returns holds what the call put there. */
static void define_result(struct vt_analysis *analysis, uint32_t value, uint32_t result) {
    static const struct vt_rewrite beneath = {.flags = VT_REWRITE_MEMORY};
    const struct vt_points *points = vt_points_of(analysis, value);
    for (unsigned i = 0; i < points->count; i++) {
        const struct vt_root *root = &analysis->roots[points->at[i].root];
        struct vt_cover cover = {.place = points->at[i], .range = {INT32_MIN, VT_OFFSET_HIGH}};
        if (root->kind == VT_ROOT_RESULT && root->value == value)
            vt_memory_define(analysis, points->at[i].root, value, result, &beneath, 0, &cover);
    }
}

/* A call, with CHOSEN the one way on which its function is INST's, or is given to it. Gives the
 * node of its result, or VT_NONE. */
static uint32_t call_one(struct vt_analysis *analysis, uint32_t value, const struct vt_inst *inst,
                         const struct vt_chosen *chosen) {
    uint32_t number = vt_new_call(analysis, value, inst->symbol, inst->nargs);
    analysis->call_chosen[number] = chosen;
    if (inst->symbol == VT_NONE)
        call_through(analysis, value, inst, number);
    uint64_t keeps = inst->symbol == VT_NONE ? 0 : analysis->shared->keeps[inst->symbol];
    for (uint32_t a = 0; a < inst->nargs && a < 255; a++) {
        struct vt_passed passed = {.at = value,
                                   .call = number,
                                   .number = a,
                                   .value = inst->args[a],
                                   .alone = !chosen && is_alone(analysis, inst, a),
                                   .later = a < VT_MAX_KEPT && keeps >> a & 1};
        vt_pass_argument(analysis, &passed);
    }
    const struct vt_known *callee =
        inst->symbol == VT_NONE ? NULL : analysis->shared->known[inst->symbol];
    return callee && !callee->result ? VT_NONE
                                     : vt_graph_node(analysis->graph, VT_NODE_RESULT, 0, number);
}

/* A call by which one of several functions is called, or given. */
struct chosen_call {
    struct vt_analysis *analysis;
    uint32_t at, value; /* value: which function it is */
    uint32_t result;    /* what they return; VT_NONE: nothing */
};

static bool is_function(const struct vt_analysis *analysis, const struct vt_inst *inst) {
    return inst->op == VT_OP_SYMBOL && analysis->ir->symbols[inst->symbol].is_function &&
           !analysis->shared->rows[inst->symbol];
}

static void call_chosen(void *context, uint32_t value, const struct vt_chosen *chosen) {
    struct chosen_call *call = context;
    struct vt_analysis *analysis = call->analysis;
    struct vt_inst inst = *vt_inst_at(analysis, call->at);
    inst.args = vt_alloc_copy(analysis->arena, inst.args, inst.nargs * sizeof *inst.args);
    for (uint32_t a = 0; a < inst.nargs; a++)
        if (inst.args[a] == call->value)
            inst.args[a] = value;
    if (inst.symbol == VT_NONE && inst.callee == call->value) {
        inst.callee = value;
        if (is_function(analysis, vt_inst_at(analysis, value)))
            inst.symbol = vt_inst_at(analysis, value)->symbol;
    }
    uint32_t result =
        call_one(analysis, call->at, &inst, vt_alloc_copy(analysis->arena, chosen, sizeof *chosen));
    if (result == VT_NONE)
        return;
    if (call->result == VT_NONE)
        call->result = vt_graph_hub(analysis->graph);
    vt_graph_edge(analysis->graph, result, call->result, &vt_rewrite_identity, 0, inst.location);
}

/* `run(ready ? go : wait)` is two calls, each with its own condition, as is `(ready ? go :
 * wait)()`; false if it is no such call. What they return into *RESULT. */
static bool call_each(struct vt_analysis *analysis, uint32_t at, const struct vt_inst *inst,
                      uint32_t *result) {
    struct chosen_call call = {analysis, at, VT_NONE, VT_NONE};
    struct vt_choices choices = {is_function, call_chosen, &call};
    for (uint32_t a = 0; a <= inst->nargs; a++) {
        if (a == 0 && inst->symbol != VT_NONE)
            continue;
        call.value = a == 0 ? inst->callee : inst->args[a - 1];
        if (!vt_choices_visit(analysis, call.value, &choices))
            continue;
        *result = call.result;
        return true;
    }
    return false;
}

static void call(struct vt_analysis *analysis, uint32_t value, const struct vt_inst *inst) {
    if (vt_modelled(analysis, inst) != VT_NONE) {
        vt_apply_models(analysis, value);
        return;
    }
    uint32_t result;
    if (!call_each(analysis, value, inst, &result))
        result = call_one(analysis, value, inst, NULL);
    if (result == VT_NONE)
        return;
    uint32_t early = analysis->value_nodes[value]; /* of what stands before it in the order */
    if (early != VT_NONE)
        vt_graph_edge(analysis->graph, result, early, &vt_rewrite_identity, 0, inst->location);
    analysis->value_nodes[value] = result;
    define_result(analysis, value, result);
}

/* A va_list leads through one pointer, wherever the target keeps it, to all arguments behind the
 * last parameter: which of them is taken next is not followed. */
static void begin_variadic(struct vt_analysis *analysis, uint32_t at, const struct vt_inst *inst) {
    static const struct vt_rewrite behind = {
        .nput = 2, .put = {{VT_OFFSET_LOW, VT_OFFSET_HIGH}, {VT_OFFSET_LOW, VT_OFFSET_HIGH}}};
    const struct vt_points *points = vt_points_of(analysis, inst->args[0]);
    uint32_t first = analysis->function->nparams, all = vt_graph_hub(analysis->graph);
    for (uint32_t i = first; i < first + VT_MAX_VARIADIC && i < 255; i++)
        vt_graph_edge(analysis->graph, vt_graph_node(analysis->graph, VT_NODE_FORMAL, i, 0), all,
                      &vt_rewrite_identity, 0, inst->location);
    for (unsigned i = 0; i < points->count; i++) {
        vt_memory_define(analysis, points->at[i].root, at, all, &behind, 0, NULL);
        analysis->roots[points->at[i].root].is_list = true;
    }
}

/* ---- Returning --------------------------------------------------------------------------- */

static void return_value(struct vt_analysis *analysis, uint32_t at, uint32_t value,
                         bool one_of_many) {
    uint32_t node = vt_graph_node(analysis->graph, VT_NODE_RETURN, 0, 0);
    const struct vt_points *points = vt_points_of(analysis, value);
    struct constant_link link = {analysis, node, vt_inst_at(analysis, at)->location};
    vt_use_value(analysis, at, node, value, vt_share_of(analysis, value, false));
    vt_visit_constants(analysis, value, link_constant, &link);
    struct vt_use use = {.at = at, .to = node, .pointer = value};
    for (unsigned i = 0; i < points->count; i++)
        vt_use_beneath(analysis, &use, &points->at[i], vt_extent(analysis, value), CALL_LEVELS);
    if (one_of_many && is_constant(analysis, value))
        decide(analysis, at, node, vt_inst_at(analysis, at)->block);
}

/* What lies beneath parameters, and behind pointers in globals, when the function returns. Of one
 * that never does, only the latter: those whom it calls may look there. */
static void return_memory(struct vt_analysis *analysis, uint32_t at, bool returns) {
    for (uint32_t r = 0; r < analysis->nroots; r++) {
        const struct vt_root *root = &analysis->roots[r];
        struct vt_place place = {.root = r};
        struct vt_use use = {.at = at, .pointer = VT_NONE};
        if (root->kind == VT_ROOT_FORMAL && returns && vt_inst_at(analysis, root->value)->imm < 256)
            use.to = vt_graph_node(analysis->graph, VT_NODE_OUT,
                                   (unsigned)vt_inst_at(analysis, root->value)->imm, 0);
        else if (root->kind == VT_ROOT_GLOBAL)
            use.to = vt_graph_node(analysis->graph, VT_NODE_GLOBAL, 0, root->symbol);
        else
            continue;
        if (vt_memory_is_defined(analysis, r))
            vt_use_beneath(analysis, &use, &place, VT_OFFSET_HIGH, CALL_LEVELS);
    }
}

/* True if BLOCK ends the program, or leads back to where a loop begins. */
static bool is_last(const struct vt_analysis *analysis, uint32_t block) {
    const struct vt_cfg *cfg = analysis->cfg;
    const struct vt_block *at = &analysis->function->blocks[block];
    bool is_last = cfg->ends[block] || at->nsuccessors == 0;
    for (uint32_t s = 0; s < at->nsuccessors && !is_last; s++)
        is_last = cfg->order[at->successors[s]] <= cfg->order[block];
    return is_last;
}

static void leave(struct vt_analysis *analysis) {
    uint32_t nreturns = 0;
    for (uint32_t b = 0; b < analysis->cfg->nordered; b++) {
        const struct vt_block *block = &analysis->function->blocks[analysis->cfg->ordered[b]];
        nreturns += vt_inst_at(analysis, block->first + block->count - 1)->op == VT_OP_RETURN;
    }
    for (uint32_t b = 0; b < analysis->cfg->nordered; b++) {
        const struct vt_block *block = &analysis->function->blocks[analysis->cfg->ordered[b]];
        uint32_t end = block->first + block->count - 1;
        const struct vt_inst *inst = vt_inst_at(analysis, end);
        bool returns = inst->op == VT_OP_RETURN;
        if (!returns && (nreturns > 0 || !is_last(analysis, analysis->cfg->ordered[b])))
            continue;
        analysis->at = end;
        if (returns && inst->nargs)
            return_value(analysis, end, inst->args[0], nreturns > 1);
        return_memory(analysis, end, returns);
    }
    vt_concealed_leave(analysis);
}

/* ---- All --------------------------------------------------------------------------------- */

static void transfer(struct vt_analysis *analysis, uint32_t value) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    analysis->at = value;
    switch (inst->op) {
    case VT_OP_LOAD:
        load(analysis, value, inst);
        if (!vt_alphabet_of(analysis, inst))
            load_constant(analysis, value, inst);
        if (vt_modelled(analysis, inst) != VT_NONE)
            vt_apply_models(analysis, value);
        break;
    case VT_OP_STORE:
        store(analysis, value, inst);
        break;
    case VT_OP_ATOMIC:
        atomic(analysis, value, inst);
        break;
    case VT_OP_BINARY:
        binary(analysis, value, inst);
        break;
    case VT_OP_CAST:
        cast(analysis, value, inst);
        break;
    case VT_OP_COMPARE:
        from_all(analysis, value, inst, 0, VT_TAG_COMPARED);
        break;
    case VT_OP_SELECT:
        choose(analysis, value, inst);
        break;
    case VT_OP_PHI:
        phi(analysis, value, inst);
        break;
    case VT_OP_EXTRACT:
        from_all(analysis, value, inst, 0,
                 inst->pointer ? 0 : vt_part_tags(analysis, inst->args[0], inst->bits));
        break;
    case VT_OP_INSERT:
    case VT_OP_ASM:
    case VT_OP_CATCH:
    case VT_OP_UNKNOWN:
        from_all(analysis, value, inst, 0, 0);
        break;
    case VT_OP_CALL:
        call(analysis, value, inst);
        break;
    case VT_OP_VARIADIC:
        begin_variadic(analysis, value, inst);
        break;
    default:
        break;
    }
}

void vt_transfer(struct vt_analysis *analysis) {
    for (uint32_t b = 0; b < analysis->cfg->nordered; b++) {
        const struct vt_block *block = &analysis->function->blocks[analysis->cfg->ordered[b]];
        vt_fill_behind(analysis, analysis->cfg->ordered[b]);
        for (uint32_t i = 0; i < block->count && !analysis->cut; i++) {
            transfer(analysis, block->first + i);
            analysis->cut |= vt_graph_nedges(analysis->graph) > analysis->shared->limits->edges;
        }
    }
    leave(analysis);
}
