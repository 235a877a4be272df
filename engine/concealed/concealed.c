/* requires: IR, models' rows.  gives: constants that are decoded, where they are used.  breaks:
 * nothing.
 *
 * Functions in which something looks like a decoder, or that call one, are run on what is known of
 * them (evaluate.h). Whatever text or bytes memory then holds at a call or return, and the unit's
 * own data do not hold as they are, is a constant.
 */
#include "engine/concealed/concealed.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/concealed/evaluate.h"

/* Steps of one run, and of all runs in a unit; a longer function is not run. */
enum { MAX_STEPS = 60000, MAX_UNIT_STEPS = 1500000, MAX_FUNCTION = 4000 };
/* What is worth telling: texts and bytes of a length; at one place, so many different ones. */
enum { MIN_TEXT = 4, MIN_BYTES = 8, MIN_DISTINCT = 5, MAX_FOUND = 256, MAX_DECODED = 64 };
enum { MIN_SINGLE = 3, MAX_WRAPPERS = 2 };

struct vt_concealed {
    uint8_t *decodes; /* by function: it decodes, or calls one that does */
    uint32_t steps;
};

struct vt_decoded {
    uint32_t at,
        value; /* instruction and its argument; VT_NONE and a symbol: what a global holds */
    uint32_t constant, size;
};

/* ---- Who decodes ------------------------------------------------------------------------- */

static bool is_printable(uint8_t byte) {
    return (byte >= ' ' && byte < 127) || (byte >= '\t' && byte <= '\r');
}

/* True if the store of NUMBER puts letters somewhere. */
static bool stores_letters(const struct vt_inst *store, int64_t number) {
    unsigned letters = 0;
    for (unsigned i = 0; i < store->bits / 8u && i < 8; i++) {
        uint8_t byte = (uint8_t)((uint64_t)number >> (8 * i));
        letters += is_printable(byte);
        if (byte && !is_printable(byte))
            return false;
    }
    return letters >= (store->bits == 8 ? 1 : 2);
}

/* Has a loop that stores single bytes, or stores letters one by one. */
static bool looks_like_decoder(const struct vt_ir_function *function) {
    unsigned letters = 0;
    bool loops = false, bytes = false;
    for (uint32_t b = 0; b < function->nblocks; b++)
        for (uint32_t s = 0; s < function->blocks[b].nsuccessors; s++)
            loops |= function->blocks[b].successors[s] <= b;
    for (uint32_t i = 0; i < function->ninsts; i++) {
        const struct vt_inst *inst = &function->insts[i];
        if (inst->op != VT_OP_STORE || inst->pointer)
            continue;
        const struct vt_inst *stored = &function->insts[inst->args[1]];
        bytes |= inst->bits == 8 && stored->op != VT_OP_INT;
        bytes |= stored->op == VT_OP_BINARY && stored->sub == VT_XOR;
        letters += stored->op == VT_OP_INT && stores_letters(inst, stored->imm);
    }
    return (loops && bytes) || letters >= MIN_SINGLE;
}

/* Puts texts of the program one behind the other, with a function that a model tells so of. */
static bool joins_texts(const struct vt_condenser *shared, const struct vt_ir_function *function) {
    for (uint32_t i = 0; i < function->ninsts; i++) {
        const struct vt_inst *inst = &function->insts[i];
        if (inst->op != VT_OP_CALL || inst->symbol == VT_NONE)
            continue;
        for (unsigned r = 0; r < shared->nrows[inst->symbol]; r++) {
            const struct vt_row *row = &shared->rows[inst->symbol][r];
            bool joins = row->fact == VT_FACT_FLOW && row->from.depth == 1 && row->to.depth == 1 &&
                         !row->replaces && !row->tags && row->length.base == VT_PORT_NONE;
            if (joins && row->from.base >= 0 && (uint32_t)row->from.base < inst->nargs &&
                function->insts[inst->args[row->from.base]].op == VT_OP_DATA)
                return true;
        }
    }
    return false;
}

static bool calls_decoder(const struct vt_ir *ir, const struct vt_concealed *concealed,
                          const struct vt_ir_function *function) {
    for (uint32_t i = 0; i < function->ninsts; i++) {
        const struct vt_inst *inst = &function->insts[i];
        if (inst->op != VT_OP_CALL)
            continue;
        uint32_t callee = vt_ir_function_of(ir, inst->symbol);
        if (callee != VT_NONE && concealed->decodes[callee])
            return true;
    }
    return false;
}

struct vt_concealed *vt_concealed_prepare(const struct vt_condenser *shared) {
    const struct vt_ir *ir = shared->ir;
    struct vt_concealed *concealed = vt_alloc(shared->arena, sizeof *concealed);
    concealed->steps = MAX_UNIT_STEPS;
    concealed->decodes = vt_alloc(shared->arena, ir->nfunctions);
    for (uint32_t f = 0; f < ir->nfunctions; f++) {
        concealed->decodes[f] =
            looks_like_decoder(&ir->functions[f]) || joins_texts(shared, &ir->functions[f]);
    }
    for (unsigned round = 0; round < MAX_WRAPPERS; round++)
        for (uint32_t f = 0; f < ir->nfunctions; f++)
            concealed->decodes[f] |= calls_decoder(ir, concealed, &ir->functions[f]);
    return concealed;
}

/* ---- What is found ----------------------------------------------------------------------- */

static bool is_in_data(const struct vt_ir *ir, const uint8_t *bytes, size_t size) {
    for (uint32_t d = 0; d < ir->ndata; d++)
        if (memmem(ir->data[d].bytes, ir->data[d].size, bytes, size))
            return true;
    return false;
}

/* Bytes that look like letters by chance, counters and flags are no data. */
static bool is_worth_telling(const uint8_t *bytes, size_t size) {
    bool seen[256] = {false};
    unsigned distinct = 0;
    for (size_t i = 0; i < size; i++) {
        distinct += !seen[bytes[i]];
        seen[bytes[i]] = true;
    }
    return size >= MIN_BYTES && distinct >= MIN_DISTINCT;
}

static void keep(struct vt_analysis *analysis, struct vt_decoded decoded) {
    for (uint32_t i = 0; i < analysis->ndecoded; i++) {
        const struct vt_decoded *known = &analysis->decoded[i];
        if (known->at == decoded.at && known->value == decoded.value &&
            known->constant == decoded.constant)
            return;
    }
    if (analysis->ndecoded < MAX_DECODED)
        analysis->decoded[analysis->ndecoded++] = decoded;
}

/* Keeps what lies at OFFSET of OBJECT: a text up to its NUL, or all bytes that are known. */
static void look_at(struct vt_analysis *analysis, const struct vt_object *object, int64_t offset,
                    struct vt_decoded decoded) {
    uint32_t size = 0, text = 0;
    bool single = false;
    if (offset < 0 || offset >= object->size || !object->changed)
        return;
    const uint8_t *bytes = object->bytes + offset, *states = object->states + offset;
    while (size < object->size - offset && size < MAX_FOUND &&
           (states[size] == VT_BYTE_PLAIN || states[size] == VT_BYTE_SINGLE))
        size++;
    while (text < size && is_printable(bytes[text]))
        single |= states[text++] == VT_BYTE_SINGLE;
    bool is_text = text >= MIN_TEXT && text < size && !bytes[text];
    for (uint32_t i = 0; i < size && !is_text; i++)
        single |= states[i] == VT_BYTE_SINGLE;
    decoded.size = is_text ? text : size;
    if ((!is_text && (!single || !is_worth_telling(bytes, size))) ||
        is_in_data(analysis->ir, bytes, decoded.size))
        return;
    decoded.constant = vt_constant_decoded(analysis->shared, bytes, decoded.size, is_text, single);
    keep(analysis, decoded);
}

static void visit(void *context, const struct vt_machine *machine, const struct vt_item *items,
                  uint32_t at) {
    struct vt_analysis *analysis = context;
    const struct vt_inst *inst = vt_inst_at(analysis, at);
    for (uint32_t i = 0; i < inst->nargs && i < VT_EVALUATE_ITEMS; i++)
        if (items[i].kind == VT_ITEM_POINTER)
            look_at(analysis, &machine->objects[items[i].object], items[i].number,
                    (struct vt_decoded){.at = at, .value = inst->args[i]});
    for (uint32_t i = 0; i < machine->nobjects && inst->op == VT_OP_RETURN; i++)
        if (machine->objects[i].symbol != VT_NONE)
            look_at(analysis, &machine->objects[i], 0,
                    (struct vt_decoded){.at = VT_NONE, .value = machine->objects[i].symbol});
}

void vt_concealed_find(struct vt_analysis *analysis) {
    struct vt_concealed *concealed = analysis->shared->concealed;
    uint32_t number = vt_ir_function_of(analysis->ir, analysis->function->symbol);
    if (number == VT_NONE || !concealed->decodes[number] || !concealed->steps ||
        analysis->function->ninsts > MAX_FUNCTION)
        return;
    uint32_t given = concealed->steps < MAX_STEPS ? concealed->steps : MAX_STEPS, steps = given;
    struct vt_evaluation evaluation = {
        .shared = analysis->shared, .steps = &steps, .visit = visit, .context = analysis};
    analysis->decoded = vt_alloc_array(analysis->arena, MAX_DECODED, sizeof *analysis->decoded);
    vt_evaluate(&evaluation, analysis->function);
    concealed->steps -= given - steps;
    analysis->loses |= steps == 0; /* what it decodes later is not known */
}

/* ---- Where it is used -------------------------------------------------------------------- */

void vt_concealed_visit(const struct vt_analysis *analysis, uint32_t at, uint32_t value,
                        void (*link)(void *context, uint32_t node), void *context) {
    for (uint32_t i = 0; i < analysis->ndecoded; i++) {
        const struct vt_decoded *decoded = &analysis->decoded[i];
        if (decoded->at == at && decoded->value == value)
            link(context, vt_graph_node(analysis->graph, VT_NODE_CONSTANT, 0, decoded->constant));
    }
}

void vt_concealed_leave(struct vt_analysis *analysis) {
    for (uint32_t i = 0; i < analysis->ndecoded; i++) {
        const struct vt_decoded *decoded = &analysis->decoded[i];
        struct vt_rewrite put = {.nput = 1, .put = {{0, (int32_t)decoded->size}}};
        if (decoded->at == VT_NONE)
            vt_graph_edge(analysis->graph,
                          vt_graph_node(analysis->graph, VT_NODE_CONSTANT, 0, decoded->constant),
                          vt_graph_node(analysis->graph, VT_NODE_GLOBAL, 0, decoded->value), &put,
                          0, VT_NONE);
    }
}
