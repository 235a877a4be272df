/* See climbing.h. */
#include "checkers/shared/trapdoor/climbing.h"

#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/verdict.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

enum { MOST_BELOW = 2 }; /* functions that hand a name on to the one that looks at it */

/* ---- What looks for it ------------------------------------------------------------------- */

/* True if TEXT leads up, or stands before all that is hidden, and so before what leads up. */
static bool leads_up(const char *text) {
    size_t length = strlen(text);
    return strspn(text, "./\\") == length &&
           (strstr(text, "..") || (length > 1 && strcmp(text + length - 2, "/.") == 0));
}

/* True if such a text gets to the node of FACTS like TO, as far as they tell, and is not part of
 * another there. */
static bool has_dots(const struct vt_unit *unit, const struct vt_function *facts,
                     struct vt_node to) {
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(facts, to, &count);
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &facts->nodes[edges[e].from];
        if (from->kind != VT_NODE_CONSTANT || unit->constants[from->ref].kind != VT_CONSTANT_TEXT ||
            unit->rewrites[edges[e].rewrite].nput)
            continue;
        const char *text = vt_string(unit->strings, unit->constants[from->ref].text);
        if (leads_up(text))
            return true;
    }
    return false;
}

/* True if comparison EVENT of FACTS is made with such a text. */
static bool compares_dots(const struct vt_unit *unit, const struct vt_function *facts,
                          uint32_t event) {
    return facts->events[event].fact == VT_FACT_COMPARE &&
           (has_dots(unit, facts, (struct vt_node){VT_NODE_IN, VT_ROLE_LEFT, event}) ||
            has_dots(unit, facts, (struct vt_node){VT_NODE_IN, VT_ROLE_RIGHT, event}));
}

/* True if CALL of FACTS is given such a text behind a name, to look for it there. */
static bool gives_dots(const struct vt_unit *unit, const struct vt_function *facts, uint32_t call) {
    return facts->calls[call].narguments > 1 &&
           has_dots(unit, facts, (struct vt_node){VT_NODE_ARGUMENT, 1, call});
}

/* True if FACTS list a folder, whose first entries everybody leaves out. */
static bool walks_folder(const struct vt_unit *unit, const struct vt_function *facts) {
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (vt_class_is(vt_string(unit->strings, facts->events[e].class_name), "file.name"))
            return true;
    return false;
}

/* How many letters FACTS hold against a dot, if they ask for nothing else but what parts names of
 * folders; else 0: addresses, patterns and versions have dots as well. */
static unsigned count_dots(const struct vt_function *facts) {
    unsigned dots = 0;
    for (uint32_t e = 0; e < facts->nedges; e++)
        if (facts->edges[e].tags & VT_TAG_NUMBER)
            return 0;
    for (uint32_t p = 0; p < facts->npredicates; p++) {
        const struct vt_predicate *predicate = &facts->predicates[p];
        if (!predicate->has_number || predicate->size > 1 || predicate->number <= ' ' ||
            predicate->number > '~')
            continue;
        if (!strchr("./\\", (int)predicate->number))
            return 0;
        dots += predicate->number == '.';
    }
    return dots;
}

/* True if FUNCTION, or one that it hands things to, looks for two dots in what it is given. */
static bool looks_for_dots(struct vt_program *program, uint32_t function, unsigned below) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    if (facts->nparams == 0 || walks_folder(unit, facts))
        return false;
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (compares_dots(unit, facts, e))
            return true;
    unsigned dots = count_dots(facts);
    for (uint32_t c = 0; c < facts->ncalls && dots < 2 && below; c++) {
        const uint32_t *targets;
        if (vt_program_targets(program, (struct vt_site){function, c}, &targets) == 1 &&
            looks_for_dots(program, targets[0], below - 1))
            return true;
    }
    return dots >= 2;
}

/* True if CALL of FUNCTION is of such a function, as it does or as its name says. */
static bool calls_it(struct vt_program *program, uint32_t function, uint32_t call) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    uint32_t symbol = facts->calls[call].symbol;
    const uint32_t *targets;
    return gives_dots(unit, facts, call) ||
           (symbol != VT_NONE &&
            vt_program_fits(program, "function",
                            vt_string(unit->strings, unit->symbols[symbol].name),
                            "name.checked")) ||
           (vt_program_targets(program, (struct vt_site){function, call}, &targets) == 1 &&
            looks_for_dots(program, targets[0], MOST_BELOW));
}

struct vt_climbing *vt_climbings_of(struct vt_program *program, uint32_t function,
                                    struct vt_arena *arena, size_t *count) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    struct vt_climbing *list = vt_alloc_array(arena, facts->nevents + facts->ncalls, sizeof *list);
    *count = 0;
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (facts->events[e].guards != VT_NONE && compares_dots(unit, facts, e))
            list[(*count)++] = (struct vt_climbing){function, facts->events[e].guards, VT_NONE, e};
    for (uint32_t c = 0; c < facts->ncalls; c++)
        if (facts->calls[c].guards != VT_NONE && calls_it(program, function, c))
            list[(*count)++] = (struct vt_climbing){function, facts->calls[c].guards, c, VT_NONE};
    return list;
}

/* ---- What goes with it ------------------------------------------------------------------- */

/* True if what has guard list LIST of FACTS is done on that side of GUARD alone. */
static bool goes_with(const struct vt_function *facts, uint32_t list,
                      const struct vt_guard *guard) {
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++)
        if (guards[g].predicate == guard->predicate && (guards[g].always || guards[g].either))
            return true;
    return false;
}

/* True if guard list LIST of FACTS has a condition that one of the COUNT TARGETS decides. */
static bool is_answer(const struct vt_function *facts, uint32_t list,
                      const struct vt_target *targets, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (facts->nodes[targets[i].node].kind == VT_NODE_SUBJECT &&
            vt_list_has(facts, list, facts->nodes[targets[i].node].ref))
            return true;
    return false;
}

bool vt_climbing_is_alone(struct vt_check *check, const struct vt_climbing *climbing,
                          const struct vt_guard *guard) {
    struct vt_program *program = vt_check_program(check);
    uint32_t function = climbing->function;
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    bool is_call = climbing->call != VT_NONE;
    size_t count;
    const struct vt_target *targets =
        vt_targets_of(facts, is_call ? VT_NODE_RESULT : VT_NODE_OUTCOME,
                      is_call ? climbing->call : climbing->event, vt_check_arena(check), &count);
    for (uint32_t c = 0; c < facts->ncalls; c++)
        if (goes_with(facts, facts->calls[c].guards, guard) && !facts->calls[c].noreturn &&
            !is_answer(facts, facts->calls[c].guards, targets, count) &&
            !calls_it(program, function, c))
            return false;
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (vt_has_consequence(unit, &facts->events[e]) &&
            goes_with(facts, facts->events[e].guards, guard) &&
            !is_answer(facts, facts->events[e].guards, targets, count))
            return false;
    return true;
}
