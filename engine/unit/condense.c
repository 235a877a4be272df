#include "engine/unit/condense.h"

#include <assert.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/base/strings.h"
#include "engine/concealed/concealed.h"
#include "engine/facts/intern.h"
#include "engine/idioms/idioms.h"
#include "engine/unit/analysis.h"

struct vt_limits vt_limits_for(unsigned level) {
    assert(level >= 1 && level <= 10);
    return (struct vt_limits){.instructions = (size_t)5000 << level,
                              .edges = (size_t)40000 << level};
}

static void add_blind(struct vt_condenser *shared, enum vt_blind_kind kind, uint32_t what,
                      uint32_t location, uint32_t count) {
    struct vt_unit *unit = shared->unit;
    unit->blinds = vt_grow(unit->arena, unit->blinds, unit->nblinds, &shared->blinds_capacity,
                           sizeof *unit->blinds);
    unit->blinds[unit->nblinds++] = (struct vt_blind){
        .kind = (uint8_t)kind, .what = what, .location = location, .count = count};
}

/* ---- One function ------------------------------------------------------------------------ */

static uint32_t flags_of(const struct vt_ir *ir, const struct vt_ir_function *from) {
    const struct vt_symbol *symbol = &ir->symbols[from->symbol];
    uint32_t flags = 0;
    if (symbol->is_constructor)
        flags |= VT_FUNCTION_CONSTRUCTOR;
    if (symbol->is_ifunc)
        flags |= VT_FUNCTION_IFUNC;
    if (!symbol->is_local && !symbol->is_hidden)
        flags |= VT_FUNCTION_EXPORTED;
    if (symbol->is_address_taken)
        flags |= VT_FUNCTION_ADDRESS_TAKEN;
    if (symbol->is_noreturn)
        flags |= VT_FUNCTION_NORETURN;
    if (from->variadic)
        flags |= VT_FUNCTION_VARIADIC;
    if (from->is_constant)
        flags |= VT_FUNCTION_CONSTANT;
    return flags;
}

static void describe(struct vt_condenser *shared, const struct vt_ir_function *from,
                     struct vt_function *to) {
    const struct vt_ir *ir = shared->ir;
    to->symbol = from->symbol;
    to->location = from->location;
    to->flags = flags_of(ir, from);
    to->nparams = from->nparams < 256 ? from->nparams : 255;
    to->param_names = vt_alloc_array(shared->unit->arena, to->nparams, sizeof *to->param_names);
    for (uint32_t p = 0; p < to->nparams; p++) {
        uint32_t name = from->insts[from->params[p]].name;
        to->param_names[p] = name == VT_NONE ? 0 : name;
    }
}

/* A function none of whose returns can be reached does not return. */
static bool never_returns(const struct vt_analysis *analysis) {
    for (uint32_t b = 0; b < analysis->cfg->nordered; b++) {
        const struct vt_block *block = &analysis->function->blocks[analysis->cfg->ordered[b]];
        if (vt_inst_at(analysis, block->first + block->count - 1)->op == VT_OP_RETURN)
            return false;
    }
    return true;
}

static void count_assembly(const struct vt_analysis *analysis) {
    uint32_t count = 0, location = VT_NONE;
    for (uint32_t i = 0; i < analysis->function->ninsts; i++) {
        if (vt_inst_at(analysis, i)->op != VT_OP_ASM)
            continue;
        if (!count++)
            location = vt_inst_at(analysis, i)->location;
    }
    if (count)
        add_blind(analysis->shared, VT_BLIND_ASM,
                  analysis->ir->symbols[analysis->function->symbol].name, location, count);
}

/* True if all that VALUE is good for is to be a number that nobody has for an operand:
 * `(void)!f()`.
 */
static bool is_idle(const struct vt_analysis *analysis, uint32_t value) {
    uint8_t op = vt_inst_at(analysis, value)->op;
    return !analysis->is_used[value] &&
           (op == VT_OP_CAST || op == VT_OP_COMPARE || op == VT_OP_BINARY);
}

static void mark_operands(struct vt_analysis *analysis, uint32_t value) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    for (uint32_t a = 0; a < inst->nargs; a++)
        if (inst->args[a] != VT_NONE)
            analysis->is_used[inst->args[a]] = true;
}

/* Backwards, for what is of no use uses nothing either; but those first that go round in loops. */
static void mark_used(struct vt_analysis *analysis) {
    uint32_t count = analysis->function->ninsts;
    analysis->is_used = vt_alloc_array(analysis->arena, count, sizeof *analysis->is_used);
    for (uint32_t i = 0; i < count; i++)
        if (vt_inst_at(analysis, i)->op == VT_OP_PHI)
            mark_operands(analysis, i);
    for (uint32_t i = count; i-- > 0;)
        if (!is_idle(analysis, i))
            mark_operands(analysis, i);
}

static void analyse(struct vt_analysis *analysis, struct vt_function *function) {
    analysis->cfg = vt_cfg_build(analysis->function, analysis->arena);
    analysis->graph = vt_graph_new(analysis->arena);
    analysis->value_nodes =
        vt_alloc_array(analysis->arena, analysis->function->ninsts, sizeof *analysis->value_nodes);
    memset(analysis->value_nodes, 0xff, analysis->function->ninsts * sizeof *analysis->value_nodes);
    mark_used(analysis);
    vt_points_find(analysis);
    vt_elements_find(analysis);
    if (vt_points_learn(analysis))
        function->flags |= VT_FUNCTION_INSIDE;
    vt_analysis_check(analysis, VT_PASS_POINTS);
    analysis->memory = vt_memory_new(analysis);
    vt_concealed_find(analysis);
    vt_transfer(analysis);
    vt_letters_find(analysis);
    vt_alike_find(analysis);
    vt_scramble_find(analysis);
    vt_rounds_find(analysis);
    vt_generators_find(analysis);
    vt_keystream_find(analysis);
    vt_counts_find(analysis);
    vt_cleared_find(analysis);
    vt_analysis_check(analysis, VT_PASS_TRANSFER);
    vt_guards_find(analysis);
    vt_analysis_check(analysis, VT_PASS_GUARDS);
    vt_memory_connect(analysis);
    vt_analysis_check(analysis, VT_PASS_MEMORY);
    vt_graph_fold(analysis->graph);
    vt_analysis_check(analysis, VT_PASS_FOLD);
    vt_emit_sites(analysis, function);
    count_assembly(analysis);
    if (never_returns(analysis))
        function->flags |= VT_FUNCTION_NORETURN;
}

static void condense_function(struct vt_condenser *shared, const struct vt_ir_function *from,
                              struct vt_function *to) {
    bool loses = false;
    describe(shared, from, to);
    if (from->ninsts > shared->limits->instructions || !from->nblocks) {
        to->flags |= VT_FUNCTION_CUT;
    } else {
        struct vt_analysis analysis = {.shared = shared, .ir = shared->ir, .function = from};
        analysis.arena = vt_arena_new();
        analyse(&analysis, to);
        if (analysis.cut)
            to->flags |= VT_FUNCTION_CUT;
        loses = analysis.loses;
        vt_arena_free(analysis.arena);
    }
    if (to->flags & VT_FUNCTION_CUT || loses)
        add_blind(shared, VT_BLIND_BUDGET, shared->ir->symbols[from->symbol].name, from->location,
                  1);
}

/* ---- What globals hold from the start ---------------------------------------------------- */

/* A head of a list that knows its own end: what is put behind the pointer at RANGE of GLOBAL stands
 * in GLOBAL. */
static void lead_back(struct vt_graph *graph, uint32_t global, struct vt_range range) {
    struct vt_rewrite take = {.ntake = 1, .take = {range}, .flags = VT_REWRITE_MEMORY};
    vt_graph_edge(graph, global, global, &take, 0, VT_NONE);
}

/* True if SYMBOL tells of a class, for those that catch what is thrown. */
static bool is_typeinfo(const struct vt_ir *ir, uint32_t symbol) {
    return strncmp(vt_string(ir->strings, ir->symbols[symbol].name), "_ZTI", 4) == 0;
}

/* What is thrown as class DERIVED is caught as its base BASE, too (rows of __cxa_throw). */
static void catch_as_base(struct vt_graph *graph, uint32_t derived, uint32_t base) {
    struct vt_range thrown = vt_range_field("thrown");
    struct vt_rewrite same = {.ntake = 1, .take = {thrown}, .nput = 1, .put = {thrown}};
    vt_graph_edge(graph, derived, base, &same, 0, VT_NONE);
}

static void initializer(struct vt_condenser *shared, struct vt_graph *graph,
                        const struct vt_initializer *from) {
    struct vt_rewrite put = {.nput = 1,
                             .put = {{(int32_t)from->offset, (int32_t)from->offset + 1}}};
    uint32_t global = vt_graph_node(graph, VT_NODE_GLOBAL, 0, from->symbol), node;
    bool function = false;

    if (from->offset >= VT_OFFSET_HIGH)
        return;
    if (from->data != VT_NONE) {
        node = vt_graph_node(graph, VT_NODE_CONSTANT, 0, vt_constant_data(shared, from->data, 0));
        if (from->content)
            put.put[0].high = (int32_t)(from->offset + shared->ir->data[from->data].size);
    } else if (from->target != VT_NONE && shared->ir->symbols[from->target].is_function) {
        node =
            vt_graph_node(graph, VT_NODE_CONSTANT, 0, vt_constant_function(shared, from->target));
        function = true;
    } else if (from->target != VT_NONE) {
        node = vt_graph_node(graph, VT_NODE_GLOBAL, 0, from->target);
        put.flags = VT_REWRITE_MEMORY;
        if (from->target == from->symbol)
            lead_back(graph, node, put.put[0]);
        else if (is_typeinfo(shared->ir, from->target) && is_typeinfo(shared->ir, from->symbol))
            catch_as_base(graph, global, node);
    } else {
        return;
    }
    vt_graph_edge(graph, node, global, &put, 0, VT_NONE);
    if (function && from->type != VT_NONE) {
        put.put[0] = (struct vt_range){from->type_offset, from->type_offset + 1};
        vt_graph_edge(graph, node, vt_graph_node(graph, VT_NODE_TYPE, 0, from->type), &put,
                      VT_TAG_FIELD, VT_NONE);
    }
}

/* By symbol: whether its data may be read where this unit's functions do not name them. What does
 * not change is told where it is named, and here only if another unit or a pointer in a global may
 * lead to it. */
static bool *find_distant(const struct vt_ir *ir, struct vt_arena *arena) {
    bool *distant = vt_alloc_array(arena, ir->nsymbols, sizeof *distant);
    for (uint32_t s = 0; s < ir->nsymbols; s++) {
        const struct vt_symbol *symbol = &ir->symbols[s];
        distant[s] = !symbol->is_constant || (!symbol->is_local && !symbol->is_inline);
    }
    for (uint32_t i = 0; i < ir->ninitializers; i++)
        if (ir->initializers[i].target != VT_NONE)
            distant[ir->initializers[i].target] = true;
    return distant;
}

static void condense_initializers(struct vt_condenser *shared, struct vt_function *function) {
    const struct vt_ir *ir = shared->ir;
    struct vt_arena *arena = vt_arena_new();
    struct vt_graph *graph = vt_graph_new(arena);
    const bool *distant = find_distant(ir, arena);
    for (uint32_t i = 0; i < ir->ninitializers; i++)
        initializer(shared, graph, &ir->initializers[i]);
    for (uint32_t d = 0; d < ir->ndata; d++) {
        const struct vt_data *data = &ir->data[d];
        if (data->symbol == VT_NONE || !distant[data->symbol])
            continue;
        int32_t size = data->size < VT_OFFSET_HIGH ? (int32_t)data->size : VT_OFFSET_HIGH;
        struct vt_rewrite put = {.nput = 1, .put = {{0, size ? size : 1}}};
        vt_graph_edge(graph,
                      vt_graph_node(graph, VT_NODE_CONSTANT, 0, vt_constant_data(shared, d, 0)),
                      vt_graph_node(graph, VT_NODE_GLOBAL, 0, data->symbol), &put, 0, VT_NONE);
    }
    function->symbol = function->location = VT_NONE;
    function->flags = VT_FUNCTION_INITIALIZERS;
    function->guards.offsets = vt_alloc(shared->unit->arena, sizeof *function->guards.offsets);
    vt_graph_fold(graph);
    vt_graph_emit(graph, shared, function);
    vt_arena_free(arena);
}

/* ---- Library functions whose address is taken ---------------------------------------------- */

/* A function of the library that is called through a pointer does what its models say. The unit
 * gets a local function of that name that passes its arguments on to it; the address is that one's.
 */
static unsigned nparams_of(const struct vt_condenser *shared, uint32_t symbol) {
    int most = 0;
    for (unsigned r = 0; r < shared->nrows[symbol]; r++) {
        const struct vt_row *row = &shared->rows[symbol][r];
        const struct vt_port *ports[] = {&row->from, &row->to, &row->length};
        for (unsigned i = 0; i < 3; i++)
            most = ports[i]->base >= most ? ports[i]->base + 1 : most;
        for (unsigned i = 0; i < row->nroles; i++)
            most = row->roles[i].port.base >= most ? row->roles[i].port.base + 1 : most;
    }
    return (unsigned)most;
}

static void make_thunk(struct vt_condenser *shared, struct vt_arena *arena, uint32_t callee,
                       uint32_t symbol, struct vt_function *to) {
    uint32_t n = nparams_of(shared, callee);
    struct vt_inst *insts = vt_alloc_array(arena, n + 2, sizeof *insts);
    struct vt_block block = {.first = n, .count = 2};
    uint32_t *params = vt_alloc_array(arena, n, sizeof *params);
    for (uint32_t p = 0; p < n; p++) {
        insts[p] = (struct vt_inst){.op = VT_OP_PARAM,
                                    .pointer = true,
                                    .bits = 64,
                                    .imm = p,
                                    .block = VT_NONE,
                                    .name = VT_NONE,
                                    .type = VT_NONE};
        params[p] = p;
    }
    insts[n] = (struct vt_inst){.op = VT_OP_CALL,
                                .pointer = true,
                                .bits = 64,
                                .nargs = n,
                                .args = params,
                                .symbol = callee,
                                .callee = VT_NONE,
                                .location = VT_NONE,
                                .type = VT_NONE};
    insts[n + 1] = (struct vt_inst){
        .op = VT_OP_RETURN, .nargs = 1, .args = vt_alloc(arena, 4), .location = VT_NONE};
    insts[n + 1].args[0] = n;
    struct vt_ir_function function = {.symbol = symbol,
                                      .location = VT_NONE,
                                      .nparams = n,
                                      .params = params,
                                      .ninsts = n + 2,
                                      .nblocks = 1,
                                      .insts = insts,
                                      .blocks = &block};
    condense_function(shared, &function, to);
}

/* The IR with a symbol more for each thunk, by symbol in *THUNK_OF. */
static struct vt_ir with_thunks(const struct vt_ir *ir, const struct vt_models *models,
                                struct vt_arena *arena, uint32_t **thunk_of) {
    struct vt_ir more = *ir;
    more.symbols = vt_alloc_array(arena, 2 * ir->nsymbols, sizeof *more.symbols);
    *thunk_of = vt_alloc_array(arena, 2 * ir->nsymbols, sizeof **thunk_of);
    for (uint32_t s = 0; s < 2 * ir->nsymbols; s++)
        (*thunk_of)[s] = VT_NONE;
    for (uint32_t s = 0; s < ir->nsymbols; s++) {
        const struct vt_symbol *symbol = &ir->symbols[s];
        size_t count = 0;
        more.symbols[s] = *symbol;
        if (symbol->is_function && !symbol->is_defined && symbol->is_address_taken)
            vt_models_find(models, vt_string(ir->strings, symbol->name), &count);
        if (!count)
            continue;
        (*thunk_of)[s] = more.nsymbols;
        struct vt_symbol *thunk = &more.symbols[more.nsymbols++];
        *thunk = *symbol;
        thunk->is_defined = thunk->is_local = 1;
    }
    vt_ir_index(&more);
    return more;
}

/* ---- The unit ---------------------------------------------------------------------------- */

static void find_rows(struct vt_condenser *shared, struct vt_arena *arena) {
    const struct vt_ir *ir = shared->ir;

    shared->rows = vt_alloc_array(arena, ir->nsymbols, sizeof *shared->rows);
    shared->nrows = vt_alloc_array(arena, ir->nsymbols, sizeof *shared->nrows);
    shared->data_of = vt_alloc_array(arena, ir->nsymbols, sizeof *shared->data_of);
    memset(shared->data_of, 0xff, ir->nsymbols * sizeof *shared->data_of);
    for (uint32_t s = 0; s < ir->nsymbols; s++) {
        /* A function the unit itself defines is what it does, whatever its name; but what a
         * library's header defines in every unit is the library's. */
        if (ir->symbols[s].is_defined && !ir->symbols[s].is_inline)
            continue;
        size_t count;
        shared->rows[s] =
            vt_models_find(shared->models, vt_string(ir->strings, ir->symbols[s].name), &count);
        shared->nrows[s] = (uint16_t)count;
    }
    for (uint32_t d = 0; d < ir->ndata; d++)
        if (ir->data[d].symbol != VT_NONE)
            shared->data_of[ir->data[d].symbol] = d;
}

bool vt_condense(const struct vt_ir *ir, const struct vt_models *models,
                 const struct vt_limits *limits, struct vt_unit *unit, struct vt_error *error) {
    struct vt_arena *arena = vt_arena_new();
    struct vt_condenser shared = {.models = models, .limits = limits, .unit = unit, .arena = arena};
    struct vt_ir more = with_thunks(ir, models, arena, &shared.thunk_of);

    shared.ir = &more;
    unit->strings = ir->strings;
    shared.constants = vt_constants_new(arena);
    shared.rewrites = vt_rewrites_new(arena);
    shared.known = vt_alloc_array(arena, more.nsymbols, sizeof *shared.known);
    shared.returned = vt_alloc_array(arena, more.nsymbols, sizeof *shared.returned);
    shared.stored = vt_alloc_array(arena, more.nsymbols, sizeof *shared.stored);
    shared.keeps = vt_alloc_array(arena, more.nsymbols, sizeof *shared.keeps);
    find_rows(&shared, arena);
    shared.concealed = vt_concealed_prepare(&shared);
    shared.grants = vt_grants_prepare(&shared);
    unit->nfunctions = ir->nfunctions + 1 + (more.nsymbols - ir->nsymbols);
    unit->functions = vt_alloc_array(unit->arena, unit->nfunctions, sizeof *unit->functions);
    condense_initializers(&shared, &unit->functions[0]);
    shared.order = vt_ir_order(ir, arena);
    for (uint32_t i = 0; i < ir->nfunctions; i++) {
        struct vt_function *function = &unit->functions[shared.order[i] + 1];
        condense_function(&shared, &ir->functions[shared.order[i]], function);
        vt_known_learn(&shared, function);
    }
    struct vt_function *next = &unit->functions[ir->nfunctions + 1];
    for (uint32_t s = 0; s < ir->nsymbols; s++)
        if (shared.thunk_of[s] != VT_NONE)
            make_thunk(&shared, arena, s, shared.thunk_of[s], next++);
    vt_recognise(&shared);
    unit->claims = ir->claims;
    unit->nclaims = ir->nclaims;
    memcpy(unit->models_digest, models->digest, sizeof unit->models_digest);
    vt_tables_emit(&shared);
    vt_arena_free(arena);
#ifndef NDEBUG
    return vt_unit_verify(unit, error);
#else
    (void)error;
    return true;
#endif
}
