#include "checkers/shared/verdict.h"

#include "engine/base/arena.h"

/* Nodes found so far; those that are hubs are followed on. */
struct targets {
    struct vt_arena *arena;
    const struct vt_function *facts;
    struct vt_target *items;
    size_t count, capacity;
};

static void add(struct targets *targets, uint32_t node, uint32_t tags) {
    for (size_t i = 0; i < targets->count; i++)
        if (targets->items[i].node == node && !(targets->items[i].tags & ~tags))
            return;
    targets->items = vt_grow(targets->arena, targets->items, targets->count, &targets->capacity,
                             sizeof *targets->items);
    targets->items[targets->count++] = (struct vt_target){node, tags};
}

static void follow(struct targets *targets, uint32_t node, uint32_t tags) {
    for (uint32_t e = 0; e < targets->facts->nedges; e++) {
        const struct vt_edge *edge = &targets->facts->edges[e];
        if (edge->from == node)
            add(targets, edge->to, tags | edge->tags);
    }
}

struct vt_target *vt_targets_of(const struct vt_function *facts, enum vt_node_kind kind,
                                uint32_t ref, struct vt_arena *arena, size_t *count) {
    struct targets targets = {.arena = arena, .facts = facts};
    for (uint32_t n = 0; n < facts->nnodes; n++)
        if (facts->nodes[n].kind == kind && facts->nodes[n].ref == ref)
            follow(&targets, n, 0);
    for (size_t i = 0; i < targets.count; i++)
        if (facts->nodes[targets.items[i].node].kind == VT_NODE_HUB)
            follow(&targets, targets.items[i].node, targets.items[i].tags);
    *count = 0;
    for (size_t i = 0; i < targets.count; i++)
        if (facts->nodes[targets.items[i].node].kind != VT_NODE_HUB)
            targets.items[(*count)++] = targets.items[i];
    return targets.items;
}

bool vt_list_has(const struct vt_function *facts, uint32_t list, uint32_t predicate) {
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++)
        if (guards[g].predicate == predicate)
            return true;
    return false;
}

bool vt_list_tells(const struct vt_function *facts, uint32_t list, uint32_t predicate, bool holds) {
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        if (guard->predicate == predicate && guard->holds == holds &&
            (guard->always || guard->either))
            return true;
    }
    return false;
}

int vt_list_needs(const struct vt_function *facts, uint32_t list, uint32_t predicate) {
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        if (guard->predicate == predicate && guard->always)
            return guard->holds ? 1 : -1;
    }
    return 0;
}

bool vt_verdict_is_about(const struct vt_function *facts, uint32_t verdict,
                         const struct vt_target *targets, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct vt_node *node = &facts->nodes[targets[i].node];
        if (node->kind == VT_NODE_SUBJECT &&
            vt_list_has(facts, facts->verdicts[verdict].guards, node->ref))
            return true;
    }
    return false;
}

bool vt_verdict_needs(struct vt_program *program, uint32_t function, uint32_t verdict,
                      const struct vt_target *targets, size_t count, enum vt_success success) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    uint32_t list = facts->verdicts[verdict].guards;
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        struct vt_condition_ref condition = {function, guard->predicate, guard->holds, true};
        for (size_t i = 0; i < count; i++) {
            const struct vt_node *node = &facts->nodes[targets[i].node];
            if (node->kind == VT_NODE_SUBJECT && node->ref == guard->predicate &&
                vt_condition_means(program, condition, success))
                return true;
        }
    }
    return false;
}

bool vt_verdict_goes_round(struct vt_program *program, struct vt_event_ref ref, uint32_t verdict,
                           const struct vt_target *targets, size_t count) {
    const struct vt_function *facts = vt_program_function(program, ref.function, NULL);
    int64_t number = facts->verdicts[verdict].number;
    bool means_success = false;
    if (count == 0 || number < 0 || facts->verdicts[verdict].guards == VT_NONE ||
        vt_verdict_is_about(facts, verdict, targets, count) ||
        vt_program_is_justified(program, ref.function, verdict, "check"))
        return false;
    for (uint32_t v = 0; v < facts->nverdicts; v++) {
        bool same = facts->verdicts[v].number == number;
        if (vt_program_is_justified(program, ref.function, v, "check")) {
            if (!same)
                return false; /* it is not clear which number means success */
            means_success = true;
        } else if (same && vt_verdict_is_about(facts, v, targets, count)) {
            return false; /* it is returned if the check failed as well */
        }
    }
    return means_success;
}

bool vt_number_succeeds(int64_t number, int64_t other) {
    if (number == 0)
        return other < 0 || other > 1;
    return number > 0 && (other < 0 || (other == 0 && number == 1));
}

/* True if FACTS return more numbers above 1 than answers need: the codes of what went wrong, and 0
 * for what went well. */
static bool gives_codes(const struct vt_function *facts) {
    enum { FEWEST = 3 };
    unsigned codes = 0;
    for (uint32_t v = 0; v < facts->nverdicts; v++) {
        bool is_new = facts->verdicts[v].number > 1;
        for (uint32_t w = 0; w < v && is_new; w++)
            is_new = facts->verdicts[w].number != facts->verdicts[v].number;
        codes += is_new;
    }
    return codes >= FEWEST;
}

bool vt_number_accepts(const struct vt_function *facts, int64_t number) {
    bool succeeds = false;
    if (gives_codes(facts))
        return number == 0;
    for (uint32_t v = 0; v < facts->nverdicts; v++) {
        if (vt_number_succeeds(facts->verdicts[v].number, number))
            return false;
        succeeds |= vt_number_succeeds(number, facts->verdicts[v].number);
    }
    return succeeds;
}
