/* Requires: values, the graph of control. Gives: vt_choices_visit. Breaks: nothing.
 *
 * What is one of several things, a phi or a select or some of them one in another, comes by as many
 * ways, each with the conditions that choose it.
 */
#include "engine/unit/analysis.h"

enum { MAX_CHOICES = 8 };

struct walk {
    struct vt_analysis *analysis;
    const struct vt_choices *choices;
    struct vt_chosen chosen; /* the way that is looked at */
    unsigned count, nwanted; /* ways; those that lead to what is wanted */
    bool is_open;            /* a way leads round a loop, or there are too many */
    bool visits;
};

static void walk_ways(struct walk *walk, uint32_t value) {
    const struct vt_analysis *analysis = walk->analysis;
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    struct vt_chosen *chosen = &walk->chosen;
    bool is_phi = inst->op == VT_OP_PHI;
    if (!is_phi && inst->op != VT_OP_SELECT) {
        walk->count++;
        walk->nwanted += walk->choices->is_wanted(analysis, inst);
        if (walk->visits)
            walk->choices->visit(walk->choices->context, value, chosen);
        return;
    }
    walk->is_open |= chosen->count == VT_MAX_CHOSEN || walk->count > MAX_CHOICES;
    for (unsigned i = 0; i < chosen->count; i++)
        walk->is_open |= chosen->ways[i].value == value;
    for (uint32_t i = is_phi ? 0 : 1; i < inst->nargs && !walk->is_open; i++) {
        uint32_t from =
            is_phi ? analysis->function->blocks[inst->block].predecessors[i] : inst->block;
        if (analysis->cfg->order[from] == VT_NONE || analysis->cfg->ends[from])
            continue;
        chosen->ways[chosen->count++] = (struct vt_way){value, i};
        walk_ways(walk, inst->args[i]);
        chosen->count--;
    }
}

bool vt_choices_visit(struct vt_analysis *analysis, uint32_t value,
                      const struct vt_choices *choices) {
    struct walk walk = {.analysis = analysis, .choices = choices};
    walk_ways(&walk, value);
    if (walk.is_open || walk.count < 2 || walk.count > MAX_CHOICES || !walk.nwanted)
        return false;
    walk = (struct walk){.analysis = analysis, .choices = choices, .visits = true};
    walk_ways(&walk, value);
    return true;
}
