#include "checkers/shared/crypto/material.h"

#include <string.h>
#include <strings.h>

#include "checkers/shared/applies.h"
#include "checkers/shared/trapdoor/prompt.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

/* Less than this is a separator or a mark, not an answer that a test expects. */
#define SHORTEST_ANSWER 8

/* On these tags not even a part of the data goes on. */
#define ABOUT_LENGTH (VT_TAG_LENGTH | VT_TAG_COMPARED | VT_TAG_DECIDED)

bool vt_is_guessable(const char *class_name) {
    return vt_class_is(class_name, "random.weak") || vt_class_is(class_name, "clock") ||
           vt_class_is(class_name, "process.identity");
}

size_t vt_source_size(const struct vt_source *source) {
    if (source->kind != VT_SOURCE_CONSTANT || source->constant->kind == VT_CONSTANT_INT ||
        source->constant->kind == VT_CONSTANT_FUNCTION)
        return 0;
    return vt_string_length(source->unit->strings, source->constant->text);
}

/* ---- Kinds ------------------------------------------------------------------------------- */

/* Of constants the longest counts, and of numbers the greatest. */
static void weigh_constant(const struct vt_source *source, struct vt_material *material) {
    const struct vt_source *had = material->constant;
    if (!had || vt_source_size(source) > vt_source_size(had) ||
        (vt_source_size(had) == 0 && vt_source_size(source) == 0 &&
         had->constant->kind == VT_CONSTANT_INT && source->constant->kind == VT_CONSTANT_INT &&
         source->constant->number > had->constant->number))
        material->constant = source;
}

/* True if all that the handle of origin SOURCE was opened on is files of that CLASS_NAME. */
static bool is_read_from(struct vt_program *program, const struct vt_source *source,
                         const char *class_name) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_role(program, source->event, VT_ROLE_HANDLE, "path", VT_ABOUT_DATA);
    const struct vt_source *names = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (names[i].kind != VT_SOURCE_CONSTANT || names[i].constant->cut ||
            !vt_program_fits(program, "file", vt_source_text(&names[i]), class_name))
            return false;
    }
    return count > 0;
}

static const struct vt_source **kind_of_event(struct vt_program *program,
                                              const struct vt_source *source,
                                              struct vt_material *material) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, source->event, &unit);
    const char *name = vt_string(unit->strings, event->class_name);
    if (event->fact == VT_FACT_ALLOC)
        return vt_class_is(name, "memory") ? &material->address : &material->other;
    if (event->fact != VT_FACT_ORIGIN)
        return &material->other;
    if (vt_class_is(name, "random.weak"))
        return &material->weak;
    if (vt_is_drawn(program, source))
        return &material->strong;
    if (vt_class_is(name, "clock"))
        return &material->clock;
    if (vt_class_is(name, "process.identity"))
        return &material->process;
    if (vt_class_is(name, "host.identity") ||
        (vt_class_is(name, "io.read") && is_read_from(program, source, "host.identity")))
        return &material->host;
    return vt_class_is(name, "secret") ? &material->secret : &material->other;
}

static void weigh_source(struct vt_program *program, const struct vt_source *source,
                         struct vt_material *material) {
    const struct vt_source **kind = &material->other;
    if (source->kind == VT_SOURCE_CONSTANT) {
        weigh_constant(source, material);
        return;
    }
    if (source->kind == VT_SOURCE_EVENT)
        kind = kind_of_event(program, source, material);
    else if (source->kind == VT_SOURCE_FUNCTION)
        kind = &material->address;
    if (!*kind)
        *kind = source;
}

bool vt_source_is_stretched(struct vt_program *program, const struct vt_source *source) {
    return vt_source_is(program, source, VT_FACT_ORIGIN, "keystream") ||
           (vt_source_is(program, source, VT_FACT_ORIGIN, "random.weak") &&
            strcmp(vt_event_value(program, source->event), "own") == 0);
}

/* True if SOURCE brings nothing of its own: it says what the call that made REF takes what it is
 * given for, a password; or how something else was stretched. */
static bool brings_nothing(struct vt_program *program, struct vt_event_ref ref,
                           const struct vt_source *source) {
    return vt_source_is_stretched(program, source) ||
           (vt_source_is(program, source, VT_FACT_ORIGIN, "secret.credential") &&
            vt_is_same_call(program, source->event, ref));
}

/* What REF gets. STRICT are the ways of the data, LOOSE all ways on which some of it
 * may go. */
static void weigh(struct vt_program *program, struct vt_event_ref ref,
                  const struct vt_trace *strict, const struct vt_trace *loose,
                  struct vt_material *material) {
    struct vt_material others = {0};
    size_t count;
    const struct vt_source *sources = vt_trace_sources(strict, &material->nsources);
    material->trace = strict;
    for (size_t i = 0; i < material->nsources; i++)
        if (!brings_nothing(program, ref, &sources[i]))
            weigh_source(program, &sources[i], material);
    sources = vt_trace_sources(loose, &count);
    for (size_t i = 0; i < count; i++)
        if (!brings_nothing(program, ref, &sources[i]))
            weigh_source(program, &sources[i], &others);
    if (!material->other)
        material->other = others.other ? others.other : vt_trace_is_cut(loose) ? sources : NULL;
    if (!material->strong)
        material->strong = others.strong;
    if (!material->secret)
        material->secret = others.secret;
}

bool vt_material_at(struct vt_program *program, struct vt_event_ref ref, enum vt_role role,
                    const struct vt_flow_step *steps, size_t nsteps, struct vt_material *material) {
    struct vt_asked asked = {.ref = ref, .role = role, .avoid = VT_ABOUT_DATA};
    const struct vt_trace *strict = vt_trace_role_at(program, &asked, steps, nsteps);
    asked.avoid = ABOUT_LENGTH;
    const struct vt_trace *loose = vt_trace_role_at(program, &asked, steps, nsteps);
    *material = (struct vt_material){0};
    if (strict && loose)
        weigh(program, ref, strict, loose, material);
    return strict && loose;
}

bool vt_material_of(struct vt_program *program, struct vt_event_ref ref, enum vt_role role,
                    struct vt_material *material) {
    return vt_material_at(program, ref, role, NULL, 0, material) && vt_event_applies(program, ref);
}

bool vt_material_is_open(const struct vt_material *material) {
    return !material->strong && !material->secret && !material->other;
}

bool vt_material_is_fixed(const struct vt_material *material) {
    return vt_material_is_open(material) && !material->weak && !material->clock &&
           !material->process && !material->address && !material->host;
}

/* A number in memory is there as its bytes, little-endian. */
static int64_t number_of_bytes(const struct vt_source *source, size_t size) {
    const char *bytes = vt_source_text(source);
    uint64_t number = 0;
    for (size_t i = size; i-- > 0;)
        number = number << 8 | (unsigned char)bytes[i];
    return (int64_t)number;
}

bool vt_source_number(const struct vt_source *source, int64_t *number) {
    size_t size = vt_source_size(source);
    if (source->kind != VT_SOURCE_CONSTANT || source->tags & (VT_TAG_ARITHMETIC | VT_TAG_XOR))
        return false;
    if (source->constant->kind == VT_CONSTANT_INT)
        *number = source->constant->number;
    else if (source->constant->kind == VT_CONSTANT_BYTES && (size == 4 || size == 8))
        *number = number_of_bytes(source, size);
    else
        return false;
    return true;
}

const struct vt_source *vt_only_number(struct vt_program *program, struct vt_event_ref ref,
                                       enum vt_role role, int64_t number,
                                       const struct vt_trace **trace) {
    size_t count = 0;
    int64_t is;
    *trace = vt_trace_value(program, ref, role, 0);
    const struct vt_source *sources = *trace ? vt_trace_sources(*trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (!vt_source_number(&sources[i], &is) || is != number)
            return NULL;
    return count ? sources : NULL;
}

bool vt_role_is_object(struct vt_program *program, struct vt_event_ref ref, enum vt_role role) {
    return vt_find_source(program, vt_trace_value(program, ref, role, ABOUT_LENGTH), VT_FACT_ALLOC,
                          "crypto") != NULL;
}

/* ---- Names ------------------------------------------------------------------------------- */

/* True if parameter INDEX of FUNCTION is called a password: not its file, length or hash. */
static bool is_password(struct vt_program *program, uint32_t function, uint32_t index) {
    enum { DISTINCT = 6 }; /* letters of a word that ends no other one, as "pass" does "bypass" */
    static const char *const words[] = {"password", "passwd", "passphrase", "pass", "pwd", "pw"};
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    if (index >= facts->nparams || facts->param_names[index] == VT_NONE)
        return false;
    const char *name = vt_string(unit->strings, facts->param_names[index]);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]), all = strlen(name);
        if (all < length || strcasecmp(name + all - length, words[i]) != 0)
            continue;
        if (all == length || length >= DISTINCT || name[all - length - 1] == '_')
            return true;
    }
    return false;
}

bool vt_is_called_password(struct vt_program *program, const struct vt_trace *trace,
                           const struct vt_source *source, struct vt_arena *arena) {
    size_t count;
    if (source->kind == VT_SOURCE_PARAMETER ? is_password(program, source->function, source->index)
                                            : vt_is_prompted(program, source))
        return true;
    const struct vt_flow_step *steps = vt_trace_steps(trace, source, arena, &count);
    for (size_t i = 0; i < count; i++)
        if (steps[i].kind == VT_STEP_CALL && steps[i].callee != VT_NONE &&
            is_password(program, steps[i].callee, steps[i].index))
            return true;
    return false;
}

/* ---- Tests with known answers ------------------------------------------------------------ */

/* True if TRACE ends at bytes of the program that nothing was done to. */
static bool is_answer(const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (vt_source_size(&sources[i]) >= SHORTEST_ANSWER && !sources[i].tags)
            return true;
    return false;
}

static bool is_computed(const struct vt_trace *trace) {
    const uint32_t computed = VT_TAG_ENCRYPT | VT_TAG_DECRYPT | VT_TAG_HASH | VT_TAG_SECRET_KEYED;
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].tags & computed)
            return true;
    return false;
}

static bool compares_answer(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_trace *left = vt_trace_role(program, ref, VT_ROLE_LEFT, NULL, ABOUT_LENGTH);
    const struct vt_trace *right = vt_trace_role(program, ref, VT_ROLE_RIGHT, NULL, ABOUT_LENGTH);
    return (is_answer(left) && is_computed(right)) || (is_answer(right) && is_computed(left));
}

/* True if TRACE has something from outside the program: no test computes with that. */
static bool is_from_outside(struct vt_program *program, const struct vt_trace *trace) {
    static const char *const classes[] = {"network", "io.read",       "file",        "ipc",
                                          "secret",  "terminal.read", "environment", "argument"};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (vt_find_source(program, trace, VT_FACT_ORIGIN, classes[i]))
            return true;
    return false;
}

/* The table of the program that the way of SOURCE begins in, or NULL. */
static const char *table_of(const struct vt_trace *trace, const struct vt_source *source,
                            struct vt_arena *arena) {
    size_t count;
    const struct vt_flow_step *steps = vt_trace_steps(trace, source, arena, &count);
    for (size_t i = 0; i < count; i++)
        if (steps[i].kind == VT_STEP_GLOBAL)
            return steps[i].name;
    return NULL;
}

/* True if TRACE ends at bytes of TABLE, where what is to come out stands beside what goes in. */
static bool is_of_table(const struct vt_trace *trace, const char *table, struct vt_arena *arena) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const char *name = vt_source_size(&sources[i]) >= SHORTEST_ANSWER
                               ? table_of(trace, &sources[i], arena)
                               : NULL;
        if (name && strcmp(name, table) == 0)
            return true;
    }
    return false;
}

static bool compares_table(struct vt_program *program, struct vt_event_ref ref, const char *table,
                           struct vt_arena *arena) {
    const struct vt_trace *left = vt_trace_role(program, ref, VT_ROLE_LEFT, NULL, ABOUT_LENGTH);
    const struct vt_trace *right = vt_trace_role(program, ref, VT_ROLE_RIGHT, NULL, ABOUT_LENGTH);
    return (is_of_table(left, table, arena) && !is_from_outside(program, right)) ||
           (is_of_table(right, table, arena) && !is_from_outside(program, left));
}

/* True if FUNCTION compares something with an answer, or with what stands in TABLE (or NULL). */
static bool has_answer(struct vt_program *program, uint32_t function, const char *table,
                       struct vt_arena *arena) {
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(program, function, &unit);
    for (uint32_t i = 0; i < f->nevents; i++) {
        struct vt_event_ref ref = {function, i};
        if (f->events[i].fact == VT_FACT_COMPARE &&
            (compares_answer(program, ref) ||
             (table && compares_table(program, ref, table, arena))))
            return true;
    }
    return false;
}

bool vt_is_salt_of_code(struct vt_check *check, const struct vt_source *source) {
    struct vt_program *program = vt_check_program(check);
    size_t nrefs;
    bool is_salt = false;
    struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "step.mac", vt_check_arena(check), &nrefs);
    for (size_t r = 0; r < nrefs; r++) {
        const struct vt_trace *trace =
            vt_trace_role(program, refs[r], VT_ROLE_KEY, NULL, VT_ABOUT_DATA);
        size_t count = 0, nsteps;
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
        struct vt_material payload;
        for (size_t i = 0; i < count; i++) {
            if (!vt_source_same(&sources[i], source))
                continue;
            const struct vt_flow_step *steps =
                vt_trace_steps(trace, &sources[i], vt_check_arena(check), &nsteps);
            if (!vt_material_at(program, refs[r], VT_ROLE_PAYLOAD, steps, nsteps, &payload) ||
                (!payload.strong && !payload.secret))
                return false;
            is_salt = true;
        }
    }
    return is_salt;
}

bool vt_has_known_answer(struct vt_program *program, uint32_t function) {
    return has_answer(program, function, NULL, NULL);
}

bool vt_is_known_answer(struct vt_program *program, const struct vt_trace *trace,
                        const struct vt_source *source, struct vt_arena *arena) {
    size_t count;
    uint32_t before = VT_NONE;
    const struct vt_flow_step *steps = vt_trace_steps(trace, source, arena, &count);
    const char *table = table_of(trace, source, arena);
    for (size_t i = 0; i < count; i++) {
        if (steps[i].function != before && has_answer(program, steps[i].function, table, arena))
            return true;
        before = steps[i].function;
    }
    return false;
}

/* ---- What is made of data
 * ----------------------------------------------------------------------------- */

static bool has_made(const struct vt_trace *trace, uint32_t tags) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if ((sources[i].tags & tags) == tags)
            return true;
    return false;
}

bool vt_gets_made(struct vt_program *program, uint32_t function, enum vt_fact fact,
                  const char *class_name, enum vt_role role, uint32_t tags) {
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(program, function, &unit);
    for (uint32_t e = 0; e < f->nevents; e++) {
        struct vt_event_ref ref = {function, e};
        const char *name = vt_string(unit->strings, f->events[e].class_name);
        if (f->events[e].fact == fact && (!class_name || vt_class_is(name, class_name)) &&
            has_made(vt_trace_role(program, ref, role, NULL, 0), tags))
            return true;
    }
    return false;
}

bool vt_keeps_digest(struct vt_program *program, uint32_t function) {
    return vt_gets_made(program, function, VT_FACT_COMPARE, NULL, VT_ROLE_LEFT, VT_TAG_HASH) ||
           vt_gets_made(program, function, VT_FACT_COMPARE, NULL, VT_ROLE_RIGHT, VT_TAG_HASH) ||
           vt_gets_made(program, function, VT_FACT_EFFECT, "io.write", VT_ROLE_PAYLOAD,
                        VT_TAG_HASH);
}

bool vt_is_named(struct vt_program *program, struct vt_event_ref ref, const char *name) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_ALGORITHM, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (strcmp(vt_source_text(&sources[i]), name) != 0)
            return false;
    return count > 0;
}

/* ---- Telling once ------------------------------------------------------------------------ */

bool vt_tell_once(struct vt_told *told, const struct vt_source *source, struct vt_arena *arena) {
    for (size_t i = 0; i < told->count; i++) {
        const struct vt_source *item = told->items[i];
        if (item->kind == source->kind && item->unit == source->unit &&
            item->constant == source->constant && item->function == source->function &&
            (source->kind != VT_SOURCE_EVENT || item->event.event == source->event.event))
            return true;
    }
    told->items = vt_grow(arena, told->items, told->count, &told->capacity, sizeof *told->items);
    told->items[told->count++] = source;
    return false;
}
