/* What memory holds, in order: an SSA form for each object.
 *
 * requires: cfg, points, all definitions and uses.  gives: the graph's edges through memory.
 *
 * Each local object, parameter's object and returned object has its own chain of definitions, with
 * phis on iterated dominance frontiers (Cytron et al., TOPLAS 1991). A use walks up its chain and
 * gets an edge from each definition whose rewrite composes with its own, until one covers it.
 * Globals have no chain: what any function stores there may be read by any other at any time.
 */
#include <assert.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/unit/analysis.h"

enum definition_kind { DEFINITION_PLAIN, DEFINITION_PHI };

struct definition {
    uint8_t kind;
    bool covers;
    uint32_t at;     /* instruction, PLAIN; block, PHI */
    uint32_t before; /* the definition that was in force, + 1; PLAIN */
    uint32_t from;   /* node or VT_NONE */
    uint32_t tags;
    uint32_t hub; /* node that gathers what holds after this definition, or VT_NONE */
    struct vt_rewrite rewrite;
    struct vt_cover cover;
};

struct use {
    struct vt_use use;
    struct vt_rewrite rewrite;
};

/* The accesses of one root, in the order of the instructions' blocks. */
struct chain {
    struct definition *definitions;
    struct use *uses;
    size_t ndefinitions, definitions_capacity, nuses, uses_capacity;
};

struct vt_memory {
    struct chain *chains; /* by root */
    uint32_t nchains;
    uint32_t **frontier; /* by block: dominance frontier, with its length before it */
    /* By block, for the chain being connected: definition + 1, or 0. */
    uint32_t *last, *phi;
    uint32_t *touched, ntouched;
    uint32_t *pending, npending; /* phis and hubs whose operands are still to be linked */
    size_t pending_capacity;
};

struct vt_memory *vt_memory_new(struct vt_analysis *analysis) {
    struct vt_arena *arena = analysis->arena;
    struct vt_memory *memory = vt_alloc(arena, sizeof *memory);
    uint32_t nblocks = analysis->function->nblocks;
    memory->nchains = analysis->nroots;
    memory->chains = vt_alloc_array(arena, analysis->nroots, sizeof *memory->chains);
    memory->last = vt_alloc_array(arena, nblocks, sizeof *memory->last);
    memory->phi = vt_alloc_array(arena, nblocks, sizeof *memory->phi);
    memory->touched = vt_alloc_array(arena, 2 * nblocks, sizeof *memory->touched);
    return memory;
}

static uint32_t location_of(const struct vt_analysis *analysis, uint32_t inst) {
    return vt_inst_at(analysis, inst)->location;
}

static uint32_t global_node(struct vt_analysis *analysis, uint32_t root) {
    return vt_graph_node(analysis->graph, VT_NODE_GLOBAL, 0, analysis->roots[root].symbol);
}

enum { MAX_PLACED = 8 }; /* definitions that are looked at for calls that left a pointer */

/* What an event brings beneath a pointer that a call returned may be in an object that the call was
 * given: its callee knows. Only what comes in at once is followed there: with all that a program
 * computes into such pointers, buffers that everything passes would hold everything. */
static void put_behind(struct vt_analysis *analysis, uint32_t root, uint32_t at, uint32_t from,
                       const struct vt_rewrite *rewrite, uint32_t tags) {
    uint32_t value = analysis->roots[root].value;
    const struct vt_inst *call = vt_inst_at(analysis, value);
    uint32_t result = analysis->value_nodes[value], number;
    bool has_object = call->nargs == 0; /* or it knows one of its own */
    for (uint32_t a = 0; a < call->nargs; a++)
        has_object |= vt_points_of(analysis, call->args[a])->count > 0;
    if (has_object && from != VT_NONE && vt_graph_is_outcome(analysis->graph, from) &&
        vt_graph_is_result(analysis->graph, result, &number))
        vt_graph_edge(analysis->graph, from,
                      vt_graph_node(analysis->graph, VT_NODE_BEHIND, 0, number), rewrite, tags,
                      location_of(analysis, at));
}

/* What takes out of a root what REWRITE, which takes nothing, brings into it. */
static struct vt_rewrite out_of(const struct vt_rewrite *rewrite) {
    struct vt_rewrite out = {.ntake = rewrite->nput, .flags = rewrite->flags};
    memcpy(out.take, rewrite->put, sizeof out.take);
    if (!(rewrite->flags & VT_REWRITE_SHIFT))
        return out;
    if (rewrite->flags & VT_REWRITE_EVERY) {
        out.delta = rewrite->delta ? (int32_t)rewrite->step - rewrite->delta : 0;
        out.clip = rewrite->bound;
        out.step = rewrite->step;
        out.bound = rewrite->clip;
        return out;
    }
    out.delta = -rewrite->delta;
    out.clip = rewrite->clip;
    if (out.clip.low != VT_OFFSET_LOW)
        out.clip.low += rewrite->delta;
    if (out.clip.high != VT_OFFSET_HIGH)
        out.clip.high += rewrite->delta;
    return out;
}

/* The same of what an event brings beneath a pointer in ROOT that calls before may have left there:
 * get_room(&room, &size); read(f, room, size). Each of them knows what its pointer leads into. */
static void put_placed(struct vt_analysis *analysis, uint32_t root, uint32_t at, uint32_t from,
                       const struct vt_rewrite *rewrite, uint32_t tags) {
    const struct chain *chain = &analysis->memory->chains[root];
    size_t n = chain->ndefinitions, first = n > MAX_PLACED ? n - MAX_PLACED : 0;
    for (size_t d = n; d-- > first;) {
        const struct definition *left = &chain->definitions[d];
        uint32_t call;
        unsigned argument;
        struct vt_rewrite both, out = out_of(&left->rewrite);
        if (left->rewrite.ntake ||
            !vt_graph_is_effect(analysis->graph, left->from, &call, &argument))
            continue;
        if (vt_rewrite_compose(rewrite, &out, &both) && both.nput > 1)
            vt_graph_edge(analysis->graph, from,
                          vt_graph_node(analysis->graph, VT_NODE_PLACED, argument, call), &both,
                          tags, location_of(analysis, at));
    }
}

/* What comes in, or is left by a call, beneath a pointer that was taken from a va_list is beneath
 * one of the arguments: which of them is not followed. */
static void put_variadic(struct vt_analysis *analysis, uint32_t at, uint32_t from,
                         const struct vt_rewrite *rewrite, uint32_t tags) {
    static const struct vt_rewrite out = {
        .ntake = 2, .take = {{VT_OFFSET_LOW, VT_OFFSET_HIGH}, {VT_OFFSET_LOW, VT_OFFSET_HIGH}}};
    static const struct vt_rewrite kept = {.flags = VT_REWRITE_MEMORY};
    uint32_t first = analysis->function->nparams;
    struct vt_rewrite both;
    bool is_beneath =
        rewrite->nput > out.ntake ||
        (rewrite->nput == out.ntake && rewrite->flags & (VT_REWRITE_MEMORY | VT_REWRITE_SHIFT));
    if (!is_beneath || !vt_rewrite_compose(rewrite, &out, &both))
        return;
    for (uint32_t i = first; i < first + VT_MAX_VARIADIC && i < 255; i++) {
        uint32_t to = vt_graph_node(analysis->graph, VT_NODE_OUT, i, 0);
        vt_graph_edge(analysis->graph, from, to, &both, tags, location_of(analysis, at));
        vt_graph_edge(analysis->graph, vt_graph_node(analysis->graph, VT_NODE_FORMAL, i, 0), to,
                      &kept, 0, VT_NONE);
    }
}

void vt_memory_define(struct vt_analysis *analysis, uint32_t root, uint32_t at, uint32_t from,
                      const struct vt_rewrite *rewrite, uint32_t tags,
                      const struct vt_cover *cover) {
    struct chain *chain = &analysis->memory->chains[root];
    if (analysis->roots[root].kind == VT_ROOT_GLOBAL) {
        if (from != VT_NONE)
            vt_graph_edge(analysis->graph, from, global_node(analysis, root), rewrite, tags,
                          location_of(analysis, at));
        return;
    }
    if (analysis->roots[root].kind == VT_ROOT_RESULT)
        put_behind(analysis, root, at, from, rewrite, tags);
    if (from != VT_NONE && rewrite->nput > 1 && vt_graph_is_outcome(analysis->graph, from))
        put_placed(analysis, root, at, from, rewrite, tags);
    if (from != VT_NONE && analysis->roots[root].is_list)
        put_variadic(analysis, at, from, rewrite, tags);
    chain->definitions = vt_grow(analysis->arena, chain->definitions, chain->ndefinitions,
                                 &chain->definitions_capacity, sizeof *chain->definitions);
    struct definition *definition = &chain->definitions[chain->ndefinitions++];
    *definition = (struct definition){.at = at,
                                      .from = from,
                                      .tags = tags,
                                      .hub = VT_NONE,
                                      .rewrite = *rewrite,
                                      .covers = cover != NULL};
    if (cover)
        definition->cover = *cover;
}

void vt_memory_use(struct vt_analysis *analysis, uint32_t root, const struct vt_use *use,
                   const struct vt_rewrite *rewrite) {
    struct chain *chain = &analysis->memory->chains[root];
    uint32_t tags = use->tags;
    if (rewrite->ntake && analysis->element != VT_NONE)
        tags |= vt_element_tag(analysis, use->pointer);
    if (analysis->roots[root].kind == VT_ROOT_GLOBAL) {
        vt_graph_edge(analysis->graph, global_node(analysis, root), use->to, rewrite, tags,
                      location_of(analysis, use->at));
        return;
    }
    chain->uses = vt_grow(analysis->arena, chain->uses, chain->nuses, &chain->uses_capacity,
                          sizeof *chain->uses);
    chain->uses[chain->nuses] = (struct use){*use, *rewrite};
    chain->uses[chain->nuses++].use.tags = tags;
}

bool vt_memory_is_defined(const struct vt_analysis *analysis, uint32_t root) {
    return analysis->roots[root].kind == VT_ROOT_GLOBAL ||
           analysis->memory->chains[root].ndefinitions;
}

/* ---- Phis -------------------------------------------------------------------------------- */

/* Dominance frontiers of all blocks (Cooper, Harvey, Kennedy), each with its length in front. */
static void find_frontiers(struct vt_analysis *analysis) {
    const struct vt_cfg *cfg = analysis->cfg;
    const struct vt_ir_function *function = analysis->function;
    size_t *capacity = vt_alloc_array(analysis->arena, function->nblocks, sizeof *capacity);
    uint32_t **frontier = vt_alloc_array(analysis->arena, function->nblocks, sizeof *frontier);

    for (uint32_t i = 0; i < cfg->nordered; i++) {
        uint32_t block = cfg->ordered[i];
        const struct vt_block *of = &function->blocks[block];
        if (of->npredecessors < 2)
            continue;
        for (uint32_t p = 0; p < of->npredecessors; p++) {
            uint32_t runner = of->predecessors[p];
            while (cfg->order[runner] != VT_NONE && runner != cfg->idom[block]) {
                uint32_t n = frontier[runner] ? frontier[runner][0] : 0;
                if (n && frontier[runner][n] == block)
                    break;
                frontier[runner] = vt_grow(analysis->arena, frontier[runner], n + 1,
                                           &capacity[runner], sizeof **frontier);
                frontier[runner][++frontier[runner][0]] = block;
                if (runner == cfg->idom[runner])
                    break;
                runner = cfg->idom[runner];
            }
        }
    }
    analysis->memory->frontier = frontier;
}

static void touch(struct vt_memory *memory, uint32_t block) {
    if (!memory->last[block] && !memory->phi[block])
        memory->touched[memory->ntouched++] = block;
}

static uint32_t add_phi(struct vt_analysis *analysis, struct chain *chain, uint32_t block) {
    chain->definitions = vt_grow(analysis->arena, chain->definitions, chain->ndefinitions,
                                 &chain->definitions_capacity, sizeof *chain->definitions);
    chain->definitions[chain->ndefinitions] =
        (struct definition){.kind = DEFINITION_PHI, .at = block, .hub = VT_NONE, .from = VT_NONE};
    return (uint32_t)++chain->ndefinitions;
}

/* Places phis for the blocks in memory->touched, which have definitions. */
static void place_phis(struct vt_analysis *analysis, struct chain *chain) {
    struct vt_memory *memory = analysis->memory;
    for (uint32_t i = 0; i < memory->ntouched; i++) {
        const uint32_t *frontier = memory->frontier[memory->touched[i]];
        for (uint32_t f = 1; frontier && f <= frontier[0]; f++) {
            if (memory->phi[frontier[f]])
                continue;
            touch(memory, frontier[f]);
            memory->phi[frontier[f]] = add_phi(analysis, chain, frontier[f]);
        }
    }
}

/* The definition + 1 in force where BLOCK begins. */
static uint32_t at_entry(struct vt_analysis *analysis, uint32_t block) {
    struct vt_memory *memory = analysis->memory;
    const struct vt_cfg *cfg = analysis->cfg;
    uint32_t at = block, found = 0;

    for (;;) {
        if (memory->phi[at]) {
            found = memory->phi[at];
            break;
        }
        if (at == cfg->idom[at])
            break;
        at = cfg->idom[at];
        if (memory->last[at]) {
            found = memory->last[at];
            break;
        }
    }
    return found;
}

static uint32_t at_exit(struct vt_analysis *analysis, uint32_t block) {
    struct vt_memory *memory = analysis->memory;
    return memory->last[block] ? memory->last[block] : at_entry(analysis, block);
}

/* ---- Walking up -------------------------------------------------------------------------- */

/* True if DEFINITION leaves nothing older for a use that takes REWRITE. */
static bool covers(const struct vt_analysis *analysis, uint32_t root,
                   const struct definition *definition, const struct vt_rewrite *rewrite) {
    const struct vt_place *place = &definition->cover.place;
    struct vt_range range = definition->cover.range;
    if (!definition->covers || rewrite->ntake < place->npath)
        return false;
    for (unsigned i = 0; i < place->npath; i++)
        if (!vt_range_equal(rewrite->take[i], place->path[i]))
            return false;
    if (rewrite->ntake > place->npath) {
        struct vt_range wanted = rewrite->take[place->npath];
        int64_t size = place->npath ? 0 : analysis->roots[root].size;
        if (!vt_range_is_field(wanted) && wanted.low < 0)
            wanted.low = 0;
        if (size && wanted.high > size && !vt_range_is_field(wanted))
            wanted.high = (int32_t)size;
        return range.low <= wanted.low && range.high >= wanted.high;
    }
    int64_t size = place->npath ? 0 : analysis->roots[root].size;
    return range.low <= 0 && range.high >= (size ? size : VT_OFFSET_HIGH);
}

/* What a use that takes REWRITE asks for in the object that DEFINITION covers a part of; false if
 * that cannot be told. */
static bool asked_range(const struct vt_analysis *analysis, uint32_t root,
                        const struct definition *definition, const struct vt_rewrite *rewrite,
                        struct vt_range *range) {
    const struct vt_place *place = &definition->cover.place;
    int64_t size = place->npath ? 0 : analysis->roots[root].size;
    if (rewrite->ntake < place->npath || rewrite->flags & VT_REWRITE_BLUR)
        return false;
    for (unsigned i = 0; i < place->npath; i++)
        if (!vt_range_equal(rewrite->take[i], place->path[i]))
            return false;
    *range = VT_RANGE_ALL;
    if (rewrite->ntake > place->npath)
        *range = rewrite->take[place->npath];
    else if (rewrite->flags & VT_REWRITE_SHIFT)
        *range = rewrite->clip;
    if (vt_range_is_field(*range))
        return false;
    if (size > 0 && range->low < 0) /* nothing lies before an object, or behind it */
        range->low = 0;
    if (size > 0 && range->high > size)
        range->high = (int32_t)size;
    return range->low < range->high;
}

/* Lets REWRITE ask for RANGE alone, in the object that DEFINITION covers a part of. */
static void ask_for(const struct definition *definition, struct vt_range range,
                    struct vt_rewrite *rewrite) {
    unsigned npath = definition->cover.place.npath;
    if (rewrite->ntake > npath) {
        rewrite->take[npath] = range;
        return;
    }
    if (!(rewrite->flags & VT_REWRITE_SHIFT))
        rewrite->delta = 0;
    rewrite->flags |= VT_REWRITE_SHIFT;
    rewrite->clip = range;
}

static void pend(struct vt_analysis *analysis, uint32_t definition) {
    struct vt_memory *memory = analysis->memory;
    memory->pending = vt_grow(analysis->arena, memory->pending, memory->npending,
                              &memory->pending_capacity, sizeof *memory->pending);
    memory->pending[memory->npending++] = definition;
}

/* The hub that gathers all that holds right after DEFINITION. */
static uint32_t hub_of(struct vt_analysis *analysis, struct chain *chain, uint32_t definition) {
    struct definition *of = &chain->definitions[definition];
    if (of->hub == VT_NONE) {
        of->hub = vt_graph_hub(analysis->graph);
        pend(analysis, definition);
    }
    return of->hub;
}

/* A walk longer than this ends at a hub, which other walks share. */
enum { MAX_WALK = 6, MAX_COVERED = 8 };

/* Walks that go on to both sides of what was replaced in the middle: for buffers, not for fields.
 * And to all sides of where so many ways meet: a loop around a large switch has hundreds. */
enum { MAX_FORKS = 2, SMALLEST_HOLE = 9, MAX_SIDES = 4 };

struct walk {
    uint32_t root, to, tags;
    uint32_t location; /* of the use; VT_NONE: it is no place of its own, and the stores' count */
    uint32_t loaded;   /* the instruction that read the pointer it is made by; or VT_NONE */
    struct vt_rewrite rewrite;
    unsigned ncovered, nforks;
    const struct definition *covered[MAX_COVERED];
};

/* True if a later definition replaced just what DEFINITION put there. */
static bool is_replaced(const struct walk *walk, const struct definition *definition) {
    const struct vt_rewrite *put = &definition->rewrite;
    for (unsigned c = 0; c < walk->ncovered; c++) {
        const struct vt_cover *cover = &walk->covered[c]->cover;
        if (put->nput <= cover->place.npath || (put->flags & VT_REWRITE_SHIFT && !put->nput))
            continue;
        bool same = true;
        for (unsigned i = 0; i < cover->place.npath; i++)
            same &= vt_range_equal(put->put[i], cover->place.path[i]);
        struct vt_range range = put->put[cover->place.npath];
        if (same && cover->range.low <= range.low && cover->range.high >= range.high)
            return true;
    }
    return false;
}

static void link_from(struct vt_analysis *analysis, const struct walk *walk, uint32_t from,
                      const struct vt_rewrite *first, uint32_t tags) {
    struct vt_rewrite both;
    if (from != VT_NONE && vt_rewrite_compose(first, &walk->rewrite, &both))
        vt_graph_edge(analysis->graph, from, walk->to, &both, walk->tags | tags, walk->location);
}

/* Tags of what WALK takes where DEFINITION put a value, if that is a part of it. */
static uint32_t part_tags(const struct vt_analysis *analysis, const struct walk *walk,
                          const struct definition *definition) {
    const struct vt_rewrite *put = &definition->rewrite, *take = &walk->rewrite;
    const struct vt_inst *store = vt_inst_at(analysis, definition->at);
    if (store->op != VT_OP_STORE || !put->nput || put->nput != take->ntake)
        return 0;
    enum { WIDEST = 8 }; /* bytes of a field; what is wider is no known place */
    struct vt_range part = take->take[take->ntake - 1];
    int64_t size = (int64_t)part.high - part.low;
    return size > WIDEST ? 0 : vt_part_tags(analysis, store->args[1], 8 * (uint32_t)size);
}

static void link_definition(struct vt_analysis *analysis, const struct walk *walk,
                            const struct definition *definition) {
    struct walk placed = *walk;
    if (walk->location == VT_NONE)
        placed.location = location_of(analysis, definition->at);
    link_from(analysis, &placed, definition->from, &definition->rewrite,
              definition->tags | part_tags(analysis, walk, definition));
}

static const struct vt_rewrite beneath = {.flags = VT_REWRITE_MEMORY};

/* What the object held when the function began. */
static void link_entry(struct vt_analysis *analysis, const struct walk *walk) {
    const struct vt_root *root = &analysis->roots[walk->root];
    if (root->kind != VT_ROOT_FORMAL)
        return;
    uint32_t number = (uint32_t)vt_inst_at(analysis, root->value)->imm;
    if (number < 256)
        link_from(analysis, walk, vt_graph_node(analysis->graph, VT_NODE_FORMAL, number, 0),
                  &beneath, 0);
}

static void walk_up(struct vt_analysis *analysis, struct chain *chain, struct walk *walk,
                    uint32_t above);

static void walk_predecessors(struct vt_analysis *analysis, struct chain *chain,
                              const struct walk *walk, uint32_t block) {
    const struct vt_block *of = &analysis->function->blocks[block];
    for (uint32_t p = 0; p < of->npredecessors; p++) {
        if (analysis->cfg->order[of->predecessors[p]] == VT_NONE)
            continue;
        struct walk one = *walk;
        walk_up(analysis, chain, &one, at_exit(analysis, of->predecessors[p]));
    }
}

/* True if DEFINITION is made after WALK's pointer was read, and to a place on the way to what that
 * leads to: l = q->head; q->head = l->next; l is still what q->head led to before. */
static bool is_too_late(const struct vt_analysis *analysis, const struct walk *walk,
                        const struct definition *definition) {
    unsigned npointers =
        walk->rewrite.ntake; /* the last one taken is none, but of what lies beneath */
    if (!(walk->rewrite.flags & VT_REWRITE_MEMORY) && npointers)
        npointers--;
    if (walk->loaded == VT_NONE || !definition->covers ||
        npointers <= definition->cover.place.npath)
        return false;
    uint32_t loaded = vt_inst_at(analysis, walk->loaded)->block;
    uint32_t stored = vt_inst_at(analysis, definition->at)->block;
    return loaded == stored ? walk->loaded < definition->at
                            : vt_cfg_dominates(analysis->cfg, loaded, stored);
}

/* Walks up both sides of a phi that lies behind where WALK's pointer was read: hubs know of no
 * pointer. False if it does not, or the ways are too many. */
static bool walk_sides(struct vt_analysis *analysis, struct chain *chain, struct walk *walk,
                       const struct definition *phi) {
    uint32_t nsides = analysis->function->blocks[phi->at].npredecessors;
    if (walk->loaded == VT_NONE || walk->nforks == MAX_FORKS || nsides > MAX_SIDES)
        return false;
    uint32_t loaded = vt_inst_at(analysis, walk->loaded)->block;
    if (loaded == phi->at || !vt_cfg_dominates(analysis->cfg, loaded, phi->at))
        return false;
    walk->nforks++;
    walk_predecessors(analysis, chain, walk, phi->at);
    return true;
}

/* Beyond DEFINITION, which covers not all that WALK asks for, what it covers is no longer asked
 * for. */
static void pass_by(struct vt_analysis *analysis, struct chain *chain, struct walk *walk,
                    const struct definition *definition) {
    struct vt_range asked, gone = definition->cover.range;
    if (!definition->covers)
        return;
    if (walk->ncovered < MAX_COVERED)
        walk->covered[walk->ncovered++] = definition;
    if (!asked_range(analysis, walk->root, definition, &walk->rewrite, &asked) ||
        gone.high <= asked.low || gone.low >= asked.high)
        return;
    if (asked.low == VT_OFFSET_LOW && gone.low <= 0)
        asked.low = gone.low; /* what lies before the object is its owner's to keep */
    struct vt_range below = asked, behind = asked;
    below.high = gone.low;
    behind.low = gone.high;
    if (below.low >= below.high) {
        if (behind.low < behind.high)
            ask_for(definition, behind, &walk->rewrite);
    } else if (behind.low >= behind.high) {
        ask_for(definition, below, &walk->rewrite);
    } else if ((int64_t)gone.high - gone.low >= SMALLEST_HOLE && walk->nforks < MAX_FORKS) {
        walk->nforks++;
        struct walk other = *walk;
        ask_for(definition, behind, &other.rewrite);
        walk_up(analysis, chain, &other, definition->before);
        ask_for(definition, below, &walk->rewrite);
    }
}

/* Links WALK to all that may hold where definition + 1 ABOVE is in force. */
static void walk_up(struct vt_analysis *analysis, struct chain *chain, struct walk *walk,
                    uint32_t above) {
    for (unsigned steps = 0; above; steps++) {
        struct definition *definition = &chain->definitions[above - 1];
        if (definition->kind == DEFINITION_PHI && walk_sides(analysis, chain, walk, definition))
            return;
        if (definition->kind == DEFINITION_PHI || steps == MAX_WALK) {
            link_from(analysis, walk, hub_of(analysis, chain, above - 1), &vt_rewrite_identity, 0);
            return;
        }
        above = definition->before;
        if (is_too_late(analysis, walk, definition))
            continue;
        if (!is_replaced(walk, definition))
            link_definition(analysis, walk, definition);
        if (covers(analysis, walk->root, definition, &walk->rewrite))
            return;
        pass_by(analysis, chain, walk, definition);
    }
    link_entry(analysis, walk);
}

/* True if DEFINITION is over for good when instruction AT is reached. */
static bool is_past(const struct vt_analysis *analysis, const struct definition *definition,
                    uint32_t at) {
    uint32_t defined = vt_inst_at(analysis, definition->at)->block;
    uint32_t used = vt_inst_at(analysis, at)->block;
    if (analysis->cfg->loops[defined])
        return false;
    return defined == used ? definition->at < at : vt_cfg_dominates(analysis->cfg, defined, used);
}

/* Links WALK to what is put there while somebody else looks at it, from instruction AT on: by this
 * function, among its first NPLAIN definitions, and by those that call it. */
static void link_later(struct vt_analysis *analysis, struct chain *chain, size_t nplain,
                       const struct walk *walk, uint32_t at) {
    const struct vt_root *root = &analysis->roots[walk->root];
    for (size_t d = 0; d < nplain; d++)
        if (chain->definitions[d].from != walk->to &&
            !is_past(analysis, &chain->definitions[d], at))
            link_definition(analysis, walk, &chain->definitions[d]);
    if (root->kind != VT_ROOT_FORMAL)
        return;
    uint64_t number = (uint64_t)vt_inst_at(analysis, root->value)->imm;
    link_entry(analysis, walk);
    if (number < VT_MAX_KEPT)
        analysis->shared->keeps[analysis->function->symbol] |= UINT64_C(1) << number;
}

static void link_operands(struct vt_analysis *analysis, struct chain *chain, uint32_t root,
                          uint32_t index) {
    struct definition definition = chain->definitions[index];
    struct walk walk = {.root = root, .to = definition.hub, .location = VT_NONE, .loaded = VT_NONE};
    if (definition.kind == DEFINITION_PLAIN) {
        link_definition(analysis, &walk, &definition);
        if (covers(analysis, root, &definition, &walk.rewrite))
            return;
        pass_by(analysis, chain, &walk, &definition);
        walk_up(analysis, chain, &walk, definition.before);
        return;
    }
    walk_predecessors(analysis, chain, &walk, definition.at);
}

struct held {
    int32_t offset;
    uint32_t value;
};

static void find_held(void *context, struct vt_range at, const struct vt_place *target,
                      uint32_t value) {
    struct held *held = context;
    (void)target;
    if (vt_range_is_spot(at) && at.low == held->offset)
        held->value = value;
}

/* The pointer that LOAD reads from an object of the function's own, if only one is ever stored
 * there; else VT_NONE. */
static uint32_t held_by(const struct vt_analysis *analysis, const struct vt_inst *load) {
    const struct vt_points *points = vt_points_of(analysis, load->args[0]);
    const struct vt_place *place = &points->at[0];
    struct held held = {.value = VT_NONE};
    if (points->count != 1 || points->more || place->npath || place->offset == VT_ANYWHERE ||
        analysis->roots[place->root].kind != VT_ROOT_LOCAL)
        return VT_NONE;
    held.offset = place->offset;
    vt_points_cells(analysis, place, find_held, &held);
    return held.value;
}

/* The instruction that read POINTER, or where it points into an object, that object's; or VT_NONE.
 * What was read and kept in an object of the function's own is read when it was read first. */
static uint32_t loaded_by(const struct vt_analysis *analysis, uint32_t pointer) {
    uint32_t loaded = VT_NONE;
    for (unsigned i = 0; pointer != VT_NONE && i < MAX_WALK; i++) {
        const struct vt_inst *inst = vt_inst_at(analysis, pointer);
        while (inst->op == VT_OP_GEP || inst->op == VT_OP_CAST) {
            pointer = inst->args[0];
            inst = vt_inst_at(analysis, pointer);
        }
        if (inst->op != VT_OP_LOAD)
            break;
        loaded = pointer;
        pointer = held_by(analysis, inst);
    }
    return loaded;
}

/* ---- Connecting -------------------------------------------------------------------------- */

/* Links each plain definition to the one before it in its block; gives each block its last. */
static void order_definitions(struct vt_analysis *analysis, struct chain *chain) {
    struct vt_memory *memory = analysis->memory;
    for (uint32_t d = 0; d < chain->ndefinitions; d++) {
        struct definition *definition = &chain->definitions[d];
        uint32_t block = vt_inst_at(analysis, definition->at)->block;
        touch(memory, block);
        definition->before = memory->last[block];
        memory->last[block] = d + 1;
    }
}

/* The first definition of a block continues what is in force at its entry. */
static void continue_blocks(struct vt_analysis *analysis, struct chain *chain, size_t nplain) {
    for (uint32_t d = 0; d < nplain; d++) {
        struct definition *definition = &chain->definitions[d];
        if (!definition->before)
            definition->before = at_entry(analysis, vt_inst_at(analysis, definition->at)->block);
    }
}

static bool is_before(const struct definition *definition, uint32_t at) {
    return definition->at < at ||
           (definition->at == at && definition->covers && definition->cover.early);
}

/* The definition + 1 in force before instruction AT. Definitions of a block stand in order. */
static uint32_t before_use(struct vt_analysis *analysis, struct chain *chain, uint32_t at) {
    uint32_t block = vt_inst_at(analysis, at)->block;
    uint32_t definition = analysis->memory->last[block];
    while (definition && chain->definitions[definition - 1].kind == DEFINITION_PLAIN &&
           vt_inst_at(analysis, chain->definitions[definition - 1].at)->block == block &&
           !is_before(&chain->definitions[definition - 1], at))
        definition = chain->definitions[definition - 1].before;
    return definition ? definition : at_entry(analysis, block);
}

static void connect_root(struct vt_analysis *analysis, uint32_t root) {
    struct vt_memory *memory = analysis->memory;
    struct chain *chain = &memory->chains[root];
    size_t nplain = chain->ndefinitions;
    if (!chain->nuses)
        return;
    order_definitions(analysis, chain);
    place_phis(analysis, chain);
    continue_blocks(analysis, chain, nplain);
    for (size_t u = 0; u < chain->nuses; u++) {
        const struct vt_use *use = &chain->uses[u].use;
        bool leaves = vt_inst_at(analysis, use->at)->op == VT_OP_RETURN;
        struct walk walk = {.root = root,
                            .to = use->to,
                            .tags = use->tags,
                            .location = leaves ? VT_NONE : location_of(analysis, use->at),
                            .loaded = loaded_by(analysis, use->pointer),
                            .rewrite = chain->uses[u].rewrite};
        if (use->later)
            link_later(analysis, chain, nplain, &walk, use->at);
        walk_up(analysis, chain, &walk, before_use(analysis, chain, use->at));
    }
    while (memory->npending)
        link_operands(analysis, chain, root, memory->pending[--memory->npending]);
    for (uint32_t i = 0; i < memory->ntouched; i++)
        memory->last[memory->touched[i]] = memory->phi[memory->touched[i]] = 0;
    memory->ntouched = 0;
}

void vt_memory_connect(struct vt_analysis *analysis) {
    find_frontiers(analysis);
    for (uint32_t root = 0; root < analysis->memory->nchains; root++) {
        if (vt_graph_nedges(analysis->graph) > analysis->shared->limits->edges) {
            analysis->cut = true;
            return;
        }
        connect_root(analysis, root);
    }
}
