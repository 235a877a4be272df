/* Calls, events, predicates and guards of a function: what is kept of them, in the unit's arena.
 *
 * requires: a folded graph.  gives: the function's lists.  breaks: numbers of events and predicates
 * of the analysis; the graph's nodes keep the old ones until vt_graph_emit's result is renumbered.
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/program/program.h"
#include "engine/unit/analysis.h"

/* Data that nobody looks at are no news, but for these: what was drawn should go somewhere. That
 * nobody looks is only sure of variables of the function. */
static bool matters_unread(const struct vt_analysis *analysis, uint32_t number) {
    const struct vt_event *event = &analysis->events[number];
    const char *name = vt_string(analysis->shared->unit->strings, event->class_name);
    return event->fact == VT_FACT_ORIGIN && analysis->event_locals[number] && !analysis->loses &&
           (vt_class_is(name, "random.strong") || vt_class_is(name, "io.read"));
}

static bool is_kept_event(struct vt_analysis *analysis, uint32_t event) {
    uint8_t fact = analysis->events[event].fact;
    if (fact == VT_FACT_EFFECT || fact == VT_FACT_CHECK || matters_unread(analysis, event))
        return true;
    uint32_t outcome = vt_graph_node(analysis->graph, VT_NODE_OUTCOME, 0, event);
    return vt_graph_is_live(analysis->graph, outcome);
}

static uint32_t *number_events(struct vt_analysis *analysis, struct vt_function *function) {
    uint32_t *map = vt_alloc_array(analysis->arena, analysis->nevents, sizeof *map);
    for (uint32_t e = 0; e < analysis->nevents; e++) {
        map[e] = VT_NONE;
        if (is_kept_event(analysis, e)) {
            map[e] = function->nevents++;
            continue;
        }
        for (unsigned role = 0; role < VT_ROLE_COUNT; role++)
            vt_graph_drop(analysis->graph, vt_graph_node(analysis->graph, VT_NODE_IN, role, e));
    }
    return map;
}

/* True if guard list LIST needs a predicate that data reach. */
static bool is_list_fed(const struct vt_analysis *analysis, uint32_t list) {
    const struct vt_guards *guards = &analysis->guards;
    if (list == VT_NONE)
        return false;
    for (uint32_t g = guards->offsets[list]; g < guards->offsets[list + 1]; g++) {
        uint32_t left =
            vt_graph_node(analysis->graph, VT_NODE_SUBJECT, 0, guards->guards[g].predicate);
        if (guards->guards[g].always && vt_graph_is_fed(analysis->graph, left))
            return true;
    }
    return false;
}

/* True if PREDICATE asks for a flag: constants alone are ever put into it, one of them because of
 * data. */
static bool asks_flag(const struct vt_analysis *analysis, uint32_t predicate) {
    for (uint32_t s = 0; s < analysis->nsettings; s++)
        if (analysis->settings[s].predicate == predicate &&
            is_list_fed(analysis, analysis->settings[s].guards))
            return true;
    return false;
}

static uint32_t *number_predicates(struct vt_analysis *analysis, struct vt_function *function) {
    uint32_t *map = vt_alloc_array(analysis->arena, analysis->npredicates, sizeof *map);
    for (uint32_t p = 0; p < analysis->npredicates; p++) {
        uint32_t left = vt_graph_node(analysis->graph, VT_NODE_SUBJECT, 0, p);
        uint32_t right = vt_graph_node(analysis->graph, VT_NODE_SUBJECT, 1, p);
        if (vt_graph_is_fed(analysis->graph, left) || vt_graph_is_fed(analysis->graph, right) ||
            asks_flag(analysis, p)) {
            map[p] = function->npredicates++;
            continue;
        }
        map[p] = VT_NONE;
        vt_graph_drop(analysis->graph, left);
        vt_graph_drop(analysis->graph, right);
    }
    return map;
}

static bool is_same(const struct vt_guard *a, const struct vt_guard *b) {
    return a->predicate == b->predicate && a->holds == b->holds && a->always == b->always &&
           a->either == b->either;
}

/* True if one of the COUNT guards at KEPT says all that GUARD does, which is no alternative. */
static bool is_told(const struct vt_guard *kept, uint32_t count, const struct vt_guard *guard) {
    for (uint32_t i = 0; i < count; i++)
        if (kept[i].predicate == guard->predicate && kept[i].holds == guard->holds &&
            !kept[i].either && kept[i].always >= guard->always)
            return true;
    return false;
}

/* The guards of list FROM whose predicates are kept, at the end of TO's; gives their number. */
static uint32_t emit_list(const struct vt_guards *from, uint32_t list, const uint32_t *predicates,
                          struct vt_guards *to) {
    bool broken[UINT8_MAX + 1] = {true}; /* by group: an alternative is gone */
    for (uint32_t g = from->offsets[list]; g < from->offsets[list + 1]; g++)
        if (predicates[from->guards[g].predicate] == VT_NONE)
            broken[from->guards[g].either] = true;
    struct vt_guard *kept = &to->guards[to->nguards];
    uint32_t count = 0;
    uint8_t ngroups = 0, new_number[UINT8_MAX + 1] = {0};
    for (uint32_t g = from->offsets[list]; g < from->offsets[list + 1]; g++) {
        struct vt_guard guard = from->guards[g];
        guard.predicate = predicates[guard.predicate];
        if (broken[guard.either])
            guard.either = 0;
        else if (!new_number[guard.either])
            new_number[guard.either] = ++ngroups;
        guard.either = new_number[guard.either];
        if (guard.predicate != VT_NONE && (guard.either || !is_told(kept, count, &guard)))
            kept[count++] = guard;
    }
    return count;
}

/* Lists that were emitted, by what is in them. */
struct known_lists {
    uint32_t *slots; /* list + 1, or 0 */
    size_t mask;
};

/* The list whose COUNT guards stand behind the last one of LISTS, which is made, unless there is
 * one like it. */
static uint32_t number_list(struct known_lists *known, struct vt_guards *lists, uint32_t count) {
    const struct vt_guard *guards = &lists->guards[lists->nguards];
    uint32_t hash = count;
    for (uint32_t i = 0; i < count; i++)
        hash = (hash ^
                (guards[i].predicate << 2 | (uint32_t)guards[i].holds << 1 | guards[i].always)) *
                   0x9e3779b1u +
               guards[i].either;
    size_t at = (hash ^ hash >> 15) & known->mask;
    for (; known->slots[at]; at = (at + 1) & known->mask) {
        uint32_t list = known->slots[at] - 1, first = lists->offsets[list], i = 0;
        while (i < count && first + i < lists->offsets[list + 1] &&
               is_same(&lists->guards[first + i], &guards[i]))
            i++;
        if (i == count && first + i == lists->offsets[list + 1])
            return list;
    }
    lists->nguards += count;
    lists->offsets[++lists->nlists] = lists->nguards;
    known->slots[at] = lists->nlists;
    return lists->nlists - 1;
}

/* Guard lists without the predicates that are gone, each once; gives the new number of each. */
static uint32_t *emit_guards(struct vt_analysis *analysis, const uint32_t *predicates,
                             struct vt_function *function, struct vt_arena *arena) {
    const struct vt_guards *from = &analysis->guards;
    struct vt_guards *to = &function->guards;
    uint32_t *map = vt_alloc_array(analysis->arena, from->nlists, sizeof *map);
    struct known_lists known = {.mask = 15};
    while (known.mask < 2 * (size_t)from->nlists)
        known.mask = 2 * known.mask + 1;
    known.slots = vt_alloc_array(analysis->arena, known.mask + 1, sizeof *known.slots);
    to->offsets = vt_alloc_array(arena, from->nlists + 1, sizeof *to->offsets);
    to->guards = vt_alloc_array(arena, from->nguards, sizeof *to->guards);
    for (uint32_t list = 0; list < from->nlists; list++) {
        uint32_t count = emit_list(from, list, predicates, to);
        map[list] = count ? number_list(&known, to, count) : VT_NONE;
    }
    return map;
}

static uint32_t mapped(const uint32_t *map, uint32_t number) {
    return number == VT_NONE ? VT_NONE : map[number];
}

static void emit_lists(struct vt_analysis *analysis, struct vt_function *function,
                       const uint32_t *events, const uint32_t *predicates, const uint32_t *lists) {
    struct vt_arena *arena = analysis->shared->unit->arena;
    function->events = vt_alloc_array(arena, function->nevents, sizeof *function->events);
    function->predicates =
        vt_alloc_array(arena, function->npredicates, sizeof *function->predicates);
    function->ncalls = analysis->ncalls;
    function->calls = vt_alloc_array(arena, function->ncalls, sizeof *function->calls);
    for (uint32_t c = 0; c < analysis->ncalls; c++) {
        function->calls[c] = analysis->calls[c];
        function->calls[c].guards = mapped(lists, analysis->calls[c].guards);
    }
    for (uint32_t e = 0; e < analysis->nevents; e++) {
        if (events[e] == VT_NONE)
            continue;
        function->events[events[e]] = analysis->events[e];
        function->events[events[e]].guards = mapped(lists, analysis->events[e].guards);
    }
    function->nverdicts = analysis->nverdicts;
    function->verdicts = vt_alloc_array(arena, function->nverdicts, sizeof *function->verdicts);
    for (uint32_t v = 0; v < analysis->nverdicts; v++) {
        function->verdicts[v] = analysis->verdicts[v];
        function->verdicts[v].guards = mapped(lists, analysis->verdicts[v].guards);
    }
    for (uint32_t p = 0; p < analysis->npredicates; p++)
        if (predicates[p] != VT_NONE)
            function->predicates[predicates[p]] = analysis->predicates[p];
}

/* Settings without those of predicates that are gone. */
static void emit_settings(struct vt_analysis *analysis, struct vt_function *function,
                          const uint32_t *predicates, const uint32_t *lists) {
    struct vt_arena *arena = analysis->shared->unit->arena;
    function->settings = vt_alloc_array(arena, analysis->nsettings, sizeof *function->settings);
    for (uint32_t s = 0; s < analysis->nsettings; s++) {
        struct vt_setting setting = analysis->settings[s];
        setting.predicate = mapped(predicates, setting.predicate);
        setting.guards = mapped(lists, setting.guards);
        if (setting.predicate != VT_NONE || setting.symbol != VT_NONE ||
            (setting.type && setting.guards != VT_NONE))
            function->settings[function->nsettings++] = setting;
    }
}

static void renumber_nodes(struct vt_function *function, const uint32_t *events,
                           const uint32_t *predicates) {
    for (uint32_t n = 0; n < function->nnodes; n++) {
        struct vt_node *node = &function->nodes[n];
        if (node->kind == VT_NODE_IN || node->kind == VT_NODE_OUTCOME)
            node->ref = events[node->ref];
        else if (node->kind == VT_NODE_SUBJECT)
            node->ref = predicates[node->ref];
    }
}

void vt_emit_sites(struct vt_analysis *analysis, struct vt_function *function) {
    struct vt_arena *arena = analysis->shared->unit->arena;
    uint32_t *events = number_events(analysis, function);
    uint32_t *predicates = number_predicates(analysis, function);
    uint32_t *lists = emit_guards(analysis, predicates, function, arena);
    emit_lists(analysis, function, events, predicates, lists);
    emit_settings(analysis, function, predicates, lists);
    vt_graph_emit(analysis->graph, analysis->shared, function);
    renumber_nodes(function, events, predicates);
}
