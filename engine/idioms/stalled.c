/* Key streams that the program makes itself, and that begin anew with each block:
 *
 *     while (n) {
 *         block(row, key, 1, nonce);           // nothing that goes in is another than before
 *         for (i = 0; i < 64; i++)
 *             data[i] ^= row[i];
 *         data += 64, n -= 64;
 *     }
 *
 * requires: condensed functions, with keystream.c's events.  gives: an answer.  breaks: nothing.
 *
 * Looked at are loops that nobody says how often they go round, in a function that is such a cipher
 * (ChaCha, Salsa20) or calls one, or one that encrypts a block, with all that is called there. What
 * goes on by itself, and whatever is written that the cipher reads, may be its counter; so may be
 * what functions of other units get.
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/idioms/idioms.h"

enum { MAX_DEPTH = 8, MOST_CALLS = 5, MOST_SPOTS = 64, MOST_WORK = 20000 };

/* Memory, seen from the loop's function. */
struct spot {
    enum { FRESH, LOCAL, FORMAL, GLOBAL, BEHIND } root; /* FRESH: of a callee's own */
    uint32_t id;                                        /* value, symbol; BEHIND: type */
    int64_t end;  /* where the field of it ends in its struct; 0: all of it */
    bool varies;  /* another element in each lap: data */
    bool is_next; /* the same, by what the loop's function says */
};

struct spots {
    struct spot items[MOST_SPOTS];
    uint32_t count;
};

struct ciphers {
    bool *streams, *blocks; /* by function: does steps of ChaCha or Salsa20; looks up tables of a
                               block cipher */
    bool *leads;            /* by symbol: is one of these, or calls one */
};

struct walk {
    const struct vt_condenser *shared;
    struct vt_arena *arena;
    const struct ciphers *ciphers;
    const bool *inside; /* by block of the loop's function */
    struct spots reads, writes, copies;
    bool covers, goes_on; /* data are xored; something may be a counter */
    bool counts_byte;     /* one byte is, which nobody looks at */
    uint32_t work;
};

/* A function that is gone through, called by CALL of CALLER (NULL: it has the loop). */
struct frame {
    const struct vt_ir_function *function;
    const struct frame *caller;
    const struct vt_inst *call;
    struct vt_cfg *cfg;
    bool is_cipher, is_block; /* it is one, or is called by one; of blocks */
    unsigned depth;
};

static const struct vt_inst *inst_at(const struct frame *frame, uint32_t value) {
    return &frame->function->insts[value];
}

/* ---- Where pointers lead ----------------------------------------------------------------- */

/* True if INDEX may be another in each lap: it is no counter of a loop of known length. */
static bool varies(const struct walk *walk, const struct frame *frame, uint32_t index,
                   unsigned depth) {
    const struct vt_inst *inst = inst_at(frame, index);
    if (inst->op == VT_OP_INT || inst->op == VT_OP_PARAM)
        return false;
    if (inst->op == VT_OP_PHI)
        return !vt_laps(walk->shared->ir, frame->cfg, inst->block, walk->arena);
    for (uint32_t i = 0; depth < MAX_DEPTH && i < inst->nargs; i++)
        if ((inst->op == VT_OP_BINARY || inst->op == VT_OP_CAST) &&
            varies(walk, frame, inst->args[i], depth + 1))
            return true;
    return inst->op != VT_OP_BINARY && inst->op != VT_OP_CAST;
}

static struct spot spot_of(const struct walk *walk, const struct frame *frame, uint32_t pointer) {
    struct spot spot = {FRESH, VT_NONE, 0, false, false};
    uint32_t type = VT_NONE;
    for (unsigned depth = 0; depth < 2 * MAX_DEPTH; depth++) {
        const struct vt_inst *inst = inst_at(frame, pointer);
        if ((inst->op == VT_OP_GEP || inst->op == VT_OP_SYMBOL) && inst->type != VT_NONE &&
            type == VT_NONE && inst->field_end > inst->type_offset) {
            type = inst->type;
            spot.end = inst->field_end;
        }
        for (uint32_t i = 1; inst->op == VT_OP_GEP && i < inst->nargs; i++)
            if (varies(walk, frame, inst->args[i], 0)) {
                spot.varies = true;
                spot.is_next |= !frame->caller;
            }
        if (inst->op == VT_OP_ALLOCA || inst->op == VT_OP_SYMBOL) {
            bool is_local = inst->op == VT_OP_ALLOCA;
            spot.root = !is_local ? GLOBAL : frame->caller ? FRESH : LOCAL;
            spot.id = is_local ? pointer : inst->symbol;
            return spot;
        }
        if (inst->op == VT_OP_PARAM && frame->caller && inst->imm < frame->call->nargs) {
            pointer = frame->call->args[inst->imm];
            frame = frame->caller;
            continue;
        }
        if (inst->op == VT_OP_PARAM) {
            spot.root = FORMAL;
            spot.id = pointer;
            return spot;
        }
        if (inst->op == VT_OP_PHI) {
            spot.varies = true;
            spot.is_next |= !frame->caller;
        }
        bool follows = inst->op == VT_OP_GEP || inst->op == VT_OP_CAST || inst->op == VT_OP_PHI ||
                       vt_ir_is_element(frame->function, inst);
        if (!follows || !inst->nargs)
            break;
        pointer = inst->args[0];
    }
    spot.root = BEHIND;
    spot.id = type;
    return spot;
}

static bool overlap(const struct spot *a, const struct spot *b) {
    return a->root == b->root && a->id == b->id && (!a->end || !b->end || a->end == b->end);
}

static void add(struct walk *walk, struct spots *spots, const struct spot *spot) {
    for (uint32_t i = 0; i < spots->count; i++)
        if (overlap(&spots->items[i], spot) && spots->items[i].end == spot->end)
            return;
    if (spot->root == FRESH || (spot->is_next && spots == &walk->reads))
        return;
    walk->goes_on |= spots->count == MOST_SPOTS;
    if (spots->count < MOST_SPOTS)
        spots->items[spots->count++] = *spot;
}

/* ---- What goes on ------------------------------------------------------------------------ */

/* True if VALUE is more than a place, a length or a test. */
static bool is_told(const struct frame *frame, uint32_t value, unsigned depth) {
    const struct vt_ir_function *function = frame->function;
    for (uint32_t i = 0; i < function->ninsts; i++) {
        const struct vt_inst *inst = &function->insts[i];
        for (uint32_t a = 0; a < inst->nargs; a++) {
            if (inst->args[a] != value || inst->block == VT_NONE)
                continue;
            if ((inst->op == VT_OP_STORE && a == 1) ||
                (inst->op == VT_OP_CALL && !vt_ir_is_element(frame->function, inst)))
                return true;
            bool passes =
                inst->op == VT_OP_BINARY || inst->op == VT_OP_CAST || inst->op == VT_OP_SELECT;
            if (passes && depth < MAX_DEPTH && is_told(frame, i, depth + 1))
                return true;
        }
    }
    return false;
}

/* True if PHI, of a loop that nobody says the length of, goes on and is told. */
static bool is_going(const struct walk *walk, const struct frame *frame, uint32_t phi) {
    const struct vt_inst *inst = inst_at(frame, phi);
    return !inst->pointer && inst->bits >= 8 &&
           !vt_laps(walk->shared->ir, frame->cfg, inst->block, walk->arena) &&
           is_told(frame, phi, 0);
}

/* True if somebody asks what became of COUNTER, a byte that STORE counts on. */
static bool is_looked_at(const struct walk *walk, const struct frame *frame,
                         const struct vt_inst *store, const struct spot *counter) {
    for (uint32_t i = 0; i < frame->function->ninsts; i++) {
        const struct vt_inst *inst = inst_at(frame, i);
        for (uint32_t a = 0; inst->op == VT_OP_COMPARE && a < inst->nargs; a++) {
            uint32_t value = vt_ir_uncast(frame->function, inst->args[a]);
            const struct vt_inst *load = inst_at(frame, value);
            if (value == vt_ir_uncast(frame->function, store->args[1]))
                return true;
            struct spot from = {FRESH, VT_NONE, 0, false, false};
            if (load->op == VT_OP_LOAD)
                from = spot_of(walk, frame, load->args[0]);
            if (from.root != FRESH && overlap(&from, counter))
                return true;
        }
    }
    return false;
}

/* True if STORE adds a number to what was there, and that is no place. */
static bool is_counted(const struct walk *walk, const struct frame *frame,
                       const struct vt_inst *store) {
    const struct vt_inst *sum = inst_at(frame, vt_ir_uncast(frame->function, store->args[1]));
    if (sum->op != VT_OP_BINARY || (sum->sub != VT_ADD && sum->sub != VT_SUB) ||
        inst_at(frame, sum->args[1])->op != VT_OP_INT)
        return false;
    uint32_t before = vt_ir_uncast(frame->function, sum->args[0]);
    if (inst_at(frame, before)->op != VT_OP_LOAD)
        return false;
    struct spot from = spot_of(walk, frame, inst_at(frame, before)->args[0]);
    struct spot to = spot_of(walk, frame, store->args[0]);
    bool is_place = false;
    for (uint32_t i = 0; i < frame->function->ninsts; i++) {
        const struct vt_inst *inst = inst_at(frame, i);
        for (uint32_t a = 1; a < inst->nargs; a++)
            is_place |= (inst->op == VT_OP_GEP || vt_ir_is_element(frame->function, inst)) &&
                        vt_ir_uncast(frame->function, inst->args[a]) == before;
    }
    return overlap(&from, &to) && to.root != FRESH && !is_place;
}

/* ---- Going through ----------------------------------------------------------------------- */

static void walk_function(struct walk *walk, const struct frame *frame);

static void walk_store(struct walk *walk, const struct frame *frame, const struct vt_inst *store) {
    struct spot to = spot_of(walk, frame, store->args[0]);
    const struct vt_inst *value = inst_at(frame, vt_ir_uncast(frame->function, store->args[1]));
    bool is_counter = is_counted(walk, frame, store);
    bool is_byte = is_counter && store->bits == 8 && !to.varies &&
                   !inst_at(frame, store->args[0])->variable &&
                   !is_looked_at(walk, frame, store, &to);
    if (!is_byte)
        add(walk, &walk->writes, &to);
    walk->counts_byte |= is_byte;
    walk->goes_on |= is_counter && !is_byte;
    walk->covers |= value->op == VT_OP_BINARY && value->sub == VT_XOR && to.root != FRESH;
    if (value->op != VT_OP_LOAD)
        return;
    struct spot from = spot_of(walk, frame, value->args[0]);
    if (overlap(&from, &to))
        return;
    add(walk, &walk->reads, &from);
    if (!from.varies)
        add(walk, &walk->copies, &to);
}

/* True if FROM, which FRAME's function reads, is of this lap alone, and may go into the cipher. */
static bool is_fed(const struct walk *walk, const struct frame *frame, const struct spot *from) {
    return frame->caller && from->is_next && from->root != FRESH &&
           (frame->is_block || walk->ciphers->leads[frame->function->symbol]);
}

/* What the model of a function of a library says that it does. */
static void walk_row(struct walk *walk, const struct frame *frame, const struct vt_inst *call,
                     const struct vt_row *row) {
    bool writes = row->to.base >= 0 && row->to.depth && (uint32_t)row->to.base < call->nargs;
    bool reads = row->from.base >= 0 && row->from.depth && (uint32_t)row->from.base < call->nargs;
    struct spot to, from;
    if (reads) {
        from = spot_of(walk, frame, call->args[row->from.base]);
        add(walk, &walk->reads, &from); /* into what the cipher may read */
        walk->goes_on |= is_fed(walk, frame, &from);
    }
    if (!writes)
        return;
    to = spot_of(walk, frame, call->args[row->to.base]);
    add(walk, &walk->writes, &to);
    if (row->fact == VT_FACT_WIPE || (reads && !from.varies && !overlap(&from, &to)))
        add(walk, &walk->copies, &to);
}

/* True if ROW says that a block is encrypted by itself. */
static bool is_block_row(const struct vt_row *row) {
    const char *ecb = row->value ? strstr(row->value, "ECB") : NULL;
    return row->fact == VT_FACT_EFFECT && row->class_name &&
           (strcmp(row->class_name, "crypto.encrypt.block") == 0 ||
            (ecb && strcmp(row->class_name, "crypto.encrypt") == 0));
}

/* True if what is encrypted, as ROW says, is another in each lap: data. */
static bool takes_next(const struct walk *walk, const struct frame *frame,
                       const struct vt_inst *call, const struct vt_row *row) {
    for (unsigned i = 0; i < row->nroles; i++) {
        const struct vt_port *port = &row->roles[i].port;
        if (row->roles[i].role != VT_ROLE_PAYLOAD || port->base < 0 ||
            (uint32_t)port->base >= call->nargs)
            continue;
        struct spot spot = spot_of(walk, frame, call->args[port->base]);
        return spot.is_next || spot.varies;
    }
    return true;
}

static void walk_call(struct walk *walk, const struct frame *frame, const struct vt_inst *call) {
    const struct vt_ir *ir = walk->shared->ir;
    unsigned nrows = call->symbol == VT_NONE ? 0 : walk->shared->nrows[call->symbol];
    uint32_t f = vt_ir_function_of(ir, call->symbol);
    if (f != VT_NONE) {
        struct frame callee = {.function = &ir->functions[f],
                               .caller = frame,
                               .call = call,
                               .cfg = vt_cfg_build(&ir->functions[f], walk->arena),
                               .is_cipher = frame->is_cipher || walk->ciphers->streams[f] ||
                                            walk->ciphers->blocks[f],
                               .is_block = frame->is_block || walk->ciphers->blocks[f],
                               .depth = frame->depth + 1};
        if (callee.depth > MOST_CALLS)
            walk->goes_on = true;
        else
            walk_function(walk, &callee);
        return;
    }
    for (unsigned r = 0; r < nrows; r++) {
        const struct vt_row *row = &walk->shared->rows[call->symbol][r];
        walk_row(walk, frame, call, row);
        walk->goes_on |= is_block_row(row) && takes_next(walk, frame, call, row);
    }
    for (uint32_t a = 0; !nrows && a < call->nargs; a++) {
        struct spot spot = spot_of(walk, frame, call->args[a]);
        walk->goes_on |= inst_at(frame, call->args[a])->pointer || spot.root != BEHIND;
    }
}

static void walk_inst(struct walk *walk, const struct frame *frame, uint32_t at) {
    const struct vt_inst *inst = inst_at(frame, at);
    struct spot from;
    switch (inst->op) {
    case VT_OP_LOAD:
        from = spot_of(walk, frame, inst->args[0]);
        if (frame->is_cipher)
            add(walk, &walk->reads, &from);
        walk->goes_on |= is_fed(walk, frame, &from);
        break;
    case VT_OP_STORE:
        walk_store(walk, frame, inst);
        break;
    case VT_OP_CALL:
        walk_call(walk, frame, inst);
        break;
    case VT_OP_PHI:
        walk->goes_on |= !frame->is_block && is_going(walk, frame, at);
        break;
    case VT_OP_ATOMIC:
        walk->goes_on = true;
        break;
    default:
        break;
    }
}

static void walk_function(struct walk *walk, const struct frame *frame) {
    const struct vt_ir_function *function = frame->function;
    for (uint32_t i = 0; i < function->ninsts && !walk->goes_on; i++) {
        uint32_t block = function->insts[i].block;
        if (block == VT_NONE || (!frame->caller && !walk->inside[block]))
            continue;
        walk->goes_on |= ++walk->work > MOST_WORK;
        walk_inst(walk, frame, i);
    }
}

/* ---- What stays --------------------------------------------------------------------------- */

/* True if SPOT is among SPOTS. */
static bool has(const struct spots *spots, const struct spot *spot) {
    for (uint32_t i = 0; i < spots->count; i++)
        if (overlap(&spots->items[i], spot))
            return true;
    return false;
}

/* What repeats where the loop of FRAME's function whose blocks are INSIDE covers data with one and
 * the same block of a cipher, as the event's value; NULL if nothing does. */
static const char *stalled_by(const struct vt_condenser *shared, const struct frame *frame,
                              const struct ciphers *ciphers, const bool *inside,
                              struct vt_arena *arena) {
    struct walk *walk = vt_alloc(arena, sizeof *walk);
    walk->shared = shared;
    walk->arena = arena;
    walk->ciphers = ciphers;
    walk->inside = inside;
    walk_function(walk, frame);
    bool stays = walk->covers && !walk->goes_on && (walk->reads.count || frame->is_cipher);
    for (uint32_t i = 0; stays && i < walk->reads.count; i++) {
        const struct spot *read = &walk->reads.items[i];
        stays = !has(&walk->writes, read) || (read->root == LOCAL && has(&walk->copies, read));
    }
    return !stays ? NULL : walk->counts_byte ? "byte" : "block";
}

/* ---- Ciphers ----------------------------------------------------------------------------- */

static bool is_stream(const struct vt_condenser *shared, uint32_t f) {
    static const char *const streams[] = {"ARX 7 8 12 16", "ARX 7 9 13 18"};
    const struct vt_function *function = &shared->unit->functions[f + 1];
    for (uint32_t e = 0; e < function->nevents; e++) {
        const char *value = vt_string(shared->unit->strings, function->events[e].value);
        for (unsigned i = 0; i < sizeof streams / sizeof *streams; i++)
            if (strncmp(value, streams[i], strlen(streams[i])) == 0)
                return true;
    }
    return false;
}

/* True if CALL is of a function of the unit that LEADS to a cipher, or of a library's that is one.
 */
static bool is_led(const struct vt_condenser *shared, const struct ciphers *ciphers,
                   const struct vt_inst *call) {
    if (call->op != VT_OP_CALL || call->symbol == VT_NONE)
        return false;
    for (unsigned r = 0; r < shared->nrows[call->symbol]; r++)
        if (is_block_row(&shared->rows[call->symbol][r]))
            return true;
    return ciphers->leads[call->symbol];
}

static struct ciphers find_ciphers(const struct vt_condenser *shared, const bool *tables,
                                   struct vt_arena *arena) {
    const struct vt_ir *ir = shared->ir;
    const uint32_t *order = shared->order;
    struct ciphers ciphers = {vt_alloc_array(arena, ir->nfunctions, sizeof(bool)),
                              vt_alloc_array(arena, ir->nfunctions, sizeof(bool)),
                              vt_alloc_array(arena, ir->nsymbols, sizeof(bool))};
    for (uint32_t k = 0; k < ir->nfunctions; k++) {
        const struct vt_ir_function *function = &ir->functions[order[k]];
        ciphers.streams[order[k]] = is_stream(shared, order[k]);
        ciphers.blocks[order[k]] = vt_looks_up(function, tables);
        bool leads = ciphers.streams[order[k]] || ciphers.blocks[order[k]];
        for (uint32_t i = 0; i < function->ninsts && !leads; i++)
            leads = is_led(shared, &ciphers, &function->insts[i]);
        ciphers.leads[function->symbol] = leads;
    }
    return ciphers;
}

/* ---- Answers ----------------------------------------------------------------------------- */

static bool leads_inside(const struct vt_condenser *shared, const struct ciphers *ciphers,
                         const struct vt_ir_function *function, const bool *inside) {
    for (uint32_t i = 0; i < function->ninsts; i++)
        if (function->insts[i].block != VT_NONE && inside[function->insts[i].block] &&
            is_led(shared, ciphers, &function->insts[i]))
            return true;
    return false;
}

/* True if words of FUNCTION, which does steps of a stream cipher, are turned inside the loop. */
static bool turns_inside(const struct vt_ir_function *function, const bool *inside) {
    enum { QUARTER = 4 };
    unsigned turned = 0;
    for (uint32_t i = 0; i < function->ninsts; i++) {
        const struct vt_inst *inst = &function->insts[i];
        bool may_turn = (inst->op == VT_OP_BINARY && inst->sub == VT_SHL) ||
                        (inst->op == VT_OP_CALL && inst->nargs == 2) ||
                        (inst->op == VT_OP_UNKNOWN && inst->nargs == 3);
        turned += may_turn && inst->block != VT_NONE && inside[inst->block] &&
                  function->insts[inst->args[inst->nargs - 1]].op == VT_OP_INT;
    }
    return turned >= QUARTER;
}

static struct vt_stalled look_at(const struct vt_condenser *shared, const struct ciphers *ciphers,
                                 uint32_t f, struct vt_arena *arena) {
    const struct vt_ir_function *function = &shared->ir->functions[f];
    struct frame frame = {.function = function,
                          .cfg = vt_cfg_build(function, arena),
                          .is_cipher = ciphers->streams[f]};
    for (uint32_t h = 0; h < function->nblocks; h++) {
        const bool *inside = vt_loop_blocks(frame.cfg, h, arena);
        if (!inside || vt_laps(shared->ir, frame.cfg, h, arena) ||
            !((ciphers->streams[f] && turns_inside(function, inside)) ||
              leads_inside(shared, ciphers, function, inside)))
            continue;
        const char *repeats = stalled_by(shared, &frame, ciphers, inside, arena);
        if (repeats)
            return (struct vt_stalled){function->blocks[h].first + function->blocks[h].count - 1,
                                       repeats};
    }
    return (struct vt_stalled){VT_NONE, NULL};
}

struct vt_stalled *vt_stalled_find(const struct vt_condenser *shared, const bool *tables,
                                   struct vt_arena *arena) {
    const struct vt_ir *ir = shared->ir;
    struct vt_stalled *found = vt_alloc_array(arena, ir->nfunctions, sizeof *found);
    struct ciphers ciphers = find_ciphers(shared, tables, arena);
    for (uint32_t f = 0; f < ir->nfunctions; f++)
        found[f] = ciphers.leads[ir->functions[f].symbol] ? look_at(shared, &ciphers, f, arena)
                                                          : (struct vt_stalled){VT_NONE, NULL};
    return found;
}
