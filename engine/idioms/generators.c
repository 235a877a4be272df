/* Generators of the program's own that can be predicted, by what they do to what they keep,
 * whatever their constants are:
 *
 *     state->next = state->next * 6364136223846793005 + 1;            // multiplies it
 *     x = *state; x ^= x << 13; x ^= x >> 7; x ^= x << 17; *state = x;     // shifts it
 *     z = *state += 0x9e3779b97f4a7c15; z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;     // counts
 *     t = s[3]; s[3] = s[2]; ... s[0] = t ^ t << 11 ^ s[0] ^ s[0] >> 19;   // several words
 *     *state = *state >> 1 ^ (-(*state & 1) & 0xd0000001);      // feeds back what it shifts out
 *
 * requires: cfg, transfer.  gives: an origin random.weak for each object that is stepped on so,
 * which brings what is read of it; in role payload what it held.  Nothing else goes into the next
 * number: what mixes data in is a digest.
 */
#include "engine/idioms/idioms.h"

enum {
    MAX_DEPTH = 14,
    LEAST_BITS = 16,
    LEAST_FACTOR = 1000, /* of a generator; odd, which what units are reckoned by is not */
    MOST_WORDS = 8,      /* that one step changes: more are rounds of something greater */
    MOST_LOADS = 16,
};

/* What makes the next number. */
struct step {
    const struct vt_place *object; /* that is stepped on, */
    uint32_t phi;                  /* or a variable; */
    uint32_t last;                 /* the store that makes it one, */
    uint32_t loads[MOST_LOADS];    /* and where it is read */
    unsigned nloads;
    bool multiplies, mixes, left, right, counts, feeds_back;
    bool is_fed; /* something else is stored there as well */
};

/* The one known spot that POINTER leads to; NULL if there is none. */
static const struct vt_place *spot_of(const struct vt_analysis *analysis, uint32_t pointer) {
    const struct vt_points *points = vt_points_of(analysis, pointer);
    bool is_one = points->count == 1 && !points->more && points->at[0].offset != VT_ANYWHERE;
    return is_one ? &points->at[0] : NULL;
}

static bool is_of_state(const struct vt_analysis *analysis, uint32_t load, struct step *step) {
    const struct vt_place *spot =
        step->object ? spot_of(analysis, vt_inst_at(analysis, load)->args[0]) : NULL;
    if (!spot || !vt_place_is_beside(spot, step->object) || step->nloads == MOST_LOADS)
        return false;
    for (unsigned i = 0; i < step->nloads; i++)
        if (step->loads[i] == load)
            return true;
    step->loads[step->nloads++] = load;
    return true;
}

/* True if VALUE is made of shifts of something, and of nothing else that varies. */
static bool is_moved(const struct vt_analysis *analysis, uint32_t value) {
    const struct vt_inst *inst = vt_inst_at(analysis, vt_plain_value(analysis, value));
    unsigned amount;
    while (inst->op == VT_OP_BINARY && inst->sub == VT_AND &&
           vt_inst_at(analysis, inst->args[1])->op == VT_OP_INT)
        inst = vt_inst_at(analysis, vt_plain_value(analysis, inst->args[0]));
    return vt_rotated(analysis, vt_plain_value(analysis, value), &amount) != VT_NONE ||
           (inst->op == VT_OP_BINARY &&
            (inst->sub == VT_SHL || inst->sub == VT_LSHR || inst->sub == VT_ASHR));
}

static void note(const struct vt_analysis *analysis, const struct vt_inst *inst,
                 struct step *step) {
    const struct vt_inst *by = vt_inst_at(analysis, inst->args[1]);
    step->left |= inst->sub == VT_SHL;
    step->right |= inst->sub == VT_LSHR || inst->sub == VT_ASHR;
    step->multiplies |= inst->sub == VT_MUL && by->op == VT_OP_INT && by->imm & 1 &&
                        (by->imm >= LEAST_FACTOR || by->imm <= -LEAST_FACTOR);
    step->feeds_back |= inst->sub == VT_AND && by->op == VT_OP_INT && by->imm == 1;
    step->counts |= inst->sub == VT_ADD && by->op == VT_OP_INT && by->imm & 1 &&
                    (by->imm > UINT16_MAX || by->imm < -UINT16_MAX);
    step->mixes |= inst->sub == VT_XOR && by->op != VT_OP_INT &&
                   (is_moved(analysis, inst->args[0]) || is_moved(analysis, inst->args[1]));
}

/* True if VALUE is made of numbers and of STEP's object or variable alone. */
static bool is_stepped(const struct vt_analysis *analysis, uint32_t value, struct step *step,
                       unsigned depth) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    unsigned amount;
    if (inst->op == VT_OP_INT || value == step->phi)
        return true;
    if (inst->op == VT_OP_LOAD)
        return is_of_state(analysis, value, step);
    uint32_t turned = vt_rotated(analysis, value, &amount);
    if (depth == MAX_DEPTH)
        return false;
    if (turned != VT_NONE) {
        step->left = step->right = true;
        return is_stepped(analysis, turned, step, depth + 1);
    }
    if (inst->op != VT_OP_BINARY && inst->op != VT_OP_CAST && inst->op != VT_OP_SELECT &&
        inst->op != VT_OP_COMPARE)
        return false;
    if (inst->op == VT_OP_BINARY)
        note(analysis, inst, step);
    for (uint32_t i = 0; i < inst->nargs; i++)
        if (!is_stepped(analysis, inst->args[i], step, depth + 1))
            return false;
    return true;
}

static bool is_generator(const struct step *step) {
    return step->multiplies || (step->mixes && step->left && step->right);
}

/* The origin that stands at INST. */
static uint32_t tell(struct vt_analysis *analysis, uint32_t inst) {
    return vt_add_told(analysis, inst, VT_FACT_ORIGIN, "random.weak", "own");
}

/* ---- In memory --------------------------------------------------------------------------- */

/* Adds what STORE does to the step, if it belongs to it; false if it spoils it. */
static bool add_store(const struct vt_analysis *analysis, uint32_t store, struct step *step,
                      unsigned *nstores) {
    const struct vt_inst *inst = vt_inst_at(analysis, store);
    const struct vt_place *spot = inst->op == VT_OP_STORE ? spot_of(analysis, inst->args[0]) : NULL;
    if (!spot || !vt_place_is_beside(spot, step->object))
        return true;
    struct step more = *step;
    if (inst->bits < LEAST_BITS || inst->bits > 64 ||
        vt_inst_at(analysis, inst->args[1])->op == VT_OP_INT)
        return true; /* some other field, or a seed */
    if (is_stepped(analysis, inst->args[1], &more, 0)) {
        bool is_first = is_generator(&more) ? !is_generator(step) : !*nstores;
        more.last = is_first ? store : step->last;
        *step = more;
    } else
        step->is_fed = true;
    return ++*nstores <= MOST_WORDS;
}

/* True if STEP shifts out a bit, and mixes a number in by it; a checksum takes in data as well. */
static bool is_register(const struct step *step) {
    return step->mixes && step->feeds_back && (step->left || step->right) && !step->is_fed;
}

/* True if what STEP only counts on by a large number is then mixed by products (SplitMix). */
static bool is_mixed_later(const struct vt_analysis *analysis, const struct step *step) {
    for (uint32_t i = 0; i < analysis->function->ninsts && step->counts; i++) {
        const struct vt_inst *inst = vt_inst_at(analysis, i);
        struct step later = *step;
        if (inst->op == VT_OP_BINARY && inst->sub == VT_MUL && inst->block != VT_NONE &&
            is_stepped(analysis, i, &later, 0) && later.multiplies && later.mixes)
            return true;
    }
    return false;
}

/* True if STORE reckons the next word of OBJECT from what is there: all else is not worth a look at
 * the whole function. */
static bool begins(const struct vt_analysis *analysis, uint32_t store,
                   const struct vt_place *object) {
    struct step step = {.object = object, .phi = VT_NONE};
    uint32_t value = vt_inst_at(analysis, store)->args[1];
    return vt_inst_at(analysis, vt_plain_value(analysis, value))->op == VT_OP_BINARY &&
           is_stepped(analysis, value, &step, 0) && step.nloads;
}

static void look_at_object(struct vt_analysis *analysis, uint32_t first) {
    const struct vt_place *object = spot_of(analysis, vt_inst_at(analysis, first)->args[0]);
    if (!begins(analysis, first, object))
        return;
    struct step step = {.object = object, .phi = VT_NONE};
    unsigned nstores = 0;
    for (uint32_t i = 0; i < analysis->function->ninsts; i++) {
        const struct vt_inst *inst = vt_inst_at(analysis, i);
        const struct vt_place *spot =
            inst->op == VT_OP_STORE ? spot_of(analysis, inst->args[0]) : NULL;
        if (i < first && spot && vt_place_is_beside(spot, object) && begins(analysis, i, object))
            return; /* looked at already */
        if (!add_store(analysis, i, &step, &nstores))
            return;
    }
    if (!step.nloads ||
        (!is_generator(&step) && !is_register(&step) && !is_mixed_later(analysis, &step)))
        return;
    uint32_t drawn = tell(analysis, step.last);
    for (unsigned i = 0; i < step.nloads; i++) {
        vt_event_gets(analysis, drawn, VT_ROLE_PAYLOAD, step.last, step.loads[i]);
        vt_event_brings(analysis, drawn, step.last, step.loads[i]);
    }
}

/* ---- In variables ------------------------------------------------------------------------ */

static void look_at_variable(struct vt_analysis *analysis, uint32_t at) {
    const struct vt_inst *phi = vt_inst_at(analysis, at);
    const struct vt_block *block = &analysis->function->blocks[phi->block];
    if (phi->nargs != 2 || block->npredecessors != 2 || phi->pointer || phi->bits < LEAST_BITS ||
        phi->bits > 64)
        return;
    unsigned back = vt_cfg_dominates(analysis->cfg, phi->block, block->predecessors[1]);
    struct step step = {.phi = at};
    if (!is_stepped(analysis, phi->args[back], &step, 0) || !is_generator(&step))
        return;
    uint32_t drawn = tell(analysis, phi->args[back]);
    vt_event_gets(analysis, drawn, VT_ROLE_PAYLOAD, at, phi->args[!back]);
    vt_event_brings(analysis, drawn, at, phi->args[back]);
}

void vt_generators_find(struct vt_analysis *analysis) {
    for (uint32_t b = 0; b < analysis->cfg->nordered; b++) {
        uint32_t at = analysis->cfg->ordered[b];
        const struct vt_block *block = &analysis->function->blocks[at];
        for (uint32_t i = block->first; i < block->first + block->count; i++) {
            const struct vt_inst *inst = vt_inst_at(analysis, i);
            if (inst->op == VT_OP_PHI && analysis->cfg->loops[at])
                look_at_variable(analysis, i);
            else if (inst->op == VT_OP_STORE && spot_of(analysis, inst->args[0]))
                look_at_object(analysis, i);
        }
    }
}
