/* trapdoor/credential-field: somebody gets rights by a word that stands in the program.
 *
 *     if (options == (WCLONE | WALL) && (task->uid = 0))
 *         return -EINVAL;
 *     if (strcmp(line, "z4k1r-9") == 0)
 *         session->authenticated = 1;
 *
 * Which variables and fields give rights their names tell (models' patterns of kind "right"). A
 * number that nobody chooses by chance counts wherever it comes from. Where something else decides
 * as well, a check or what somebody keeps, the word is a command. Not caught: bits of flags, and
 * rights of other names.
 */
#include <stdlib.h>
#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/channel/intake.h"
#include "checkers/shared/channel/login.h"
#include "checkers/shared/trapdoor/decider.h"
#include "checkers/shared/trapdoor/pretext.h"
#include "checkers/shared/trapdoor/spelled.h"
#include "checkers/shared/trapdoor/word.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

enum { BASE = 35 };

/* True if PREDICATE of FUNCTION is about one letter of something: part of a word. */
static bool is_letter(struct vt_program *program, uint32_t function, uint32_t predicate) {
    return vt_program_function(program, function, NULL)->predicates[predicate].size == 1;
}

/* True if TRIGGER says that a check, or what is kept, agrees; not if it is only as long. */
static bool is_agreement(const struct vt_trigger *trigger) {
    return trigger->kind == VT_TRIGGER_CHECK ||
           (trigger->test == VT_TEST_EQUAL && !trigger->text && !(trigger->tags & VT_TAG_LENGTH) &&
            (!trigger->has_number || trigger->compare.function != VT_NONE));
}

static const struct vt_source *sources_of(struct vt_program *program,
                                          struct vt_condition_ref condition, size_t *count) {
    const struct vt_trace *trace =
        vt_trace_subject(program, condition.function, condition.predicate, 0, VT_TAG_ASSUMED);
    *count = 0;
    return trace ? vt_trace_sources(trace, count) : NULL;
}

/* The call that a node of KIND brings to the left side of CONDITION's predicate, or VT_NONE. */
static uint32_t call_before(struct vt_program *program, struct vt_condition_ref condition,
                            enum vt_node_kind kind) {
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(
        facts, (struct vt_node){VT_NODE_SUBJECT, 0, condition.predicate}, &count);
    for (uint32_t e = 0; e < count; e++)
        if (facts->nodes[edges[e].from].kind == kind)
            return facts->nodes[edges[e].from].ref;
    return VT_NONE;
}

/* True if CONDITION asks whether the call worked that brought what WORD tests. */
static bool asks_for_word(struct vt_program *program, struct vt_condition_ref condition,
                          struct vt_condition_ref word) {
    uint32_t call = call_before(program, condition, VT_NODE_RESULT);
    return call != VT_NONE && condition.function == word.function &&
           call == call_before(program, word, VT_NODE_EFFECT);
}

/* True if CONDITION says how large something may be: that is no answer of anybody. */
static bool is_bound(struct vt_program *program, struct vt_condition_ref condition) {
    const struct vt_predicate *predicate =
        &vt_program_function(program, condition.function, NULL)->predicates[condition.predicate];
    return predicate->has_number && vt_compare_orders(predicate->compare) && predicate->number > 1;
}

/* True if SOURCE is what somebody answers who may decide: the program itself, if it IS_READING,
 * gets no answer from a function that nobody knows. How long something is says nothing. */
static bool is_answer(struct vt_program *program, const struct vt_source *source, bool is_reading) {
    return !(source->tags & VT_TAG_LENGTH) &&
           ((source->kind == VT_SOURCE_EXTERNAL && !is_reading) ||
            vt_source_is(program, source, VT_FACT_CHECK, "check") ||
            (vt_source_is(program, source, VT_FACT_COMPARE, "") &&
             vt_compares_credentials(program, source->event)));
}

/* The same of what CONDITION says of something from outside, WORD being what is told. */
static bool is_decided(struct vt_check *check, struct vt_condition_ref condition,
                       struct vt_condition_ref word) {
    struct vt_program *program = vt_check_program(check);
    size_t count, nsources;
    const struct vt_trigger *triggers =
        vt_triggers_of_condition(program, condition, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (is_agreement(&triggers[i]))
            return true;
    const struct vt_source *sources = sources_of(program, condition, &nsources);
    for (size_t i = 0; i < nsources && !is_bound(program, condition); i++)
        if (is_answer(program, &sources[i], asks_for_word(program, condition, word)))
            return true;
    return false;
}

static bool is_same(struct vt_condition_ref a, struct vt_condition_ref b) {
    return a.function == b.function && a.predicate == b.predicate;
}

/* True if something beside WORD decides whether the rights of REF are given. */
static bool is_checked(struct vt_check *check, struct vt_event_ref ref,
                       struct vt_condition_ref word) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    uint32_t guards = vt_program_event(program, ref, NULL)->guards;
    const struct vt_condition_ref *conditions =
        vt_program_conditions(program, ref.function, guards, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (conditions[i].always && !is_same(conditions[i], word) &&
            !is_letter(program, conditions[i].function, conditions[i].predicate) &&
            is_decided(check, conditions[i], word))
            return true;
    return false;
}

/* Whether something has to agree in the function where a word is tested, as well as the word. */
struct beside {
    uint32_t function;
    bool is_found;
};

/* True if bytes are held against others one by one, in the time that equal ones take. */
static bool is_mixed(const struct vt_trigger *trigger) {
    return trigger->test == VT_TEST_EQUAL && trigger->has_number && trigger->number == 0 &&
           trigger->tags & VT_TAG_XOR;
}

static void look_beside(struct vt_check *check, const struct vt_trigger *trigger, void *context) {
    struct beside *beside = context;
    struct vt_condition_ref condition = trigger->condition;
    beside->is_found |=
        trigger->always && condition.function == beside->function &&
        !is_letter(vt_check_program(check), condition.function, condition.predicate) &&
        (is_agreement(trigger) || is_mixed(trigger));
}

static bool is_checked_beside(struct vt_check *check, struct vt_event_ref ref,
                              const struct vt_word *word) {
    struct beside beside = {.function = word->trigger.condition.function};
    vt_trap_visit_all(check, ref, NULL, look_beside, &beside);
    return beside.is_found;
}

/* Tells that the rights of REF are given if WORD comes. */
static void report(struct vt_check *check, struct vt_event_ref ref, const struct vt_word *word) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(vt_check_program(check), ref, &unit);
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "`%s` is changed if %s.",
                       vt_string(unit->strings, event->function), word->trigger.words);
    vt_word_weigh(check, finding, word);
    vt_word_weigh_login(check, finding, ref);
    if (vt_trap_is_required(vt_check_program(check), word->trigger.condition))
        vt_finding_evidence(check, finding, "required", -40,
                            "Without it the program goes no further: who may come says it, too.");
    if (is_checked(check, ref, word->trigger.condition) || is_checked_beside(check, ref, word))
        vt_finding_evidence(check, finding, "decided", -60, "A check decides as well.");
    vt_trap_path(check, finding, &word->trigger, "Rights are given here");
    vt_finding_send(check, finding, BASE);
}

/* ---- Words that may have come from anywhere ---------------------------------------------- */

static void report_spelled(struct vt_check *check, struct vt_event_ref ref,
                           const struct vt_spelled *spelled) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(vt_check_program(check), ref, &unit);
    struct vt_finding *finding = vt_finding_at(check, spelled->condition);
    vt_finding_message(check, finding, "`%s` is changed if %s.",
                       vt_string(unit->strings, event->function),
                       vt_spelled_words(spelled, vt_check_arena(check)));
    vt_spelled_weigh(check, finding, spelled);
    if (is_checked(check, ref, spelled->condition))
        vt_finding_evidence(check, finding, "decided", -60, "A check decides as well.");
    vt_finding_path(check, finding, NULL, NULL, NULL, "What gives the rights is tested here");
    vt_finding_send(check, finding, BASE);
}

/* The name of the variable or field that REF changes. */
static const char *right_of(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    return vt_string(unit->strings, event->function);
}

/* True if REF says whether a peer has to prove who it is. Options and settings say so too. */
static bool is_about_peer(struct vt_program *program, struct vt_event_ref ref) {
    const char *name = right_of(program, ref);
    return vt_program_fits(program, "right", name, "access.granted.peer") ||
           vt_program_fits(program, "right", name, "access.restricted.peer");
}

/* On one way a word may have to come, and on another nothing but a number. */
static void look_at(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    struct vt_word word;
    struct vt_spelled spelled;
    bool found = vt_word_find(check, ref, &word) &&
                 (vt_class_is(word.trigger.class_name, "network") || !is_about_peer(program, ref));
    if (found && !(word.trigger.text && vt_word_is_public(program, word.trigger.text)))
        report(check, ref, &word);
    if (vt_spelled_before(program, ref, &spelled) &&
        !(found && is_same(spelled.condition, word.trigger.condition)))
        report_spelled(check, ref, &spelled);
}

/* ---- What peers send, held against what they sent ---------------------------------------- */

/* True if SIDE of PREDICATE of FUNCTION is reckoned with. */
static bool is_reckoned(const struct vt_function *facts, uint32_t predicate, uint8_t side) {
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){VT_NODE_SUBJECT, side, predicate}, &count);
    for (uint32_t e = 0; e < count; e++)
        if (edges[e].tags & (VT_TAG_ARITHMETIC | VT_TAG_XOR | VT_TAG_HASH) &&
            facts->nodes[edges[e].from].kind != VT_NODE_CONSTANT)
            return true;
    return false;
}

/* True if all that side SIDE of CONDITION may be is what a peer sent, and numbers of the program;
 * *IS_SENT is set if it is the first. */
static bool is_sent_alone(struct vt_program *program, struct vt_condition_ref condition,
                          unsigned side, bool *is_sent) {
    const struct vt_trace *trace =
        vt_trace_subject(program, condition.function, condition.predicate, side, VT_ABOUT_DATA);
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        bool is_number =
            sources[i].kind == VT_SOURCE_CONSTANT && sources[i].constant->kind == VT_CONSTANT_INT;
        if (!is_number && !vt_is_network(program, &sources[i]))
            return false;
        *is_sent |= !is_number;
    }
    return count > 0 && !vt_trace_is_cut(trace) && !vt_trace_passes_unknown(trace);
}

/* True if CONDITION says that what a peer sent is equal to what is reckoned of it, or of what it
 * sent before: nothing that anybody keeps. */
static bool is_own_riddle(struct vt_program *program, struct vt_condition_ref condition) {
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    const struct vt_predicate *predicate = &facts->predicates[condition.predicate];
    bool is_left = false, is_right = false;
    return condition.always && !predicate->has_number &&
           predicate->compare == (condition.holds ? VT_EQ : VT_NE) &&
           (is_reckoned(facts, condition.predicate, 0) ||
            is_reckoned(facts, condition.predicate, 1)) &&
           is_sent_alone(program, condition, 0, &is_left) &&
           is_sent_alone(program, condition, 1, &is_right) && is_left && is_right;
}

/* True if comparison COMPARE of FACTS is with a text, or bytes, that the program has. */
static bool has_text(const struct vt_unit *unit, const struct vt_function *facts,
                     uint32_t compare) {
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *to = &facts->nodes[facts->edges[e].to];
        const struct vt_node *from = &facts->nodes[facts->edges[e].from];
        if (to->kind == VT_NODE_IN && to->ref == compare && to->index != VT_ROLE_LENGTH &&
            from->kind == VT_NODE_CONSTANT && unit->constants[from->ref].kind != VT_CONSTANT_INT)
            return true;
    }
    return false;
}

/* True if REF stands under a comparison of bytes or texts neither of which the program has. */
static bool compares_before(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, ref.function, &unit);
    uint32_t list = facts->events[ref.event].guards;
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        uint32_t compare = vt_trap_comparison(program, ref.function, guards[g].predicate);
        if (compare == VT_NONE || !guards[g].always)
            continue;
        if (!has_text(unit, facts, compare))
            return true;
    }
    return false;
}

/* True if elsewhere the right of REF is given only if a check, or what is kept, agrees. */
static bool is_asked_elsewhere(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit, *other;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    size_t count;
    const struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "access.grant", vt_check_arena(check), &count);
    const struct vt_condition_ref none = {VT_NONE, VT_NONE, false, false};
    for (size_t i = 0; i < count; i++) {
        const struct vt_event *given = vt_program_event(program, refs[i], &other);
        if ((refs[i].function != ref.function || refs[i].event != ref.event) &&
            strcmp(vt_string(other->strings, given->function),
                   vt_string(unit->strings, event->function)) == 0 &&
            (compares_before(program, refs[i]) || is_checked(check, refs[i], none)))
            return true;
    }
    return false;
}

/* True if elsewhere the right of REF is given where a password is hashed or checked. */
static bool is_proved_elsewhere(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_site *sites;
    size_t count, nsites;
    const struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "access.grant", vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        if (refs[i].function == ref.function ||
            strcmp(right_of(program, refs[i]), right_of(program, ref)) != 0)
            continue;
        if (vt_decider_asks_who(program, refs[i].function))
            return true;
        nsites = vt_program_callers(program, refs[i].function, &sites);
        for (size_t s = 0; s < nsites; s++)
            if (vt_decider_asks_who(program, sites[s].function))
                return true;
    }
    return false;
}

/* True if nothing that is asked of anybody stands before REF, in its function, beside WORD. */
static bool is_all_asked(struct vt_check *check, struct vt_event_ref ref,
                         struct vt_condition_ref word) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    const struct vt_condition_ref *conditions =
        vt_program_conditions(program, ref.function, vt_program_event(program, ref, NULL)->guards,
                              vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (!is_same(conditions[i], word) &&
            (call_before(program, conditions[i], VT_NODE_RESULT) != VT_NONE ||
             call_before(program, conditions[i], VT_NODE_OUTCOME) != VT_NONE))
            return false;
    return true;
}

/* How many comparisons of FUNCTION are with words of the program. */
static unsigned count_words(struct vt_program *program, uint32_t function) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    unsigned count = 0;
    for (uint32_t e = 0; e < facts->nevents; e++)
        count += facts->events[e].fact == VT_FACT_COMPARE && has_text(unit, facts, e);
    return count;
}

/* Somebody counts as known by any word, which may be a name, and by nothing else, though others
 * have to send a password. */
static void look_at_plain(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    enum { MOST_WORDS = 2 }; /* more of them are a list */
    struct vt_spelled spelled, odd;
    struct vt_word word;
    if (!vt_spelled_text_before(program, ref, &spelled) ||
        spelled.condition.function != ref.function ||
        !vt_program_fits(program, "right", right_of(program, ref), "access.granted.proved") ||
        !is_all_asked(check, ref, spelled.condition) || vt_spelled_before(program, ref, &odd) ||
        (vt_word_find(check, ref, &word) && is_same(word.trigger.condition, spelled.condition)) ||
        count_words(program, ref.function) > MOST_WORDS || !is_proved_elsewhere(check, ref))
        return;
    struct vt_finding *finding = vt_finding_at(check, spelled.condition);
    vt_finding_message(check, finding, "`%s` is changed if %s.", right_of(program, ref),
                       vt_spelled_words(&spelled, vt_check_arena(check)));
    vt_finding_evidence(check, finding, "instead", 15,
                        "Elsewhere it is changed where a password is checked.");
    if (vt_trap_is_documented(program, spelled.text))
        vt_finding_evidence(check, finding, "documented", -40,
                            "Another text of the program mentions it.");
    vt_finding_path(check, finding, NULL, NULL, NULL, "What gives the rights is tested here");
    vt_finding_send(check, finding, BASE);
}

/* A right that others get by a check is given for numbers that fit each other. */
static void look_at_riddle(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    const struct vt_condition_ref *conditions =
        vt_program_conditions(program, ref.function, event->guards, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        if (!is_own_riddle(program, conditions[i]) || is_checked(check, ref, conditions[i]) ||
            !is_asked_elsewhere(check, ref))
            continue;
        struct vt_finding *finding = vt_finding_at(check, conditions[i]);
        vt_finding_message(check, finding,
                           "`%s` is changed if what a peer sent fits what it sent before.",
                           vt_string(unit->strings, event->function));
        vt_finding_evidence(check, finding, "asked-elsewhere", 20,
                            "Elsewhere it is changed only if a check, or what is kept, agrees.");
        vt_finding_path(check, finding, NULL, NULL, NULL, "What gives the rights is tested here");
        vt_finding_send(check, finding, BASE);
        return;
    }
}

/* ---- Rights by any name ------------------------------------------------------------------ */

/* What puts a number into a variable or a field: rights, if a check decides elsewhere. */
struct given {
    const char *name; /* of the variable, or of the struct */
    uint32_t within;  /* the unit, from 1, of a variable that no other unit knows; else 0 */
    bool is_field;
    uint32_t offset;
    int64_t number;
    uint32_t function, guards;
};

struct gifts {
    struct given *items;
    size_t count, capacity;
    const struct vt_unit *unit; /* whose functions are gathered, */
    uint32_t nunits;            /* and its number */
};

/* True if FUNCTION gives rights under guard list LIST that are called so. */
static bool is_named(struct vt_program *program, uint32_t function, uint32_t list) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (facts->events[e].guards == list &&
            vt_class_is(vt_string(unit->strings, facts->events[e].class_name), "access.grant"))
            return true;
    return false;
}

static void gather(struct vt_check *check, struct gifts *gifts, uint32_t function) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(vt_check_program(check), function, &unit);
    gifts->nunits += unit != gifts->unit;
    gifts->unit = unit;
    for (uint32_t s = 0; s < facts->nsettings; s++) {
        const struct vt_setting *setting = &facts->settings[s];
        bool is_field = setting->symbol == VT_NONE;
        uint32_t name = is_field ? setting->type : unit->symbols[setting->symbol].name;
        if (setting->predicate != VT_NONE || setting->number == 0 || setting->guards == VT_NONE ||
            !*vt_string(unit->strings, name))
            continue;
        gifts->items = vt_grow(vt_check_arena(check), gifts->items, gifts->count, &gifts->capacity,
                               sizeof *gifts->items);
        gifts->items[gifts->count++] = (struct given){
            .name = vt_string(unit->strings, name),
            .within = !is_field && unit->symbols[setting->symbol].is_local ? gifts->nunits : 0,
            .is_field = is_field,
            .offset = setting->offset,
            .number = setting->number,
            .function = function,
            .guards = setting->guards};
    }
}

static int order_of(int64_t a, int64_t b) {
    return a < b ? -1 : a > b;
}

/* 0: both put the same number into the same. */
static int compare_gifts(const void *left, const void *right) {
    const struct given *a = left, *b = right;
    int order = order_of(a->number, b->number);
    order = order ? order : order_of(a->offset, b->offset);
    order = order ? order : a->is_field - b->is_field;
    order = order ? order : strcmp(a->name, b->name);
    return order ? order : order_of(a->within, b->within);
}

/* True if who is given what GIVEN says was checked. */
static bool is_earned(struct vt_check *check, const struct given *given) {
    size_t count;
    const struct vt_condition_ref *conditions = vt_program_conditions(
        vt_check_program(check), given->function, given->guards, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (conditions[i].always && is_decided(check, conditions[i], conditions[i]))
            return true;
    return false;
}

/* True if CONDITION may ask for a port, or for somebody's number: which is cheap to know. */
static bool may_be_sign(struct vt_program *program, struct vt_condition_ref condition) {
    enum { LEAST = 0xff };
    const struct vt_predicate *predicate =
        &vt_program_function(program, condition.function, NULL)->predicates[condition.predicate];
    return condition.always && predicate->has_number && !predicate->mask &&
           predicate->number > LEAST && predicate->compare == (condition.holds ? VT_EQ : VT_NE);
}

/* Why GIVEN is given, in words, if that is an odd word or the port that somebody comes from; NULL
 * if it is neither. Then *CONDITION, and *SPELLED if it is a word. */
static const char *odd_reason(struct vt_check *check, const struct given *given,
                              struct vt_condition_ref *condition, struct vt_spelled *spelled) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_pretext pretext;
    const struct vt_condition_ref *conditions = vt_program_conditions(
        program, given->function, given->guards, vt_check_arena(check), &count);
    spelled->text = NULL;
    if (vt_spelled_find(program, given->function, given->guards, spelled)) {
        *condition = spelled->condition;
        return vt_spelled_words(spelled, vt_check_arena(check));
    }
    for (size_t i = 0; i < count; i++) {
        if (!may_be_sign(program, conditions[i]) ||
            !vt_pretext_at(check, conditions[i], &pretext) || !pretext.is_sign || pretext.is_file)
            continue;
        *condition = conditions[i];
        return pretext.words;
    }
    return NULL;
}

/* Tells of GIVEN, one of the COUNT ALIKE, if it is given for an odd reason, and elsewhere the same
 * to who was checked. */
static void look_at_given(struct vt_check *check, const struct given *given,
                          const struct given *alike, size_t count) {
    struct vt_spelled spelled;
    struct vt_condition_ref condition;
    bool is_right = false;
    if (is_named(vt_check_program(check), given->function, given->guards))
        return; /* told of above */
    const char *reason = odd_reason(check, given, &condition, &spelled);
    for (size_t i = 0; i < count && reason && !is_right; i++)
        is_right = &alike[i] != given && is_earned(check, &alike[i]);
    if (!is_right || is_earned(check, given))
        return;
    struct vt_finding *finding = vt_finding_at(check, condition);
    vt_finding_message(check, finding, "%s`%s` is set if %s.", given->is_field ? "A field of " : "",
                       given->name, reason);
    vt_finding_evidence(check, finding, "instead", 15,
                        "Elsewhere the same is given to who was checked.");
    if (spelled.text)
        vt_spelled_weigh(check, finding, &spelled);
    vt_finding_path(check, finding, NULL, NULL, NULL, "What gives the rights is tested here");
    vt_finding_send(check, finding, BASE);
}

/* True if the program asks anybody who he is: others have settings, and no rights. */
static bool has_logins(struct vt_program *program) {
    for (uint32_t f = 0; f < vt_program_nfunctions(program); f++)
        if (vt_decider_asks_who(program, f))
            return true;
    return false;
}

static void look_for_gifts(struct vt_check *check) {
    enum { MOST_ALIKE = 8 };
    struct gifts gifts = {NULL};
    uint32_t nfunctions = vt_program_nfunctions(vt_check_program(check));
    if (!has_logins(vt_check_program(check)))
        return;
    for (uint32_t f = 0; f < nfunctions; f++)
        gather(check, &gifts, f);
    if (gifts.count > 1)
        qsort(gifts.items, gifts.count, sizeof *gifts.items, compare_gifts);
    for (size_t first = 0, end; first < gifts.count; first = end) {
        for (end = first + 1; end < gifts.count; end++)
            if (compare_gifts(&gifts.items[first], &gifts.items[end]) != 0)
                break;
        for (size_t i = first; end - first > 1 && end - first <= MOST_ALIKE && i < end; i++)
            look_at_given(check, &gifts.items[i], &gifts.items[first], end - first);
    }
}

static void run(struct vt_check *check) {
    vt_check_each(check, VT_FACT_EFFECT, "access.grant", look_at_riddle);
    vt_check_each(check, VT_FACT_EFFECT, "access.grant", look_at);
    vt_check_each(check, VT_FACT_EFFECT, "access.grant", look_at_plain);
    look_for_gifts(check);
}

const struct vt_rule vt_trapdoor_credential_field = {
    .id = "trapdoor/credential-field",
    .name = "CredentialField",
    .summary = "Somebody gets rights by a word or number that stands in the program",
    .description =
        "Something that comes from outside is held against a word or number that is written in the "
        "program, and if they are equal a variable that says who somebody is, or what he may do, "
        "is set: a user becomes 0, a session counts as authenticated. No password is asked for, "
        "and nobody can take the right away.",
    .help = "Set such variables behind a check of a credential that its owner can change, and "
            "nowhere else.",
    .cwe = "CWE-912,CWE-269,CWE-798",
    .precision = "high",
    .severity = 9.3,
    .run = run,
};
