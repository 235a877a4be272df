/* Requires: a linked program. Gives: entries, what reaches what, witnesses. Breaks: nothing.
 *
 * Chains are looked for backwards, once for each class: from all functions that have such an effect
 * to all that may call them. So the cost is classes times calls, however many entries there are.
 */
#include "engine/program/capability.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/strings.h"
#include "engine/program/program_impl.h"

struct vt_reach {
    const struct vt_program *program;
    struct vt_arena *arena;
    struct vt_entry *entries;
    size_t nentries, entry_capacity;
    uint32_t *kinds; /* by function */
    bool *is_later;  /* by call of the program: made at another time than the function runs */
};

const char *vt_entry_kind_name(enum vt_entry_kind kind) {
    static const char *const names[] = {
        [VT_ENTRY_MAIN] = "main",         [VT_ENTRY_CONSTRUCTOR] = "constructor",
        [VT_ENTRY_IFUNC] = "ifunc",       [VT_ENTRY_SIGNAL] = "signal",
        [VT_ENTRY_EXIT] = "exit",         [VT_ENTRY_THREAD] = "thread",
        [VT_ENTRY_TIMER] = "timer",       [VT_ENTRY_FORK] = "fork",
        [VT_ENTRY_EXPORTED] = "exported", [VT_ENTRY_POINTER] = "pointer",
    };
    return kind < VT_ENTRY_COUNT ? names[kind] : "?";
}

/* ---- Entries ----------------------------------------------------------------------------- */

static void add_entry(struct vt_reach *reach, uint32_t function, enum vt_entry_kind kind) {
    for (size_t i = 0; i < reach->nentries; i++)
        if (reach->entries[i].function == function && reach->entries[i].kind == kind)
            return;
    reach->entries = vt_grow(reach->arena, reach->entries, reach->nentries, &reach->entry_capacity,
                             sizeof *reach->entries);
    reach->entries[reach->nentries++] = (struct vt_entry){function, kind};
}

/* The kind of entry that an effect of CLASS_NAME registers, or VT_ENTRY_COUNT. */
static enum vt_entry_kind kind_of_class(const char *class_name) {
    static const struct {
        const char *class_name;
        enum vt_entry_kind kind;
    } kinds[] = {
        {"entry.signal", VT_ENTRY_SIGNAL}, {"entry.exit", VT_ENTRY_EXIT},
        {"entry.thread", VT_ENTRY_THREAD}, {"entry.timer", VT_ENTRY_TIMER},
        {"entry.fork", VT_ENTRY_FORK},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (vt_class_is(class_name, kinds[i].class_name))
            return kinds[i].kind;
    return VT_ENTRY_COUNT;
}

/* Call CALL of FUNCTION is a library's: later, if the same place registers an entry. */
static enum vt_entry_kind registered_by(const struct vt_program *program, uint32_t function,
                                        const struct vt_call *call) {
    const struct vt_function *facts = program->functions[function].facts;
    const struct vt_strings *strings = vt_unit_of(program, function)->strings;
    for (uint32_t e = 0; e < facts->nevents; e++) {
        const struct vt_event *event = &facts->events[e];
        if (event->fact != VT_FACT_EFFECT || event->location != call->location)
            continue;
        enum vt_entry_kind kind = kind_of_class(vt_string(strings, event->class_name));
        if (kind != VT_ENTRY_COUNT)
            return kind;
    }
    return VT_ENTRY_COUNT;
}

/* Entries that FUNCTION registers. */
static void find_registered(struct vt_reach *reach, uint32_t function) {
    const struct vt_program *program = reach->program;
    const struct vt_linked_function *f = &program->functions[function];
    for (uint32_t c = 0; c < f->facts->ncalls; c++) {
        const struct vt_linked_call *call = &program->calls[f->first_call + c];
        enum vt_entry_kind kind = f->facts->calls[c].is_callback
                                      ? registered_by(program, function, &f->facts->calls[c])
                                      : VT_ENTRY_COUNT;
        if (kind == VT_ENTRY_COUNT)
            continue;
        reach->is_later[f->first_call + c] = true;
        for (uint32_t i = 0; i < call->count; i++)
            add_entry(reach, program->targets[call->first + i], kind);
    }
}

static bool is_main(const struct vt_program *program, uint32_t function) {
    return program->functions[function].facts->flags & VT_FUNCTION_EXPORTED &&
           vt_program_is_main(program, function);
}

static bool has_main(const struct vt_program *program) {
    for (uint32_t f = 0; f < program->nfunctions; f++)
        if (is_main(program, f))
            return true;
    return false;
}

/* What FUNCTION is by itself. IN_PROGRAM: there is a main. */
static void find_own(struct vt_reach *reach, uint32_t function, bool in_program) {
    const struct vt_program *program = reach->program;
    const struct vt_linked_function *f = &program->functions[function];
    const struct vt_site *sites;
    uint32_t flags = f->facts->flags;
    bool called = vt_program_callers(program, function, &sites) > 0;
    if (f->discarded || flags & VT_FUNCTION_INITIALIZERS || f->facts->symbol == VT_NONE)
        return;
    if (is_main(program, function))
        add_entry(reach, function, VT_ENTRY_MAIN);
    else if (flags & VT_FUNCTION_CONSTRUCTOR)
        add_entry(reach, function, VT_ENTRY_CONSTRUCTOR);
    else if (flags & VT_FUNCTION_IFUNC)
        add_entry(reach, function, VT_ENTRY_IFUNC);
    else if (flags & VT_FUNCTION_EXPORTED && (!called || !in_program))
        add_entry(reach, function, VT_ENTRY_EXPORTED);
    else if (!called && flags & VT_FUNCTION_ADDRESS_TAKEN)
        add_entry(reach, function, VT_ENTRY_POINTER);
}

/* ---- What reaches what ------------------------------------------------------------------- */

/* Marks with KIND what ENTRY calls, and what that calls; STACK has room for all functions. */
static void mark(struct vt_reach *reach, struct vt_entry entry, uint32_t *stack) {
    const struct vt_program *program = reach->program;
    uint32_t bit = 1u << entry.kind;
    size_t depth = 0;
    if (reach->kinds[entry.function] & bit)
        return;
    reach->kinds[entry.function] |= bit;
    stack[depth++] = entry.function;
    while (depth > 0) {
        const struct vt_linked_function *f = &program->functions[stack[--depth]];
        for (uint32_t c = f->first_call; c < f->first_call + f->facts->ncalls; c++) {
            const struct vt_linked_call *call = &program->calls[c];
            for (uint32_t i = 0; i < call->count && !reach->is_later[c]; i++) {
                uint32_t target = program->targets[call->first + i];
                if (!(reach->kinds[target] & bit))
                    stack[depth++] = target;
                reach->kinds[target] |= bit;
            }
        }
    }
}

static const char *name_of(const struct vt_reach *reach, uint32_t function) {
    return vt_program_function_name(reach->program, function);
}

static int compare_entries(const void *left, const void *right, void *context) {
    const struct vt_entry *a = left, *b = right;
    int order = (a->kind > b->kind) - (a->kind < b->kind);
    order = order ? order : strcmp(name_of(context, a->function), name_of(context, b->function));
    return order ? order : (a->function > b->function) - (a->function < b->function);
}

const struct vt_reach *vt_reach_of(struct vt_program *program) {
    if (!program->reach)
        program->reach = vt_reach_find(program, program->arena);
    return program->reach;
}

struct vt_reach *vt_reach_find(const struct vt_program *program, struct vt_arena *arena) {
    struct vt_reach *reach = vt_alloc(arena, sizeof *reach);
    bool in_program = has_main(program);
    *reach = (struct vt_reach){.program = program, .arena = arena};
    reach->kinds = vt_alloc_array(arena, program->nfunctions, sizeof *reach->kinds);
    reach->is_later = vt_alloc_array(arena, program->ncalls, sizeof *reach->is_later);
    for (uint32_t f = 0; f < program->nfunctions; f++)
        find_own(reach, f, in_program);
    for (uint32_t f = 0; f < program->nfunctions; f++)
        if (!program->functions[f].discarded)
            find_registered(reach, f);
    struct vt_arena *scratch = vt_arena_new();
    uint32_t *stack = vt_alloc_array(scratch, program->nfunctions, sizeof *stack);
    for (size_t i = 0; i < reach->nentries; i++)
        mark(reach, reach->entries[i], stack);
    vt_arena_free(scratch);
    if (reach->nentries)
        qsort_r(reach->entries, reach->nentries, sizeof *reach->entries, compare_entries, reach);
    return reach;
}

const struct vt_entry *vt_reach_entries(const struct vt_reach *reach, size_t *count) {
    *count = reach->nentries;
    return reach->entries;
}

uint32_t vt_reach_kinds(const struct vt_reach *reach, uint32_t function) {
    return reach->kinds[function];
}

/* ---- Chains ------------------------------------------------------------------------------ */

/* From each function the way to the nearest event of one class. */
struct chains {
    const struct vt_reach *reach;
    const char *class_name;
    uint32_t *distance; /* VT_NONE: no way */
    uint32_t *next;     /* the event, or at a distance: the call of the function, */
    uint32_t *target;   /* and whom it calls */
    uint32_t *queue;
    size_t first, last;
};

static void push(struct chains *chains, uint32_t function, uint32_t distance, uint32_t next,
                 uint32_t target) {
    if (chains->distance[function] != VT_NONE)
        return;
    chains->distance[function] = distance;
    chains->next[function] = next;
    chains->target[function] = target;
    chains->queue[chains->last++] = function;
}

/* Effects on the world, and what is captured of it. */
static bool is_capability(const struct vt_event *event, const char *class_name) {
    static const char *const silent[] = {"terminal.write", "time.sleep", "entry",   "process.end",
                                         "probe",          "compare",    "scramble"};
    if (event->fact == VT_FACT_ORIGIN)
        return vt_class_is(class_name, "capture") || vt_class_is(class_name, "process.memory");
    for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
        if (vt_class_is(class_name, silent[i]))
            return false;
    return event->fact == VT_FACT_EFFECT;
}

static void begin_chains(struct chains *chains) {
    const struct vt_program *program = chains->reach->program;
    memset(chains->distance, 0xff, program->nfunctions * sizeof *chains->distance);
    chains->first = chains->last = 0;
    for (uint32_t f = 0; f < program->nfunctions; f++) {
        const struct vt_function *facts = program->functions[f].facts;
        const struct vt_strings *strings = vt_unit_of(program, f)->strings;
        for (uint32_t e = 0; e < facts->nevents && !program->functions[f].discarded; e++) {
            const char *name = vt_string(strings, facts->events[e].class_name);
            if (strcmp(name, chains->class_name) == 0 && is_capability(&facts->events[e], name))
                push(chains, f, 0, e, VT_NONE);
        }
    }
}

static void find_chains(struct chains *chains, const char *class_name) {
    const struct vt_program *program = chains->reach->program;
    chains->class_name = class_name;
    begin_chains(chains);
    while (chains->first < chains->last) {
        uint32_t function = chains->queue[chains->first++];
        const struct vt_site *sites;
        size_t count = vt_program_callers(program, function, &sites);
        for (size_t i = 0; i < count; i++) {
            uint32_t call = program->functions[sites[i].function].first_call + sites[i].call;
            if (!chains->reach->is_later[call])
                push(chains, sites[i].function, chains->distance[function] + 1, sites[i].call,
                     function);
        }
    }
}

static struct vt_capability follow(const struct chains *chains, struct vt_entry entry,
                                   struct vt_arena *arena) {
    struct vt_capability capability = {.entry = entry, .class_name = chains->class_name};
    uint32_t function = entry.function;
    capability.calls = vt_alloc_array(arena, chains->distance[function], sizeof(struct vt_site));
    while (chains->target[function] != VT_NONE) {
        capability.calls[capability.ncalls++] = (struct vt_site){function, chains->next[function]};
        function = chains->target[function];
    }
    capability.event = (struct vt_event_ref){function, chains->next[function]};
    return capability;
}

/* ---- Classes ----------------------------------------------------------------------------- */

static int compare_texts(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The classes of all capabilities, in the order of the alphabet. */
static const char **classes_of(const struct vt_program *program, struct vt_arena *arena,
                               size_t *count) {
    struct vt_strings *names = vt_strings_new(arena);
    for (uint32_t f = 0; f < program->nfunctions; f++) {
        const struct vt_function *facts = program->functions[f].facts;
        for (uint32_t e = 0; e < facts->nevents; e++) {
            const char *name =
                vt_string(vt_unit_of(program, f)->strings, facts->events[e].class_name);
            if (is_capability(&facts->events[e], name))
                vt_intern(names, name);
        }
    }
    *count = vt_strings_count(names) - 1u; /* without the empty one */
    const char **classes = vt_alloc_array(arena, *count, sizeof *classes);
    for (size_t i = 0; i < *count; i++)
        classes[i] = vt_string(names, (uint32_t)i + 1);
    if (*count)
        qsort(classes, *count, sizeof *classes, compare_texts);
    return classes;
}

struct vt_capability *vt_capabilities_find(const struct vt_program *program,
                                           const struct vt_reach *reach, struct vt_arena *arena,
                                           size_t *count) {
    struct vt_arena *scratch = vt_arena_new();
    size_t nclasses, capacity = 0;
    const char **classes = classes_of(program, arena, &nclasses);
    uint32_t n = program->nfunctions;
    struct chains *chains = vt_alloc_array(scratch, nclasses, sizeof *chains);
    struct vt_capability *found = NULL;
    uint32_t *queue = vt_alloc_array(scratch, n, sizeof *queue);
    for (size_t i = 0; i < nclasses; i++) {
        chains[i] = (struct chains){.reach = reach, .queue = queue};
        chains[i].distance = vt_alloc_array(scratch, n, sizeof *chains->distance);
        chains[i].next = vt_alloc_array(scratch, n, sizeof *chains->next);
        chains[i].target = vt_alloc_array(scratch, n, sizeof *chains->target);
        find_chains(&chains[i], classes[i]);
    }
    *count = 0;
    for (size_t e = 0; e < reach->nentries; e++)
        for (size_t i = 0; i < nclasses; i++) {
            if (chains[i].distance[reach->entries[e].function] == VT_NONE)
                continue;
            found = vt_grow(arena, found, *count, &capacity, sizeof *found);
            found[(*count)++] = follow(&chains[i], reach->entries[e], arena);
        }
    vt_arena_free(scratch);
    return found;
}
