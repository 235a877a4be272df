/* Findings: how checkers build them, how they are weighed, ordered and freed of doubles. */
#include "engine/finding/finding.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/base/strings.h"
#include "engine/finding/story.h"
#include "engine/trigger/trigger.h"

enum { MANY_GLOBALS = 3 }; /* more on one way make it doubtful */

struct vt_check {
    struct vt_program *program;
    const struct vt_rule *rule;
    struct vt_findings *findings;
};

/* A finding while its rule works on it. */
struct draft {
    struct vt_finding finding; /* first: what the rule sees */
    struct vt_event_ref event; /* `event` is VT_NONE: it ends at a condition, */
    uint32_t predicate;        /* which is this one of the function */
    size_t evidence_capacity;
    const char *sources;       /* names of what the paths begin with, for the key */
    uint32_t tags;             /* of all paths together */
    struct vt_flow_step *flow; /* all paths, one behind the other */
    size_t nflow;
    bool is_cut;         /* some trace ran out of its budget */
    const char *crowded; /* a global that functions store into, on the way of such a trace; or "" */
};

static struct draft *draft_of(struct vt_finding *finding) {
    return (struct draft *)finding;
}

struct vt_program *vt_check_program(struct vt_check *check) {
    return check->program;
}

struct vt_arena *vt_check_arena(struct vt_check *check) {
    return check->findings->arena;
}

void vt_check_each(struct vt_check *check, enum vt_fact fact, const char *class_name,
                   void (*look)(struct vt_check *check, struct vt_event_ref ref)) {
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(vt_check_program(check), fact, class_name, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        look(check, refs[i]);
}

struct vt_finding *vt_finding_new(struct vt_check *check, struct vt_event_ref event) {
    struct draft *draft = vt_alloc(vt_check_arena(check), sizeof *draft);
    draft->finding.rule = check->rule;
    draft->event = event;
    draft->sources = draft->crowded = "";
    return &draft->finding;
}

struct vt_finding *vt_finding_at(struct vt_check *check, struct vt_condition_ref condition) {
    struct vt_finding *finding =
        vt_finding_new(check, (struct vt_event_ref){condition.function, VT_NONE});
    draft_of(finding)->predicate = condition.predicate;
    return finding;
}

static bool is_condition(const struct draft *draft) {
    return draft->event.event == VT_NONE;
}

/* ---- Path -------------------------------------------------------------------------------- */

/* What SOURCE is, in names that survive edits elsewhere. */
static const char *source_name(struct vt_check *check, const struct vt_source *source) {
    struct vt_arena *arena = vt_check_arena(check);
    const struct vt_unit *unit;
    const struct vt_event *event;
    const struct vt_constant *constant = source->constant;
    switch (source->kind) {
    case VT_SOURCE_EVENT:
        event = vt_program_event(check->program, source->event, &unit);
        return vt_alloc_format(arena, "%s by %s", vt_string(unit->strings, event->class_name),
                               vt_string(unit->strings, event->function));
    case VT_SOURCE_CONSTANT:
        if (constant->kind == VT_CONSTANT_INT)
            return vt_alloc_format(arena, "%lld", (long long)constant->number);
        if (constant->kind == VT_CONSTANT_FUNCTION)
            return source->name ? source->name : "a function";
        return vt_alloc_format(arena, "\"%s\"", vt_string(source->unit->strings, constant->text));
    case VT_SOURCE_PARAMETER:
        return vt_alloc_format(arena, "parameter %u of %s", source->index,
                               vt_program_function_name(check->program, source->function));
    case VT_SOURCE_EXTERNAL:
        return source->name;
    default:
        return vt_program_function_name(check->program, source->function);
    }
}

/* Where the finding ends, as the only step of a way. */
static struct vt_flow_step last_step(struct vt_check *check, const struct draft *draft) {
    uint32_t function = draft->event.function;
    struct vt_flow_step step = {.kind = VT_STEP_SINK, .function = function, .callee = VT_NONE};
    if (is_condition(draft))
        step.location = vt_program_function(check->program, function, &step.unit)
                            ->predicates[draft->predicate]
                            .location;
    else
        step.location = vt_program_event(check->program, draft->event, &step.unit)->location;
    return step;
}

static void add_steps(struct vt_check *check, struct vt_finding *finding,
                      const struct vt_step *steps, size_t count) {
    struct vt_step *all =
        vt_alloc_array(vt_check_arena(check), finding->nsteps + count, sizeof *all);
    if (finding->nsteps)
        memcpy(all, finding->steps, finding->nsteps * sizeof *all);
    memcpy(all + finding->nsteps, steps, count * sizeof *all);
    finding->steps = all;
    finding->nsteps += count;
}

static void add_flow(struct vt_check *check, struct draft *draft, const struct vt_story *story) {
    struct vt_flow_step *all =
        vt_alloc_array(vt_check_arena(check), draft->nflow + story->count, sizeof *all);
    if (draft->nflow)
        memcpy(all, draft->flow, draft->nflow * sizeof *all);
    memcpy(all + draft->nflow, story->flow, story->count * sizeof *all);
    draft->flow = all;
    draft->nflow += story->count;
}

/* The first global on the way of COUNT STEPS that a function, no initialiser, stored into; or "".
 */
static const char *find_global(const struct vt_program *program, const struct vt_flow_step *steps,
                               size_t count) {
    for (size_t i = 1; i < count; i++)
        if (steps[i].kind == VT_STEP_GLOBAL &&
            *vt_program_function_name(program, steps[i - 1].function))
            return steps[i].name ? steps[i].name : "";
    return "";
}

void vt_finding_path(struct vt_check *check, struct vt_finding *finding,
                     const struct vt_trace *trace, const struct vt_source *source,
                     const char *first, const char *last) {
    struct draft *draft = draft_of(finding);
    struct vt_arena *arena = vt_check_arena(check);
    struct vt_flow_step end = last_step(check, draft);
    struct vt_story story = {check->program, &end, 1, first, last};
    size_t count;
    if (trace) {
        story.flow = vt_trace_steps(trace, source, arena, &story.count);
        draft->sources = vt_alloc_format(arena, "%s%s%s", draft->sources,
                                         *draft->sources ? ", " : "", source_name(check, source));
        draft->is_cut |= vt_trace_is_cut(trace);
        if (vt_trace_is_cut(trace) && !*draft->crowded)
            draft->crowded = find_global(check->program, story.flow, story.count);
    }
    const struct vt_step *steps = vt_story_tell(&story, arena, &count);
    add_steps(check, finding, steps, count);
    for (size_t i = 0; i < story.count; i++)
        draft->tags |= story.flow[i].tags;
    add_flow(check, draft, &story);
}

/* ---- Texts ------------------------------------------------------------------------------- */

/* FORMAT with ARGUMENTS, in ARENA. (vt_alloc_format has no va_list twin.) */
static char *format_text(struct vt_arena *arena, const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    assert(length >= 0);
    char *text = vt_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

void vt_finding_evidence(struct vt_check *check, struct vt_finding *finding, const char *id,
                         int weight, const char *format, ...) {
    struct draft *draft = draft_of(finding);
    struct vt_arena *arena = vt_check_arena(check);
    va_list arguments;
    va_start(arguments, format);
    const char *text = vt_sentence(arena, format_text(arena, format, arguments));
    va_end(arguments);
    finding->evidence = vt_grow(arena, finding->evidence, finding->nevidence,
                                &draft->evidence_capacity, sizeof *finding->evidence);
    finding->evidence[finding->nevidence++] =
        (struct vt_evidence){.id = id, .text = text, .weight = weight};
}

void vt_finding_message(struct vt_check *check, struct vt_finding *finding, const char *format,
                        ...) {
    va_list arguments;
    va_start(arguments, format);
    finding->message =
        vt_sentence(vt_check_arena(check), format_text(vt_check_arena(check), format, arguments));
    va_end(arguments);
}

/* What the engine itself knows to be uncertain, behind what the rule said about it. */
static void add_unknown(struct vt_check *check, struct vt_finding *finding, const char *text) {
    struct vt_arena *arena = vt_check_arena(check);
    if (finding->unknown)
        text = vt_alloc_format(arena, "%s %s", vt_sentence(arena, finding->unknown), text);
    finding->unknown = text;
}

/* The tags of the way tell where it was guessed; a rule need not look for them. */
static void add_doubts(struct vt_check *check, struct draft *draft) {
    if (draft->tags & VT_TAG_ASSUMED)
        add_unknown(check, &draft->finding,
                    "Part of the way leads through a function without a model, which is assumed "
                    "to hand on what it gets.");
    if (draft->tags & VT_TAG_FIELD)
        add_unknown(check, &draft->finding,
                    "Part of the way was joined by the type and field of a struct, which may "
                    "be another object of that type.");
    if (draft->is_cut)
        add_unknown(check, &draft->finding,
                    "The search for sources ran out of its budget; there may be more.");
}

/* Under which conditions the finding stands, unless its rule knows better. */
static void add_guard(struct vt_check *check, struct draft *draft) {
    struct vt_arena *arena = vt_check_arena(check);
    size_t count;
    if (draft->finding.guard || is_condition(draft))
        return;
    const struct vt_trigger *triggers =
        vt_triggers_find(check->program, draft->event, draft->flow, draft->nflow, arena, &count);
    draft->finding.guard = vt_triggers_tell(triggers, count, arena);
}

/* ---- Weight and key ---------------------------------------------------------------------- */

/* The table of vt_finding_send in finding.h. */
static enum vt_level level_of(int score) {
    if (score >= 70)
        return VT_LEVEL_ERROR;
    if (score >= 40)
        return VT_LEVEL_WARNING;
    return score >= 15 ? VT_LEVEL_NOTE : VT_LEVEL_NONE;
}

/* "read_token > login > net_send": the functions on the way, each told when it is entered. */
static const char *functions_of(struct vt_arena *arena, const struct vt_finding *finding) {
    size_t size = 1;
    for (size_t i = 0; i < finding->nsteps; i++)
        size += strlen(finding->steps[i].function) + 3;
    char *functions = vt_alloc(arena, size), *end = functions;
    const char *before = NULL;
    for (size_t i = 0; i < finding->nsteps; i++) {
        const char *function = finding->steps[i].function;
        if (!before || strcmp(before, function) != 0)
            end = stpcpy(stpcpy(end, before ? " > " : ""), function);
        before = function;
    }
    assert(end < functions + size);
    return functions;
}

/* Rule, what the data is, the functions it goes through, and the library function it ends in:
 * nothing that moves when lines do. */
static const char *key_of(struct vt_check *check, const struct draft *draft) {
    struct vt_arena *arena = vt_check_arena(check);
    const struct vt_unit *unit;
    const char *end = "a condition";
    if (!is_condition(draft)) {
        const struct vt_event *event = vt_program_event(check->program, draft->event, &unit);
        end = vt_alloc_format(arena, "%s by %s", vt_string(unit->strings, event->class_name),
                              vt_string(unit->strings, event->function));
    }
    return vt_alloc_format(arena, "%s\n%s\n%s\n%s", draft->finding.rule->id, draft->sources,
                           functions_of(arena, &draft->finding), end);
}

void vt_finding_claimed(struct vt_findings *findings, struct vt_finding *finding,
                        const char *reason, bool in_source) {
    size_t capacity = finding->nclaims;
    finding->claims = vt_grow(findings->arena, finding->claims, finding->nclaims, &capacity,
                              sizeof *finding->claims);
    finding->claims[finding->nclaims++] = (struct vt_finding_claim){reason, in_source};
}

/* What the source says of the function that DRAFT ends in. */
static void add_claims(struct vt_check *check, struct draft *draft) {
    const struct vt_unit *unit;
    struct vt_finding *finding = &draft->finding;
    const char *name = vt_program_function_name(check->program, draft->event.function);
    vt_program_function(check->program, draft->event.function, &unit);
    for (uint32_t i = 0; i < unit->nclaims; i++) {
        const struct vt_claim *claim = &unit->claims[i];
        if (strcmp(vt_string(unit->strings, claim->function), name) == 0 &&
            vt_rule_is(finding->rule, vt_string(unit->strings, claim->rule)))
            vt_finding_claimed(check->findings, finding, vt_string(unit->strings, claim->reason),
                               true);
    }
}

/* What a wide search finds through a global that holds many things is less sure than what it finds
 * along calls: there was no budget left to tell them apart. */
static void weigh_crowd(struct vt_check *check, struct vt_finding *finding) {
    const char *crowded = draft_of(finding)->crowded;
    if (*crowded)
        vt_finding_evidence(check, finding, "crowded", -35,
                            "The way leads through `%s`, and the search ran out: it may be two "
                            "ways.",
                            crowded);
}

/* How many globals that functions store into the whole way leads through. */
static int count_globals(const struct vt_program *program, const struct draft *draft) {
    int count = 0;
    for (size_t i = 1; i < draft->nflow; i++)
        count += draft->flow[i].kind == VT_STEP_GLOBAL &&
                 *vt_program_function_name(program, draft->flow[i - 1].function);
    return count;
}

/* What lies in a global is told apart neither by who put it there nor by when. One is how programs
 * are written; of many in a row each has to be the right one. */
static void weigh_globals(struct vt_check *check, struct vt_finding *finding) {
    int count = count_globals(check->program, draft_of(finding));
    if (count > MANY_GLOBALS)
        vt_finding_evidence(check, finding, "many-globals", -40,
                            "The way leads through %d globals one after the other, each of which "
                            "may hold something else by then.",
                            count);
}

/* A library function that is called through a pointer has no place of its own: what happens there
 * happens where it was called. */
static void place_end(struct vt_finding *finding) {
    struct vt_step *last = &finding->steps[finding->nsteps - 1];
    for (size_t i = finding->nsteps - 1; i > 0 && !*last->file; i--) {
        const struct vt_step *before = &finding->steps[i - 1];
        last->file = before->file;
        last->line = before->line;
        last->column = before->column;
        last->unit = before->unit;
    }
}

void vt_finding_send(struct vt_check *check, struct vt_finding *finding, int base) {
    assert(finding->nsteps > 0 && finding->message);
    place_end(finding);
    weigh_crowd(check, finding);
    weigh_globals(check, finding);
    int score = base;
    for (size_t i = 0; i < finding->nevidence; i++)
        score += finding->evidence[i].weight;
    score = score < 0 ? 0 : score > 100 ? 100 : score;
    finding->rank = score;
    finding->level = level_of(score);
    if (finding->level == VT_LEVEL_NONE)
        return;
    add_doubts(check, draft_of(finding));
    add_guard(check, draft_of(finding));
    add_claims(check, draft_of(finding));
    finding->key = key_of(check, draft_of(finding));
    struct vt_findings *findings = check->findings;
    findings->items = vt_grow(findings->arena, findings->items, findings->count,
                              &findings->capacity, sizeof *findings->items);
    findings->items[findings->count++] = *finding;
}

/* ---- Order and doubles ------------------------------------------------------------------- */

static int compare_numbers(uint32_t a, uint32_t b) {
    return a < b ? -1 : a > b;
}

/* Same final place, rule and message: the same finding. */
static int compare_identity(const struct vt_finding *a, const struct vt_finding *b) {
    const struct vt_step *place = &a->steps[a->nsteps - 1], *other = &b->steps[b->nsteps - 1];
    int order = strcmp(place->file, other->file);
    order = order ? order : compare_numbers(place->line, other->line);
    order = order ? order : compare_numbers(place->column, other->column);
    order = order ? order : strcmp(a->rule->id, b->rule->id);
    order = order ? order : strcmp(place->function, other->function);
    return order ? order : strcmp(a->message, b->message);
}

/* Of equals the weightiest comes first, then the one with the shortest way. */
static int compare_findings(const void *left, const void *right) {
    const struct vt_finding *a = left, *b = right;
    int order = compare_identity(a, b);
    if (order)
        return order;
    if (a->rank > b->rank || a->rank < b->rank)
        return a->rank > b->rank ? -1 : 1;
    order = (a->nsteps > b->nsteps) - (a->nsteps < b->nsteps);
    return order ? order : strcmp(a->key, b->key);
}

/* The order of reports. */
static int compare_order(const void *left, const void *right) {
    const struct vt_finding *a = left, *b = right;
    const struct vt_step *place = &a->steps[a->nsteps - 1], *other = &b->steps[b->nsteps - 1];
    int order = strcmp(place->file, other->file);
    order = order ? order : compare_numbers(place->line, other->line);
    order = order ? order : compare_numbers(place->column, other->column);
    order = order ? order : strcmp(a->rule->id, b->rule->id);
    order = order ? order : strcmp(a->key, b->key);
    return order ? order : compare_findings(left, right);
}

/* First equals come together, the best of them first, and the others go; then the order of reports.
 */
static void sort_findings(struct vt_findings *findings) {
    if (findings->count == 0)
        return;
    qsort(findings->items, findings->count, sizeof *findings->items, compare_findings);
    size_t kept = 1;
    for (size_t i = 1; i < findings->count; i++)
        if (compare_identity(&findings->items[kept - 1], &findings->items[i]) != 0)
            findings->items[kept++] = findings->items[i];
    findings->count = kept;
    qsort(findings->items, findings->count, sizeof *findings->items, compare_order);
}

/* ---- Selection --------------------------------------------------------------------------- */

/* The next item of a comma-separated list, without the blanks around it; false at the end. */
static bool next_item(const char **list, const char **item, size_t *length) {
    const char *at = *list;
    if (!at)
        return false;
    const char *end = at + strcspn(at, ",");
    *list = *end ? end + 1 : NULL;
    at += strspn(at, " \t");
    while (end > at && strchr(" \t", end[-1]))
        end--;
    *item = at;
    *length = (size_t)(end - at);
    return true;
}

/* ITEM is the id of RULE, or its family ("exfil" of "exfil/secret-to-network"). */
static bool names_rule(const char *item, size_t length, const struct vt_rule *rule) {
    if (length == 0 || strncmp(rule->id, item, length) != 0)
        return false;
    return rule->id[length] == '\0' || rule->id[length] == '/';
}

bool vt_rule_is(const struct vt_rule *rule, const char *name) {
    return names_rule(name, strlen(name), rule);
}

bool vt_rule_selected(const struct vt_rule *rule, const char *selection) {
    const char *item;
    size_t length;
    if (!selection)
        return true;
    while (next_item(&selection, &item, &length))
        if (names_rule(item, length, rule))
            return true;
    return false;
}

bool vt_rule_exists(const char *name, size_t length) {
    for (const struct vt_rule *const *rule = vt_rules; *rule; rule++)
        if (names_rule(name, length, *rule))
            return true;
    return false;
}

/* Fails on the first item that names nothing, and tells what could have been meant. */
static bool check_selection(const char *selection, struct vt_arena *arena, struct vt_error *error) {
    const char *item;
    size_t length;
    while (next_item(&selection, &item, &length)) {
        if (vt_rule_exists(item, length))
            continue;
        const char *known = "";
        for (const struct vt_rule *const *rule = vt_rules; *rule; rule++)
            known = vt_alloc_format(arena, "%s%s%s", known, *known ? ", " : "", (*rule)->id);
        return vt_fail(error, "no rule or family of rules is named `%.*s`; there are %s",
                       (int)(length < 100 ? length : 100), item, known);
    }
    return true;
}

/* ---- What is found everywhere ---------------------------------------------------------------- */

/* Places of one function that one rule finds; places of any that rules of family exfil do. */
enum { EVERYWHERE = 4, ANYWHERE = 6 };

static const struct vt_step *last_of(const struct vt_finding *finding) {
    return &finding->steps[finding->nsteps - 1];
}

/* True if A and B begin at one known place. */
static bool begin_alike(const struct vt_finding *a, const struct vt_finding *b) {
    const struct vt_step *x = &a->steps[0], *y = &b->steps[0];
    return a->nsteps > 1 && b->nsteps > 1 && x->line && x->line == y->line &&
           x->column == y->column && strcmp(x->file, y->file) == 0;
}

/* True if A and B are one rule's, begin at one place, and end in one function that is another. */
static bool are_spread(const struct vt_finding *a, const struct vt_finding *b) {
    const char *end = last_of(a)->function;
    return a->rule == b->rule && begin_alike(a, b) && a->nsteps > 2 && b->nsteps > 2 &&
           strcmp(end, last_of(b)->function) == 0 && strcmp(end, a->steps[0].function) != 0;
}

/* True if A and B tell that something of one place is taken away, wherever it ends. One key may be
 * used in many functions; what is stolen goes out in one place. */
static bool are_taken(const struct vt_finding *a, const struct vt_finding *b) {
    return vt_rule_is(a->rule, "exfil") && vt_rule_is(b->rule, "exfil") && begin_alike(a, b);
}

static void weigh_spread(struct vt_findings *findings, struct vt_finding *finding, size_t places) {
    const int weight = places < ANYWHERE ? -35 : -45;
    size_t capacity = finding->nevidence;
    finding->evidence = vt_grow(findings->arena, finding->evidence, finding->nevidence, &capacity,
                                sizeof *finding->evidence);
    finding->evidence[finding->nevidence++] = (struct vt_evidence){
        .id = "everywhere",
        .text = vt_alloc_format(findings->arena,
                                "The same seems to reach %zu places: something on the way holds "
                                "many things.",
                                places),
        .weight = weight};
    finding->rank = finding->rank + weight < 0 ? 0 : finding->rank + weight;
    finding->level = level_of((int)finding->rank);
}

/* How many of FINDINGS are to item I what ALIKE asks. */
static size_t count_alike(const struct vt_findings *findings, size_t i,
                          bool (*alike)(const struct vt_finding *, const struct vt_finding *)) {
    size_t places = 0;
    for (size_t k = 0; k < findings->count; k++)
        places += alike(&findings->items[i], &findings->items[k]);
    return places;
}

/* Those that begin at one place and end at many are doubted: whoever steals something there puts it
 * in one place. */
static void doubt_spread(struct vt_findings *findings) {
    struct vt_arena *scratch = vt_arena_new();
    size_t count = findings->count, kept = 0;
    size_t *places = vt_alloc_array(scratch, count ? count : 1, sizeof *places);
    for (size_t i = 0; i < count; i++) {
        size_t spread = count_alike(findings, i, are_spread);
        size_t taken = count_alike(findings, i, are_taken);
        places[i] = taken >= ANYWHERE ? taken : spread >= EVERYWHERE ? spread : 0;
    }
    for (size_t i = 0; i < count; i++)
        if (places[i])
            weigh_spread(findings, &findings->items[i], places[i]);
    for (size_t i = 0; i < count; i++)
        if (findings->items[i].level != VT_LEVEL_NONE)
            findings->items[kept++] = findings->items[i];
    findings->count = kept;
    vt_arena_free(scratch);
}

/* True if RULE is selected, or has a say in how much what a selected one finds is doubted. */
static bool takes_part(const struct vt_rule *rule, const char *selection) {
    bool counts = false;
    for (const struct vt_rule *const *other = vt_rules; *other && !counts; other++)
        counts = vt_rule_is(*other, "exfil") && vt_rule_selected(*other, selection);
    return vt_rule_selected(rule, selection) || (counts && vt_rule_is(rule, "exfil"));
}

static void drop_unselected(struct vt_findings *findings, const char *selection) {
    size_t kept = 0;
    for (size_t i = 0; i < findings->count; i++)
        if (vt_rule_selected(findings->items[i].rule, selection))
            findings->items[kept++] = findings->items[i];
    findings->count = kept;
}

bool vt_rules_run(struct vt_program *program, const char *selection, struct vt_findings *findings,
                  struct vt_error *error) {
    if (!check_selection(selection, findings->arena, error))
        return false;
    for (const struct vt_rule *const *rule = vt_rules; *rule; rule++) {
        if (!takes_part(*rule, selection))
            continue;
        struct vt_check check = {.program = program, .rule = *rule, .findings = findings};
        vt_program_new_asker(program);
        (*rule)->run(&check);
    }
    doubt_spread(findings);
    drop_unselected(findings, selection);
    sort_findings(findings);
    return true;
}
