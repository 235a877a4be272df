/* Questions about flow, and what is kept of their answers. */
#include <assert.h>
#include <string.h>

#include "engine/base/strings.h"
#include "engine/program/program_impl.h"

/* Traces whose ways need more states than this are solved again when a way is told: findings are
 * few, questions are many. */
#define MAX_KEPT 4096

/* Questions of one sort that run out of their budget look at half as many states each when they
 * have looked at `patience` together, and so on. */
#define MOST_HALVINGS 4

enum { MODE_ALL, MODE_VALUE, MODE_FIELD, MODE_BYTES };

/* ---- Keeping ----------------------------------------------------------------------------- */

/* Marks in KEEP the states that the ways of all sources need. Those a state needs have smaller ids,
 * so that one pass down is enough. */
static size_t mark_ways(const struct vt_solver *solver, uint32_t *keep) {
    size_t kept = 0;
    for (size_t i = 0; i < solver->nsources; i++)
        keep[solver->sources[i].state] = 1;
    for (size_t i = solver->nstates; i-- > 0;) {
        const struct vt_state *s = &solver->states[i];
        if (!keep[i])
            continue;
        kept++;
        assert(s->parent == VT_NONE || s->parent < i);
        assert(s->via == VT_NONE || s->via < i);
        if (s->parent != VT_NONE)
            keep[s->parent] = 1;
        if (s->via != VT_NONE)
            keep[s->via] = 1;
    }
    return kept;
}

/* True if the edge from S puts a constant anywhere, and what was asked for is at one place there.
 */
static bool is_scattered(const struct vt_solver *solver, const struct vt_state *s) {
    const struct vt_program *program = solver->program;
    if (s->node >= program->nnodes || s->parent == VT_NONE || s->edge == VT_NONE ||
        s->edge == VT_EDGE_ASSUMED || vt_node_of(program, s->node)->kind != VT_NODE_CONSTANT)
        return false;
    const struct vt_function *facts = program->functions[program->nodes[s->node].function].facts;
    const struct vt_unit *unit = vt_unit_of(program, program->nodes[s->node].function);
    const struct vt_rewrite *rewrite = &unit->rewrites[facts->edges[s->edge].rewrite];
    const struct vt_path *path = &solver->paths.items[solver->states[s->parent].path];
    for (unsigned r = 0; r < rewrite->nput && r < path->count; r++)
        if (rewrite->put[r].high >= VT_OFFSET_HIGH && path->ranges[r].high < VT_OFFSET_HIGH)
            return true;
    return false;
}

/* True of each state that KEEP marks if its place is not known where the value itself was asked
 * for, or on the way from there to the question; in ARENA. */
static bool *find_vague(const struct vt_solver *solver, const uint32_t *keep,
                        struct vt_arena *arena) {
    bool *vague = vt_alloc_array(arena, solver->nstates, sizeof *vague);
    for (size_t i = 0; i < solver->nstates; i++) {
        const struct vt_state *s = &solver->states[i];
        const struct vt_path *path = &solver->paths.items[s->path];
        if (keep[i])
            vague[i] = (path->open && path->exact) || is_scattered(solver, s) ||
                       (s->parent != VT_NONE && vague[s->parent]) ||
                       (s->via != VT_NONE && vague[s->via]);
    }
    return vague;
}

/* Copies the states that PLACE marks into TRACE; PLACE becomes where they went. */
static void keep_states(const struct vt_solver *solver, struct vt_arena *arena, size_t kept,
                        struct vt_trace *trace, uint32_t *place) {
    trace->states = vt_alloc_array(arena, kept, sizeof *trace->states);
    for (size_t i = 0; i < solver->nstates; i++) {
        const struct vt_state *s = &solver->states[i];
        if (!place[i])
            continue;
        place[i] = (uint32_t)trace->nstates;
        trace->states[trace->nstates++] = (struct vt_witness){
            .node = s->node,
            .edge = s->edge,
            .parent = s->parent == VT_NONE ? VT_NONE : place[s->parent],
            .via = s->via == VT_NONE ? VT_NONE : place[s->via],
        };
    }
}

/* Copies what the solver found into TRACE; of the states those that ways need, if they are at most
 * LIMIT. A source's `state` becomes its number. */
static void keep_answer(const struct vt_solver *solver, struct vt_arena *arena, size_t limit,
                        struct vt_trace *trace) {
    trace->cut = solver->cut;
    trace->passes_variable = solver->passes_variable;
    trace->passes_unknown = solver->passes_unknown;
    trace->tags = solver->tags;
    trace->nsources = solver->nsources;
    if (solver->nsources == 0)
        return;
    struct vt_arena *scratch = vt_arena_new();
    uint32_t *place = vt_alloc_array(scratch, solver->nstates, sizeof *place);
    size_t kept = mark_ways(solver, place);
    const bool *vague = find_vague(solver, place, scratch);
    trace->sources = vt_alloc_array(arena, solver->nsources, sizeof *trace->sources);
    trace->starts = vt_alloc_array(arena, kept <= limit ? solver->nsources : 0, sizeof(uint32_t));
    if (kept <= limit)
        keep_states(solver, arena, kept, trace, place);
    for (size_t i = 0; i < solver->nsources; i++) {
        trace->sources[i] = solver->sources[i];
        trace->sources[i].state = (uint32_t)i;
        trace->sources[i].is_vague = vague[solver->sources[i].state];
        if (trace->states)
            trace->starts[i] = place[solver->sources[i].state];
    }
    vt_arena_free(scratch);
}

/* ---- Asking ------------------------------------------------------------------------------ */

static struct vt_path start_path(const struct vt_question *question) {
    struct vt_path path = {.open = question->mode == MODE_ALL || question->mode == MODE_FIELD};
    if (question->mode >= MODE_FIELD)
        path.ranges[path.count++] = question->field;
    return path;
}

/* Starts the solver at every node that QUESTION is about; false if there is none. PINS and WORN are
 * kept. */
static bool start(const struct vt_program *program, const struct vt_question *question,
                  const struct vt_pin *pins, size_t npins, const uint8_t *worn) {
    const struct vt_linked_function *f = &program->functions[question->function];
    struct vt_path path = start_path(question);
    bool any = false;
    vt_solver_begin(program->solver, question->avoid, question->budget);
    program->solver->limit = question->limit;
    program->solver->worn = worn;
    program->solver->grace = program->patience / program->budget;
    if (npins > 0)
        vt_solver_pin(program->solver, pins, npins);
    for (uint32_t n = 0; n < f->facts->nnodes; n++) {
        const struct vt_node *node = &f->facts->nodes[n];
        if (node->kind != question->kind || node->ref != question->ref ||
            node->index != question->index)
            continue;
        vt_solver_start(program->solver, f->first_node + n, &path);
        any = true;
    }
    return any;
}

static bool same_question(const struct vt_question *a, const struct vt_question *b) {
    return a->kind == b->kind && a->function == b->function && a->ref == b->ref &&
           a->index == b->index && a->avoid == b->avoid && a->mode == b->mode &&
           a->field.low == b->field.low && a->field.high == b->field.high;
}

static uint64_t hash_question(const struct vt_question *q) {
    uint32_t words[] = {q->kind,
                        q->function,
                        q->ref,
                        q->index,
                        q->avoid,
                        q->mode,
                        (uint32_t)q->field.low,
                        (uint32_t)q->field.high};
    return vt_hash_bytes(words, sizeof words);
}

/* What questions of the sort of QUESTION that ran out have looked at. */
static uint32_t *spent_on(struct vt_program *program, const struct vt_question *question) {
    struct vt_question sort = *question;
    sort.function = sort.ref = 0;
    uint32_t *spent = vt_map_put(&program->spent_map, hash_question(&sort));
    if (*spent == VT_NONE)
        *spent = 0;
    return spent;
}

/* What QUESTION may look at now. */
static uint32_t budget_of(struct vt_program *program, const struct vt_question *question) {
    uint32_t halvings = *spent_on(program, question) / program->patience;
    uint32_t budget = program->budget >> (halvings < MOST_HALVINGS ? halvings : MOST_HALVINGS);
    return budget ? budget : 1;
}

/* What is worn for those who ask like Q: the same of what they come to, on the same ways. */
static struct vt_wear *wear_of(struct vt_program *program, const struct vt_question *q) {
    struct vt_wear **at = &program->wears;
    while (*at && ((*at)->avoid != q->avoid || (*at)->mode != q->mode ||
                   (*at)->field.low != q->field.low || (*at)->field.high != q->field.high))
        at = &(*at)->next;
    if (!*at) {
        if (!program->wear_arena)
            program->wear_arena = vt_arena_new();
        *at = vt_alloc(program->wear_arena, sizeof **at);
        **at = (struct vt_wear){.avoid = q->avoid, .mode = q->mode, .field = q->field};
    }
    return *at;
}

/* The question that was just asked ran out. */
static void wear_out(struct vt_program *program, struct vt_wear *wear) {
    if (!wear->worn)
        wear->worn = vt_alloc_array(program->wear_arena, program->nnodes + program->nshared, 1);
    vt_solver_wear(program->solver, wear->worn);
}

/* True if TRACE answers what may look at BUDGET states. */
static bool is_enough(const struct vt_trace *trace, uint32_t budget) {
    return !trace->cut || trace->question.budget >= budget;
}

/* A search that ran out leaves a blind spot, one for each function that was asked about. */
static void tell_cut(struct vt_program *program, const struct vt_question *question) {
    const struct vt_linked_function *f = &program->functions[question->function];
    uint32_t location = f->facts->location;
    uint32_t *spent = spent_on(program, question);
    *spent += *spent < UINT32_MAX / 2 ? question->budget : 0;
    uint32_t *told = vt_map_put(&program->cut_map, question->function);
    if (*told != VT_NONE)
        return;
    *told = 0;
    if (question->kind == VT_NODE_IN)
        location = f->facts->events[question->ref].location;
    else if (question->kind == VT_NODE_SUBJECT)
        location = f->facts->predicates[question->ref].location;
    vt_link_blind(program, (struct vt_program_blind){
                               .kind = VT_BLIND_BUDGET,
                               .unit = f->unit,
                               .location = location,
                               .count = 1,
                               .text = vt_program_function_name(program, question->function)});
}

/* True if TRACE is of the calling context of the NPINS PINS. */
static bool same_pins(const struct vt_trace *trace, const struct vt_pin *pins, size_t npins) {
    return trace->npins == npins &&
           (npins == 0 || memcmp(trace->pins, pins, npins * sizeof *pins) == 0);
}

const struct vt_trace *vt_trace_pinned(struct vt_program *program, struct vt_question question,
                                       const struct vt_pin *pins, size_t npins) {
    assert(program->linked && question.function < program->nfunctions);
    uint64_t hash = hash_question(&question) ^ vt_hash_bytes(pins, npins * sizeof *pins);
    uint32_t *first = vt_map_put(&program->trace_map, hash);
    question.budget = budget_of(program, &question);
    for (uint32_t i = *first; i != VT_NONE; i = program->trace_list[i]->next)
        if (same_question(&program->trace_list[i]->question, &question) &&
            same_pins(program->trace_list[i], pins, npins) &&
            is_enough(program->trace_list[i], question.budget))
            return program->trace_list[i];
    struct vt_wear *wear = wear_of(program, &question);
    question.limit = UINT32_MAX;
    if (!start(program, &question, pins, npins, wear->worn))
        return NULL;
    vt_solver_run(program->solver);
    question.limit = (uint32_t)program->solver->nstates;
    if (program->solver->cut)
        wear_out(program, wear);
    struct vt_trace *trace = vt_alloc(program->arena, sizeof *trace);
    trace->program = program;
    trace->question = question;
    trace->pins = vt_alloc_array(program->arena, npins, sizeof *pins);
    trace->npins = npins;
    if (npins > 0)
        memcpy(trace->pins, pins, npins * sizeof *pins);
    trace->next = *first;
    keep_answer(program->solver, program->arena, MAX_KEPT, trace);
    if (trace->cut)
        tell_cut(program, &question);
    program->trace_list = vt_grow(program->arena, program->trace_list, program->ntraces,
                                  &program->trace_capacity, sizeof *program->trace_list);
    *first = (uint32_t)program->ntraces;
    program->trace_list[program->ntraces++] = trace;
    return trace;
}

static const struct vt_trace *ask(struct vt_program *program, struct vt_question question) {
    return vt_trace_pinned(program, question, NULL, 0);
}

const struct vt_trace *vt_trace_role(struct vt_program *program, struct vt_event_ref ref,
                                     enum vt_role role, const char *field, uint32_t avoid) {
    struct vt_question question = {.kind = VT_NODE_IN,
                                   .function = ref.function,
                                   .ref = ref.event,
                                   .index = role,
                                   .avoid = avoid};
    if (field) {
        question.mode = MODE_FIELD;
        question.field = vt_range_field(field);
    }
    return ask(program, question);
}

const struct vt_trace *vt_trace_value(struct vt_program *program, struct vt_event_ref ref,
                                      enum vt_role role, uint32_t avoid) {
    return ask(program, (struct vt_question){.kind = VT_NODE_IN,
                                             .function = ref.function,
                                             .ref = ref.event,
                                             .index = role,
                                             .avoid = avoid,
                                             .mode = MODE_VALUE});
}

const struct vt_trace *vt_trace_bytes(struct vt_program *program, struct vt_event_ref ref,
                                      enum vt_role role, struct vt_range bytes, uint32_t avoid) {
    return ask(program, (struct vt_question){.kind = VT_NODE_IN,
                                             .function = ref.function,
                                             .ref = ref.event,
                                             .index = role == VT_ROLE_KEY ? VT_ROLE_KEY_BYTES
                                                                          : VT_ROLE_IV_BYTES,
                                             .avoid = avoid,
                                             .mode = MODE_BYTES,
                                             .field = bytes});
}

const struct vt_trace *vt_trace_subject(struct vt_program *program, uint32_t function,
                                        uint32_t predicate, unsigned side, uint32_t avoid) {
    return ask(program, (struct vt_question){.kind = VT_NODE_SUBJECT,
                                             .function = function,
                                             .ref = predicate,
                                             .index = side,
                                             .avoid = avoid,
                                             .mode = MODE_VALUE});
}

/* Writes to PINS by which calls functions are entered and left on STEPS, as vt_trace_role_at asks;
 * gives their number. A function that the data pass through, and leave again, is none of these:
 * others may use it as well. */
static size_t pins_of(const struct vt_program *program, const struct vt_asked *asked,
                      const struct vt_flow_step *steps, size_t nsteps, struct vt_pin *pins) {
    size_t npins = 0, nentered = 0; /* the last of them are still to be left */
    for (size_t i = 0; i < nsteps; i++) {
        if (steps[i].kind != VT_STEP_CALL && steps[i].kind != VT_STEP_RETURN)
            continue;
        struct vt_pin pin = {steps[i].callee,
                             program->functions[steps[i].function].first_call + steps[i].call,
                             asked->is_of_end && steps[i].callee == steps[nsteps - 1].function};
        bool leaves = steps[i].kind == VT_STEP_RETURN;
        if (leaves && nentered && pins[npins - 1].function == pin.function &&
            pins[npins - 1].call == pin.call) {
            npins--;
            nentered--;
            continue;
        }
        pins[npins++] = pin;
        nentered = leaves ? 0 : nentered + 1;
    }
    return npins;
}

const struct vt_trace *vt_trace_role_at(struct vt_program *program, const struct vt_asked *asked,
                                        const struct vt_flow_step *steps, size_t nsteps) {
    struct vt_question question = {.kind = VT_NODE_IN,
                                   .function = asked->ref.function,
                                   .ref = asked->ref.event,
                                   .index = asked->role,
                                   .avoid = asked->avoid,
                                   .mode = asked->value_only ? MODE_VALUE : MODE_ALL};
    assert(program->linked && asked->ref.function < program->nfunctions);
    if (asked->field) {
        question.mode = MODE_FIELD;
        question.field = vt_range_field(asked->field);
    }
    struct vt_arena *scratch = vt_arena_new();
    struct vt_pin *pins = vt_alloc_array(scratch, nsteps, sizeof *pins);
    size_t npins = pins_of(program, asked, steps, nsteps, pins);
    const struct vt_trace *trace = vt_trace_pinned(program, question, pins, npins);
    vt_arena_free(scratch);
    return trace;
}

const struct vt_source *vt_trace_sources(const struct vt_trace *trace, size_t *count) {
    *count = trace->nsources;
    return trace->sources;
}

struct vt_trace *vt_trace_again(const struct vt_trace *trace, struct vt_arena *arena) {
    struct vt_trace *again = vt_alloc(arena, sizeof *again);
    again->program = trace->program;
    again->question = trace->question;
    start(trace->program, &trace->question, trace->pins, trace->npins, NULL);
    vt_solver_run(trace->program->solver);
    keep_answer(trace->program->solver, arena, SIZE_MAX, again);
    assert(again->nsources == trace->nsources);
    return again;
}

/* The question of TRACE in all calling contexts. */
static struct vt_question without_pins(const struct vt_trace *trace) {
    struct vt_question question = trace->question;
    if (trace->npins)
        question.limit = UINT32_MAX; /* it was found with the pins */
    return question;
}

struct vt_site *vt_trace_results(const struct vt_trace *trace, struct vt_arena *arena,
                                 size_t *count) {
    const struct vt_program *program = trace->program;
    const struct vt_solver *solver = program->solver;
    struct vt_question question = without_pins(trace);
    struct vt_arena *scratch = vt_arena_new();
    bool *seen = vt_alloc_array(scratch, program->ncalls, sizeof *seen);
    struct vt_site *sites = NULL;
    size_t capacity = 0;
    *count = 0;
    start(program, &question, NULL, 0, NULL);
    vt_solver_run(program->solver);
    for (size_t i = 0; i < solver->nstates; i++) {
        if (solver->states[i].node >= program->nnodes)
            continue; /* a shared one */
        const struct vt_linked_node *node = &program->nodes[solver->states[i].node];
        if (node->kind != VT_NODE_RESULT || seen[node->ref])
            continue;
        seen[node->ref] = true;
        sites = vt_grow(arena, sites, *count, &capacity, sizeof *sites);
        sites[(*count)++] = (struct vt_site){
            node->function, node->ref - program->functions[node->function].first_call};
    }
    vt_arena_free(scratch);
    return sites;
}

/* True if PATH lies before what the pointer leads to that it is a path of: beside the parameter. */
static bool lies_before(const struct vt_path *path) {
    return path->count > 0 && path->ranges[0].high <= 0 && !vt_range_is_field(path->ranges[0]);
}

struct vt_parameter *vt_trace_parameters(const struct vt_trace *trace, struct vt_arena *arena,
                                         size_t *count) {
    const struct vt_program *program = trace->program;
    const struct vt_solver *solver = program->solver;
    struct vt_question question = without_pins(trace);
    struct vt_arena *scratch = vt_arena_new();
    bool *seen = vt_alloc_array(scratch, program->nnodes, sizeof *seen);
    struct vt_parameter *found = NULL;
    size_t capacity = 0;
    *count = 0;
    start(program, &question, NULL, 0, NULL);
    vt_solver_run(program->solver);
    for (size_t i = 0; i < solver->nstates; i++) {
        uint32_t n = solver->states[i].node;
        if (n >= program->nnodes || program->nodes[n].kind != VT_NODE_FORMAL || seen[n] ||
            lies_before(&solver->paths.items[solver->states[i].path]))
            continue;
        seen[n] = true;
        found = vt_grow(arena, found, *count, &capacity, sizeof *found);
        found[(*count)++] =
            (struct vt_parameter){program->nodes[n].function, program->nodes[n].index};
    }
    vt_arena_free(scratch);
    return found;
}

bool vt_trace_is_cut(const struct vt_trace *trace) {
    return trace->cut;
}

bool vt_trace_passes_variable(const struct vt_trace *trace) {
    return trace->passes_variable;
}

bool vt_trace_passes_unknown(const struct vt_trace *trace) {
    return trace->passes_unknown;
}

static bool holds_number(const struct vt_source *source, int64_t number) {
    const struct vt_strings *strings = source->unit->strings;
    const char *bytes = vt_string(strings, source->constant->text);
    size_t size = vt_string_length(strings, source->constant->text), same = 0;
    for (size_t i = 0; i + 4 <= size && same < 4; i += 4) {
        same = 0;
        while (same < 4 && (uint8_t)bytes[i + same] == (uint8_t)(number >> 8 * same))
            same++;
    }
    return same == 4;
}

bool vt_trace_has_number(const struct vt_trace *trace, int64_t number) {
    size_t count = 0;
    const struct vt_source *sources = vt_trace_sources(trace, &count);
    for (size_t i = 0; i < count; i++) {
        const struct vt_constant *constant = sources[i].constant;
        if (sources[i].kind == VT_SOURCE_CONSTANT &&
            (constant->kind == VT_CONSTANT_INT ? constant->number == number
                                               : holds_number(&sources[i], number)))
            return true;
    }
    return false;
}

uint32_t vt_trace_tags(const struct vt_trace *trace) {
    return trace->tags;
}

bool vt_source_same(const struct vt_source *a, const struct vt_source *b) {
    return a->kind == b->kind && a->function == b->function && a->index == b->index &&
           vt_event_same(a->event, b->event) && a->constant == b->constant && a->name == b->name;
}
