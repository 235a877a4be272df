/* requires: a linked program whose models have the probes.  gives: an answer for each of them.
 * breaks: nothing. */
#include "plugin/probe.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/program/capability.h"
#include "engine/trigger/trigger.h"
#include "models/models.h"

/* Probes are rows like others: what they ask about is a role of an effect that is none. */
static const char probe_rows[] =
    "{\"library\": \"probe\", \"classes\": ["
    "{\"fact\": \"effect\", \"name\": \"probe.value\", \"meaning\": \"Asks for a value.\"},"
    "{\"fact\": \"effect\", \"name\": \"probe.memory\", \"meaning\": \"Asks for memory.\"},"
    "{\"fact\": \"effect\", \"name\": \"probe.handle\", \"meaning\": \"Asks what was opened.\"},"
    "{\"fact\": \"effect\", \"name\": \"probe.guard\", \"meaning\": \"Asks for conditions.\"},"
    "{\"fact\": \"effect\", \"name\": \"probe.trigger\", \"meaning\": \"Asks for triggers.\"},"
    "{\"fact\": \"effect\", \"name\": \"probe.entries\", \"meaning\": \"Asks who gets here.\"},"
    "{\"fact\": \"effect\", \"name\": \"probe.checked\", \"meaning\": \"Asks for checks.\"},"
    "{\"fact\": \"effect\", \"name\": \"probe.crash\", \"meaning\": \"Crashes.\"},"
    "{\"fact\": \"effect\", \"name\": \"probe.effects\", \"meaning\": \"Asks for effects.\"},"
    "{\"fact\": \"check\", \"name\": \"probe\", \"meaning\": \"A check to probe with.\"},"
    "{\"fact\": \"origin\", \"name\": \"probe\", \"meaning\": \"Data to probe with.\"}],"
    "\"functions\": ["
    "{\"name\": \"vt_probe_number\", \"prototype\": \"long vt_probe_number(void)\", \"rows\": ["
    "{\"fact\": \"origin\", \"class\": \"probe\", \"to\": \"ret\"}]},"
    "{\"name\": \"vt_probe_text\", \"prototype\": \"char *vt_probe_text(void)\", \"rows\": ["
    "{\"fact\": \"origin\", \"class\": \"probe\", \"to\": \"*ret\"}]},"
    "{\"name\": \"vt_probe_check\", \"prototype\": \"int vt_probe_check(...)\", \"rows\": ["
    "{\"fact\": \"check\", \"class\": \"probe\", \"to\": \"ret\", \"success\": \"nonzero\", "
    "\"roles\": {\"payload\": \"0\"}}]},"
    "{\"name\": \"vt_probe_value\", \"prototype\": \"void vt_probe_value(...)\", \"rows\": ["
    "{\"fact\": \"effect\", \"class\": \"probe.value\", \"roles\": {\"payload\": \"0\"}}]},"
    "{\"name\": \"vt_probe_memory\", \"prototype\": \"void vt_probe_memory(...)\", \"rows\": ["
    "{\"fact\": \"effect\", \"class\": \"probe.memory\", \"roles\": {\"payload\": \"*0\"}}]},"
    "{\"name\": \"vt_probe_handle\", \"prototype\": \"void vt_probe_handle(...)\", \"rows\": ["
    "{\"fact\": \"effect\", \"class\": \"probe.handle\", \"roles\": {\"handle\": \"0\"}}]},"
    "{\"name\": \"vt_probe_guard\", \"prototype\": \"void vt_probe_guard(void)\", \"rows\": ["
    "{\"fact\": \"effect\", \"class\": \"probe.guard\"}]},"
    "{\"name\": \"vt_probe_trigger\", \"prototype\": \"void vt_probe_trigger(void)\", \"rows\": ["
    "{\"fact\": \"effect\", \"class\": \"probe.trigger\"}]},"
    "{\"name\": \"vt_probe_entries\", \"prototype\": \"void vt_probe_entries(void)\", \"rows\": ["
    "{\"fact\": \"effect\", \"class\": \"probe.entries\"}]},"
    "{\"name\": \"vt_probe_checked\", \"prototype\": \"void vt_probe_checked(void)\", \"rows\": ["
    "{\"fact\": \"effect\", \"class\": \"probe.checked\"}]},"
    "{\"name\": \"vt_probe_crash\", \"prototype\": \"void vt_probe_crash(void)\", \"rows\": ["
    "{\"fact\": \"effect\", \"class\": \"probe.crash\"}]},"
    "{\"name\": \"vt_probe_effects\", \"prototype\": \"void vt_probe_effects(void)\", \"rows\": ["
    "{\"fact\": \"effect\", \"class\": \"probe.effects\"}]}"
    "]}";

const struct vt_models *vt_probe_models(const struct vt_models *base, struct vt_arena *arena,
                                        struct vt_error *error) {
    return vt_models_parse(base, "probe", probe_rows, sizeof probe_rows - 1, arena, error);
}

/* ---- Words ------------------------------------------------------------------------------- */

struct answer {
    struct vt_program *program;
    struct vt_arena *arena;
    bool nested; /* told as part of another: without what it compares */
};

enum { MAX_WORDS = 32 };

/* Distinct texts, to be told in the order of the alphabet. */
struct words {
    const char *items[MAX_WORDS + 1];
    size_t count;
};

static void add_word(struct words *words, const char *text) {
    for (size_t i = 0; i < words->count; i++)
        if (strcmp(words->items[i], text) == 0)
            return;
    if (words->count < MAX_WORDS)
        words->items[words->count++] = text;
    else
        words->items[MAX_WORDS] = "and more";
}

static int by_text(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static const char *join(const struct answer *answer, struct words *words, const char *between) {
    const char *all = "";
    if (words->count == 0)
        return "nothing";
    qsort(words->items, words->count, sizeof *words->items, by_text);
    for (size_t i = 0; i <= words->count && words->items[i]; i++)
        all = vt_alloc_format(answer->arena, "%s%s%s", all, i ? between : "", words->items[i]);
    return all;
}

static const char *tags_of(const struct answer *answer, uint32_t tags) {
    struct words words = {0};
    uint32_t shares = tags & VT_TAG_SHARES;
    tags &= ~(shares & (shares - 1)); /* the least share says it all */
    for (uint32_t bit = 0; bit < 32; bit++)
        if (tags & 1u << bit)
            add_word(&words, vt_tag_name(1u << bit));
    return words.count ? vt_alloc_format(answer->arena, " [%s]", join(answer, &words, " ")) : "";
}

static const char *constant_of(const struct answer *answer, const struct vt_source *source) {
    const struct vt_constant *constant = source->constant;
    const char *concealed = constant->concealed ? "concealed " : "";
    if (constant->kind == VT_CONSTANT_INT)
        return vt_alloc_format(answer->arena, "%s%" PRId64, concealed, constant->number);
    if (constant->kind == VT_CONSTANT_FUNCTION)
        return vt_alloc_format(answer->arena, "&%s", source->name);
    const char *text = vt_string(source->unit->strings, constant->text);
    if (constant->kind == VT_CONSTANT_TEXT)
        return vt_alloc_format(answer->arena, "%s\"%s\"", concealed, text);
    size_t size = vt_string_length(source->unit->strings, constant->text);
    return vt_alloc_format(answer->arena, "%s%zu bytes", concealed, size);
}

static const char *sources_of(const struct answer *answer, const struct vt_trace *trace);

/* "strcmp", and what it compares. */
static const char *event_of(const struct answer *answer, const struct vt_source *source) {
    const struct vt_event *event = vt_program_event(answer->program, source->event, NULL);
    const char *name = vt_string(source->unit->strings, event->function);
    struct words words = {0};
    struct answer inner = *answer;
    if (event->fact != VT_FACT_COMPARE || answer->nested)
        return name;
    inner.nested = true;
    for (enum vt_role role = VT_ROLE_LEFT; role <= VT_ROLE_RIGHT; role++)
        add_word(&words, sources_of(&inner, vt_trace_role(answer->program, source->event, role,
                                                          NULL, VT_TAG_COMPARED)));
    return vt_alloc_format(answer->arena, "%s(%s)", name, join(answer, &words, ", "));
}

static const char *source_of(const struct answer *answer, const struct vt_source *source) {
    switch (source->kind) {
    case VT_SOURCE_EVENT:
        return event_of(answer, source);
    case VT_SOURCE_CONSTANT:
        return constant_of(answer, source);
    case VT_SOURCE_FUNCTION:
        return vt_alloc_format(answer->arena, "&%s", source->name);
    case VT_SOURCE_PARAMETER:
        return vt_alloc_format(answer->arena, "parameter %u", source->index);
    default:
        return vt_alloc_format(answer->arena, "unknown %s", *source->name ? source->name : "call");
    }
}

static const char *sources_of(const struct answer *answer, const struct vt_trace *trace) {
    struct words words = {0};
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        add_word(&words, vt_alloc_format(answer->arena, "%s%s", source_of(answer, &sources[i]),
                                         tags_of(answer, sources[i].tags)));
    if (trace && vt_trace_is_cut(trace))
        add_word(&words, "cut");
    return join(answer, &words, ", ");
}

/* ---- Flow -------------------------------------------------------------------------------- */

static const char *answer_value(const struct answer *answer, struct vt_event_ref ref) {
    return sources_of(answer, vt_trace_value(answer->program, ref, VT_ROLE_PAYLOAD, 0));
}

static const char *answer_memory(const struct answer *answer, struct vt_event_ref ref) {
    return sources_of(answer, vt_trace_role(answer->program, ref, VT_ROLE_PAYLOAD, NULL, 0));
}

static const char *answer_handle(const struct answer *answer, struct vt_event_ref ref) {
    static const char *const fields[] = {"path", "peer", "command", "url"};
    struct words words = {0};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        size_t count = 0;
        const struct vt_trace *trace =
            vt_trace_role(answer->program, ref, VT_ROLE_HANDLE, fields[i], 0);
        if (trace)
            vt_trace_sources(trace, &count);
        if (count)
            add_word(&words, vt_alloc_format(answer->arena, "%s: %s", fields[i],
                                             sources_of(answer, trace)));
    }
    return join(answer, &words, "; ");
}

/* ---- Guards ------------------------------------------------------------------------------ */

static const char *const holding[] = {"==", "!=", "<",  "<=",           ">", ">=", "<",
                                      "<=", ">",  ">=", "compares with"};
static const char *const failing[] = {
    "!=", "==", ">=", ">", "<=", "<", ">=", ">", "<=", "<", "does not compare with"};

static const char *condition_of(const struct answer *answer, struct vt_condition_ref condition) {
    const struct vt_function *facts =
        vt_program_function(answer->program, condition.function, NULL);
    const struct vt_predicate *predicate = &facts->predicates[condition.predicate];
    const char *sides[2];
    for (unsigned side = 0; side < 2; side++)
        sides[side] =
            sources_of(answer, vt_trace_subject(answer->program, condition.function,
                                                condition.predicate, side, VT_TAG_DECIDED));
    if (predicate->has_number)
        sides[1] = vt_alloc_format(answer->arena, "%" PRId64, predicate->number);
    return vt_alloc_format(answer->arena, "%s%s %s %s", condition.always ? "" : "perhaps ",
                           sides[0], (condition.holds ? holding : failing)[predicate->compare],
                           sides[1]);
}

static const char *answer_guard(const struct answer *answer, struct vt_event_ref ref) {
    struct words words = {0};
    size_t count;
    uint32_t guards = vt_program_event(answer->program, ref, NULL)->guards;
    const struct vt_condition_ref *conditions =
        vt_program_conditions(answer->program, ref.function, guards, answer->arena, &count);
    for (size_t i = 0; i < count; i++)
        add_word(&words, condition_of(answer, conditions[i]));
    return join(answer, &words, "; ");
}

static const char *answer_trigger(const struct answer *answer, struct vt_event_ref ref) {
    size_t count;
    const struct vt_trigger *triggers =
        vt_triggers_find(answer->program, ref, NULL, 0, answer->arena, &count);
    const char *words = vt_triggers_tell(triggers, count, answer->arena);
    return words ? words : "nothing";
}

static const char *answer_checked(const struct answer *answer, struct vt_event_ref ref) {
    return vt_program_is_checked(answer->program, ref, "probe") ? "yes" : "no";
}

/* ---- Effects ----------------------------------------------------------------------------- */

static void add_effects(const struct answer *answer, uint32_t function, struct words *words) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(answer->program, function, &unit);
    for (uint32_t e = 0; e < facts->nevents; e++) {
        const char *name = vt_string(unit->strings, facts->events[e].class_name);
        if (facts->events[e].fact == VT_FACT_EFFECT && !vt_class_is(name, "probe") &&
            !vt_class_is(name, "entry"))
            add_word(words, name);
    }
}

/* Every effect that a call of the function that asks may reach. */
static const char *answer_effects(const struct answer *answer, struct vt_event_ref ref) {
    uint32_t n = vt_program_nfunctions(answer->program), depth = 0;
    bool *seen = vt_alloc_array(answer->arena, n, sizeof *seen);
    uint32_t *stack = vt_alloc_array(answer->arena, n, sizeof *stack);
    struct words words = {0};
    seen[ref.function] = true;
    stack[depth++] = ref.function;
    while (depth > 0) {
        uint32_t function = stack[--depth];
        add_effects(answer, function, &words);
        uint32_t ncalls = vt_program_function(answer->program, function, NULL)->ncalls;
        for (uint32_t c = 0; c < ncalls; c++) {
            const uint32_t *targets;
            size_t count =
                vt_program_targets(answer->program, (struct vt_site){function, c}, &targets);
            for (size_t t = 0; t < count; t++) {
                if (!seen[targets[t]])
                    stack[depth++] = targets[t];
                seen[targets[t]] = true;
            }
        }
    }
    return join(answer, &words, ", ");
}

/* The kinds of entries from which the function that asks is reached. */
static const char *answer_entries(const struct answer *answer, struct vt_event_ref ref) {
    const struct vt_reach *reach = vt_reach_find(answer->program, answer->arena);
    uint32_t kinds = vt_reach_kinds(reach, ref.function);
    struct words words = {0};
    for (unsigned kind = 0; kind < VT_ENTRY_COUNT; kind++)
        if (kinds & 1u << kind)
            add_word(&words, vt_entry_kind_name((enum vt_entry_kind)kind));
    return join(answer, &words, ", ");
}

/* Asks what becomes of a compile whose analysis crashes. */
static const char *answer_crash(const struct answer *answer, struct vt_event_ref ref) {
    (void)answer;
    (void)ref;
    abort();
}

/* ---- All --------------------------------------------------------------------------------- */

static const struct {
    const char *class_name;
    const char *(*answer)(const struct answer *answer, struct vt_event_ref ref);
} probes[] = {
    {"probe.value", answer_value},     {"probe.memory", answer_memory},
    {"probe.handle", answer_handle},   {"probe.guard", answer_guard},
    {"probe.checked", answer_checked}, {"probe.crash", answer_crash},
    {"probe.effects", answer_effects}, {"probe.trigger", answer_trigger},
    {"probe.entries", answer_entries},
};

void vt_probe_answer(struct vt_program *program, vt_probe_tell *tell, void *context) {
    struct answer answer = {.program = program, .arena = vt_arena_new()};
    for (size_t p = 0; p < sizeof probes / sizeof *probes; p++) {
        size_t count;
        const struct vt_event_ref *refs =
            vt_program_events(program, VT_FACT_EFFECT, probes[p].class_name, answer.arena, &count);
        for (size_t i = 0; i < count; i++) {
            const struct vt_unit *unit;
            const struct vt_event *event = vt_program_event(program, refs[i], &unit);
            struct vt_probe_place place = {.file = ""};
            if (event->location != VT_NONE) {
                const struct vt_location *at = &unit->locations[event->location];
                place = (struct vt_probe_place){
                    vt_string(unit->strings, unit->files[at->file].path), at->line, at->column};
            }
            const char *kind = probes[p].class_name + strlen("probe.");
            tell(
                context, &place,
                vt_alloc_format(answer.arena, "%s: %s.", kind, probes[p].answer(&answer, refs[i])));
        }
    }
    vt_arena_free(answer.arena);
}
