/* See trap.h. */
#include "checkers/shared/trapdoor/trap.h"

#include <ctype.h>
#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/channel/intake.h"
#include "checkers/shared/places.h"
#include "checkers/shared/verdict.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

enum {
    MOST_CALLS = 6, /* from the condition to the event */
    MOST_FUNCTIONS = 64,
    MOST_RESULTS = 3, /* of functions, each the result of what is tested in it */
};

/* ---- The ways to an event ---------------------------------------------------------------- */

struct walk {
    struct vt_check *check;
    const uint8_t *where; /* or NULL */
    vt_trap_visit visit;
    void *context;
    uint32_t functions[MOST_FUNCTIONS]; /* whose callers were asked for */
    size_t nfunctions;
};

/* A function, and the call by which it is left on the way up. */
struct inner {
    uint32_t function;
    struct vt_site site;
};

static void visit_list(struct walk *walk, uint32_t function, uint32_t guards) {
    size_t count;
    if (walk->where && !walk->where[function])
        return;
    const struct vt_trigger *triggers =
        vt_triggers_of_list(vt_check_program(walk->check), function, guards, &count);
    for (size_t i = 0; i < count; i++)
        if (triggers[i].always || triggers[i].group)
            walk->visit(walk->check, &triggers[i], walk->context);
}

/* INNER: what FUNCTION calls on the way to the event; NULL: the event is its own. */
static void visit_callers(struct walk *walk, uint32_t function, const struct inner *inner,
                          unsigned calls) {
    struct vt_program *program = vt_check_program(walk->check);
    const struct vt_site *sites;
    for (size_t i = 0; i < walk->nfunctions; i++)
        if (walk->functions[i] == function)
            return;
    if (calls == 0 || walk->nfunctions == MOST_FUNCTIONS)
        return;
    walk->functions[walk->nfunctions++] = function;
    size_t count = vt_program_callers(program, function, &sites);
    for (size_t i = 0; i < count; i++) {
        const struct vt_function *caller = vt_program_function(program, sites[i].function, NULL);
        struct inner next = {function, sites[i]};
        if (inner && vt_program_passes_other(program, inner->function, inner->site, sites[i]))
            continue;
        visit_list(walk, sites[i].function, caller->calls[sites[i].call].guards);
        visit_callers(walk, sites[i].function, &next, calls - 1);
    }
}

void vt_trap_visit_all(struct vt_check *check, struct vt_event_ref ref, const uint8_t *where,
                       vt_trap_visit visit, void *context) {
    struct walk walk = {.check = check, .where = where, .visit = visit, .context = context};
    const struct vt_event *event = vt_program_event(vt_check_program(check), ref, NULL);
    visit_list(&walk, ref.function, event->guards);
    visit_callers(&walk, ref.function, NULL, MOST_CALLS);
}

/* ---- Whether there is one at all --------------------------------------------------------- */

/* True if FACTS tell of a comparison by a library. */
static bool compares(const struct vt_function *facts) {
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (facts->events[e].fact == VT_FACT_COMPARE)
            return true;
    return false;
}

/* The comparison whose outcome is what gets to hub HUB of FACTS, unless that is 0: the last of
 * several conditions that all have to hold. VT_NONE: there is none, or more than one. */
static uint32_t comparison_at(const struct vt_unit *unit, const struct vt_function *facts,
                              uint32_t hub) {
    uint32_t found = VT_NONE, count;
    const struct vt_edge *edges = vt_function_edges(facts, hub, &count);
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &facts->nodes[edges[e].from];
        if (edges[e].tags & VT_TAG_DECIDED)
            continue;
        bool is_zero = from->kind == VT_NODE_CONSTANT && unit->constants[from->ref].number == 0;
        bool is_outcome =
            from->kind == VT_NODE_OUTCOME && facts->events[from->ref].fact == VT_FACT_COMPARE;
        if (!is_zero && (!is_outcome || found != VT_NONE))
            return VT_NONE;
        if (is_outcome)
            found = from->ref;
    }
    return found;
}

uint32_t vt_trap_comparison(struct vt_program *program, uint32_t function, uint32_t predicate) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    uint32_t nnodes = compares(facts) ? facts->nnodes : 0, count;
    for (uint32_t n = 0; n < nnodes; n++) {
        if (facts->nodes[n].kind != VT_NODE_SUBJECT || facts->nodes[n].ref != predicate)
            continue;
        const struct vt_edge *edges = vt_function_edges(facts, n, &count);
        for (uint32_t e = 0; e < count; e++) {
            const struct vt_node *from = &facts->nodes[edges[e].from];
            if (from->kind == VT_NODE_OUTCOME && facts->events[from->ref].fact == VT_FACT_COMPARE)
                return from->ref;
            uint32_t last =
                from->kind == VT_NODE_HUB ? comparison_at(unit, facts, edges[e].from) : VT_NONE;
            if (last != VT_NONE)
                return last;
        }
    }
    return VT_NONE;
}

static bool is_fitting_text(const struct vt_unit *unit, const struct vt_node *node,
                            bool (*fits)(const char *text)) {
    return node->kind == VT_NODE_CONSTANT && unit->constants[node->ref].kind == VT_CONSTANT_TEXT &&
           fits(vt_string(unit->strings, unit->constants[node->ref].text));
}

/* True if one of those who call FUNCTION gives it a text that FITS as parameter INDEX. */
static bool is_given_text(struct vt_program *program, uint32_t function, uint8_t index,
                          bool (*fits)(const char *text)) {
    const struct vt_site *sites;
    size_t count = vt_program_callers(program, function, &sites);
    for (size_t i = 0; i < count; i++) {
        const struct vt_unit *unit;
        const struct vt_function *facts = vt_program_function(program, sites[i].function, &unit);
        struct vt_node argument = {VT_NODE_ARGUMENT, index, sites[i].call};
        uint32_t nedges;
        const struct vt_edge *edges = vt_function_edges_to(facts, argument, &nedges);
        for (uint32_t e = 0; e < nedges; e++)
            if (is_fitting_text(unit, &facts->nodes[edges[e].from], fits))
                return true;
    }
    return false;
}

/* True if comparison COMPARE of FUNCTION is with a text that FITS. */
static bool is_with_text(struct vt_program *program, uint32_t function, uint32_t compare,
                         bool (*fits)(const char *text)) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *to = &facts->nodes[facts->edges[e].to];
        const struct vt_node *from = &facts->nodes[facts->edges[e].from];
        if (to->kind == VT_NODE_IN && to->ref == compare &&
            (is_fitting_text(unit, from, fits) ||
             (from->kind == VT_NODE_FORMAL && is_given_text(program, function, from->index, fits))))
            return true;
    }
    return false;
}

/* True if FUNCTION returns the outcome of a comparison with a text that FITS, as it is. */
static bool returns_text(struct vt_program *program, uint32_t function,
                         bool (*fits)(const char *text)) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){.kind = VT_NODE_RETURN}, &count);
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &facts->nodes[edges[e].from];
        if (from->kind == VT_NODE_OUTCOME && facts->events[from->ref].fact == VT_FACT_COMPARE &&
            is_with_text(program, function, from->ref, fits))
            return true;
    }
    return false;
}

bool vt_trap_has_text(struct vt_program *program, uint32_t function, uint32_t predicate,
                      bool (*fits)(const char *text)) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    uint32_t compare = vt_trap_comparison(program, function, predicate), count;
    if (compare != VT_NONE)
        return is_with_text(program, function, compare, fits);
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){VT_NODE_SUBJECT, 0, predicate}, &count);
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &facts->nodes[edges[e].from];
        const uint32_t *targets;
        if (from->kind == VT_NODE_RESULT &&
            vt_program_targets(program, (struct vt_site){function, from->ref}, &targets) == 1 &&
            returns_text(program, targets[0], fits))
            return true;
    }
    return false;
}

static bool fits_some(struct vt_check *check, const struct vt_trap_kind *kind,
                      struct vt_condition_ref condition) {
    size_t count;
    const struct vt_trigger *triggers =
        vt_triggers_of_condition(vt_check_program(check), condition, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (kind->fits(check, &triggers[i]))
            return true;
    return false;
}

static bool has_some(struct vt_check *check, const struct vt_trap_kind *kind, uint32_t function) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    for (uint32_t p = 0; p < facts->npredicates; p++)
        if (kind->is_candidate(program, function, p) &&
            (fits_some(check, kind, (struct vt_condition_ref){function, p, true, true}) ||
             fits_some(check, kind, (struct vt_condition_ref){function, p, false, true})))
            return true;
    return false;
}

static bool sets_flag(const struct vt_function *facts) {
    for (uint32_t i = 0; i < facts->nsettings; i++)
        if (facts->settings[i].symbol != VT_NONE)
            return true;
    return false;
}

/* Marks those that call functions with mark MARK. */
static void mark_callers(struct vt_program *program, uint8_t *marks, uint8_t mark) {
    for (uint32_t f = 0; f < vt_program_nfunctions(program); f++) {
        const struct vt_site *sites;
        size_t count = marks[f] == mark ? vt_program_callers(program, f, &sites) : 0;
        for (size_t i = 0; i < count; i++)
            if (!marks[sites[i].function])
                marks[sites[i].function] = mark + 1;
    }
}

uint8_t *vt_trap_find(struct vt_check *check, const struct vt_trap_kind *kind) {
    struct vt_program *program = vt_check_program(check);
    uint32_t nfunctions = vt_program_nfunctions(program);
    uint8_t *marks = vt_alloc(vt_check_arena(check), nfunctions);
    bool is_any = false, is_flag = false;
    for (uint32_t f = 0; f < nfunctions; f++) {
        marks[f] = has_some(check, kind, f);
        is_any |= marks[f];
        is_flag |= marks[f] && sets_flag(vt_program_function(program, f, NULL));
    }
    for (uint8_t calls = 1; calls <= MOST_RESULTS; calls++)
        mark_callers(program, marks, calls);
    if (is_flag)
        memset(marks, 1, nfunctions);
    return is_any ? marks : NULL;
}

/* ---- What is tested ---------------------------------------------------------------------- */

bool vt_trap_is_network(struct vt_program *program, const struct vt_trigger *trigger) {
    return vt_class_is(trigger->class_name, "network") || vt_class_is(trigger->class_name, "ipc") ||
           (trigger->kind == VT_TRIGGER_ORIGIN && vt_is_network(program, trigger->source));
}

bool vt_trap_is_unnamed(struct vt_program *program, const struct vt_source *source) {
    size_t count = 0;
    if (!vt_source_is(program, source, VT_FACT_ORIGIN, "io.read"))
        return false;
    const struct vt_trace *trace =
        vt_trace_role(program, source->event, VT_ROLE_HANDLE, "path", VT_ABOUT_DATA);
    if (trace)
        vt_trace_sources(trace, &count);
    return count == 0;
}

/* True if SOURCE is read through a handle whose name is that of a terminal. */
static bool is_line(struct vt_program *program, const struct vt_source *source) {
    return strncmp(vt_ask_file_read(program, source), "/dev/tty", 8) == 0;
}

/* True if SOURCE, met where a descriptor was asked for, is text that came from outside: what was
 * written to a stream lies beside what it was opened as. */
static bool is_text(struct vt_program *program, const struct vt_source *source) {
    return source->kind == VT_SOURCE_EVENT &&
           vt_program_event(program, source->event, NULL)->fact == VT_FACT_ORIGIN &&
           !(source->tags & (VT_TAG_NUMBER | VT_TAG_DECODE | VT_TAG_ARITHMETIC));
}

bool vt_trap_is_terminal(struct vt_program *program, const struct vt_source *source) {
    size_t count = 0;
    if (is_line(program, source))
        return true;
    if (!vt_trap_is_unnamed(program, source))
        return false;
    const struct vt_trace *trace =
        vt_trace_role(program, source->event, VT_ROLE_HANDLE, NULL, VT_ABOUT_DATA);
    const struct vt_source *handles = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (!is_text(program, &handles[i]) &&
            (handles[i].kind != VT_SOURCE_CONSTANT || handles[i].constant->number != 0))
            return false;
    return trace != NULL;
}

bool vt_trap_is_outside(struct vt_program *program, const struct vt_trigger *trigger) {
    static const char *const classes[] = {"terminal.read", "argument", "environment"};
    if (trigger->kind == VT_TRIGGER_CALLER)
        return vt_program_is_main(program, trigger->source->function);
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (vt_class_is(trigger->class_name, classes[i]))
            return true;
    return vt_trap_is_network(program, trigger) ||
           (trigger->kind == VT_TRIGGER_ORIGIN && vt_trap_is_terminal(program, trigger->source));
}

bool vt_trap_is_password(const struct vt_trigger *trigger) {
    return trigger->tags & VT_TAG_HASH || vt_class_is(trigger->class_name, "secret");
}

/* ---- How it stands ----------------------------------------------------------------------- */

static const enum vt_role sides[] = {VT_ROLE_LEFT, VT_ROLE_RIGHT};

/* What makes another text of a text. */
#define OTHER_TEXT (VT_TAG_HASH | VT_TAG_XOR | VT_TAG_ARITHMETIC)

/* How many texts side ROLE of comparison REF may be, hashes apart, that are not TEXT, and nothing
 * that it is made of; *HAS_TEXT: TEXT is one. */
static unsigned other_texts(struct vt_program *program, struct vt_event_ref ref, enum vt_role role,
                            const char *text, bool *has_text) {
    unsigned others = 0;
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_role(program, ref, role, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const char *other = vt_source_text(&sources[i]);
        bool is_text = text && strcmp(other, text) == 0;
        bool is_word = strlen(other) > 1 && !(sources[i].tags & OTHER_TEXT);
        others += is_word && !is_text && !(text && strstr(text, other));
        *has_text |= is_text;
    }
    return others;
}

/* True if the side of comparison REF on which TEXT stands may be other texts as well: what callers
 * inside the program hand over to be compared is no list. */
static bool is_table(struct vt_program *program, struct vt_event_ref ref, const char *text) {
    for (size_t i = 0; i < 2; i++) {
        bool has_text = !text;
        if (other_texts(program, ref, sides[i], text, &has_text) > 0 && has_text)
            return true;
    }
    return false;
}

/* True if node SIDE of FACTS gets the same data as nodes LEFT and RIGHT. */
static bool is_same(const struct vt_unit *unit, const struct vt_function *facts,
                    struct vt_node left, struct vt_node right, struct vt_node side) {
    const struct vt_node tested[] = {left, right};
    for (size_t i = 0; i < 2; i++)
        if (vt_places_shared(facts, tested[i], side) &&
            !vt_places_apart(unit, facts, tested[i], side))
            return true;
    return false;
}

/* True if what comparison INNER finds is only asked where comparison OUTER, of the same function,
 * found both sides equal, or may have: words of a list leave out each other. */
static bool stands_within(struct vt_program *program, uint32_t function, uint32_t inner,
                          uint32_t outer) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    uint32_t list = facts->events[inner].guards;
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        struct vt_condition_ref condition = {function, guard->predicate, guard->holds, true};
        if ((guard->always || guard->either) &&
            vt_trap_comparison(program, function, guard->predicate) == outer &&
            vt_condition_means(program, condition, facts->events[outer].success))
            return true;
    }
    return false;
}

unsigned vt_trap_cases(const struct vt_function *facts, uint32_t predicate) {
    unsigned others = 0;
    for (uint32_t p = 0; p < facts->npredicates; p++)
        others += p != predicate && facts->predicates[p].has_number &&
                  facts->predicates[p].location == facts->predicates[predicate].location;
    return others;
}

bool vt_trap_is_listed(struct vt_check *check, const struct vt_trigger *trigger) {
    struct vt_program *program = vt_check_program(check);
    struct vt_event_ref compare = trigger->compare;
    bool has_compare = compare.function != VT_NONE;
    bool is_number = !has_compare && trigger->has_number; /* a kind, beside any words */
    uint32_t function = has_compare ? compare.function : trigger->condition.function;
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    struct vt_node left = {VT_NODE_IN, VT_ROLE_LEFT, compare.event},
                   right = {VT_NODE_IN, VT_ROLE_RIGHT, compare.event};
    unsigned others = 0;
    if (has_compare && is_table(program, compare, trigger->text))
        return true;
    if (is_number && vt_trap_cases(facts, trigger->condition.predicate) >= VT_SEVERAL_CASES)
        return true;
    if (!has_compare)
        left = right = (struct vt_node){VT_NODE_SUBJECT, 0, trigger->condition.predicate};
    for (uint32_t e = 0; e < facts->nevents; e++) {
        bool has_text = false, same[2] = {true, true};
        if (facts->events[e].fact != VT_FACT_COMPARE ||
            (has_compare &&
             (e == compare.event || stands_within(program, function, compare.event, e))))
            continue;
        for (size_t i = 0; i < 2 && !is_number; i++)
            same[i] = is_same(unit, facts, left, right,
                              (struct vt_node){VT_NODE_IN, (uint8_t)sides[i], e});
        /* What is held against the same data is a word; texts that these may be are none. */
        for (size_t i = 0; i < 2; i++)
            if (same[!i])
                others += other_texts(program, (struct vt_event_ref){function, e}, sides[i],
                                      trigger->text, &has_text);
    }
    return others >= 2;
}

bool vt_trap_is_required(struct vt_program *program, struct vt_condition_ref condition) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, condition.function, &unit);
    for (uint32_t c = 0; c < facts->ncalls; c++)
        if (facts->calls[c].noreturn &&
            vt_list_tells(facts, facts->calls[c].guards, condition.predicate, !condition.holds))
            return true;
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (vt_class_is(vt_string(unit->strings, facts->events[e].class_name), "process.end") &&
            vt_list_tells(facts, facts->events[e].guards, condition.predicate, !condition.holds))
            return true;
    return false;
}

/* True if a word ends between the letters A and B. */
static bool parts(char a, char b) {
    return !isalnum((unsigned char)a) || !isalnum((unsigned char)b);
}

/* True if TEXT has WORD in it, as a word of its own, and more. */
static bool mentions(const char *text, const char *word) {
    size_t length = strlen(word);
    if (length == 0 || strlen(text) == length)
        return false;
    for (const char *at = strstr(text, word); at; at = strstr(at + 1, word))
        if ((at == text || parts(at[-1], *at)) && parts(at[length - 1], at[length]))
            return true;
    return false;
}

bool vt_trap_is_documented(struct vt_program *program, const char *word) {
    for (uint32_t u = 0; u < vt_program_nunits(program); u++) {
        const struct vt_unit *unit = vt_program_unit(program, u, NULL);
        for (uint32_t c = 0; c < unit->nconstants; c++)
            if (unit->constants[c].kind == VT_CONSTANT_TEXT &&
                mentions(vt_string(unit->strings, unit->constants[c].text), word))
                return true;
    }
    return false;
}

/* ---- The path ---------------------------------------------------------------------------- */

/* Adds the way on which TRACE has the source of TRIGGER; false if it has none. */
static bool add_way(struct vt_check *check, struct vt_finding *finding,
                    const struct vt_trigger *trigger, const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (trigger->source && vt_source_same(&sources[i], trigger->source)) {
            vt_finding_path(check, finding, trace, &sources[i], "What is tested comes from here",
                            "It is tested here");
            return true;
        }
    return false;
}

void vt_trap_path(struct vt_check *check, struct vt_finding *finding,
                  const struct vt_trigger *trigger, const char *last) {
    struct vt_program *program = vt_check_program(check);
    struct vt_condition_ref condition = trigger->condition;
    bool added = false;
    if (trigger->compare.function != VT_NONE)
        for (size_t i = 0; i < 2 && !added; i++)
            added = add_way(check, finding, trigger,
                            vt_trace_role(program, trigger->compare, sides[i], NULL, 0));
    else
        add_way(check, finding, trigger,
                vt_trace_subject(program, condition.function, condition.predicate, 0, 0));
    vt_finding_path(check, finding, NULL, NULL, NULL, last);
}
