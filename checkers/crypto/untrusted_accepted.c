/* crypto/untrusted-accepted: what found that nobody vouches for a certificate (or not any more, or
 * for somebody else) is asked, and that very answer is taken for good.
 *
 *     static int judge(int ok, X509_STORE_CTX *store) {
 *         if (X509_STORE_CTX_get_error(store) == X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT)
 *             return 1;
 *         return ok;
 *     }
 *
 * Which answers say so is told by the models. A way that also asks for something else that was
 * compared or checked (a fingerprint, a list of hosts) is fine, and so is a callback that takes
 * what is too old under one more condition (of a root, without a clock). Not caught: functions that
 * end the program or the connection instead of returning, answers that are kept and asked
 * elsewhere.
 */
#include <stdlib.h>
#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/channel/intake.h"
#include "checkers/shared/choice.h"
#include "checkers/shared/verdict.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

/* ---- Who judges -------------------------------------------------------------------------- */

/* How FUNCTION says that it accepts. */
enum answer { BY_ITS_RESULTS, ACCEPTS_NONZERO, ACCEPTS_ZERO };

struct judge {
    enum answer answer;
    struct vt_event_ref registered; /* unless BY_ITS_RESULTS */
};

static struct judge find_judge(struct vt_check *check, uint32_t function) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_event_ref *refs = vt_program_events(program, VT_FACT_EFFECT, "net.verify.callback",
                                                  vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        const struct vt_unit *unit;
        const struct vt_event *event = vt_program_event(program, refs[i], &unit);
        const char *value = vt_string(unit->strings, event->value);
        if (vt_has_function(vt_trace_value(program, refs[i], VT_ROLE_CODE, VT_ABOUT_DATA),
                            function))
            return (struct judge){strcmp(value, "zero") == 0 ? ACCEPTS_ZERO : ACCEPTS_NONZERO,
                                  refs[i]};
    }
    return (struct judge){.answer = BY_ITS_RESULTS};
}

static bool accepts(const struct vt_function *facts, int64_t number, enum answer answer) {
    if (answer == BY_ITS_RESULTS)
        return vt_number_accepts(facts, number);
    return (number != 0) == (answer == ACCEPTS_NONZERO);
}

/* ---- Ways -------------------------------------------------------------------------------- */

/* A check whose answers are asked one by one. */
struct asked {
    struct vt_check *check;
    struct vt_event_ref ref; /* the check, or where its function is registered */
    uint32_t function;       /* where they are asked */
    bool by_field;           /* of an argument of the function, and not by a result */
    const struct vt_function *facts;
    const char *listed;              /* answers, with blanks between */
    const struct vt_target *targets; /* of its result */
    size_t ntargets;
};

static bool is_about(const struct asked *asked, uint32_t predicate) {
    if (asked->by_field && !asked->facts->predicates[predicate].size)
        return false;
    for (size_t i = 0; i < asked->ntargets; i++) {
        const struct vt_node *node = &asked->facts->nodes[asked->targets[i].node];
        if (node->kind == VT_NODE_SUBJECT && node->ref == predicate &&
            !(asked->targets[i].tags & (VT_TAG_COMPARED | VT_TAG_DECIDED)))
            return true;
    }
    return false;
}

/* True if ANSWER passes GUARD, of a condition on it. Only equality tells. */
static bool passes(const struct asked *asked, const struct vt_guard *guard, int64_t answer) {
    const struct vt_predicate *predicate = &asked->facts->predicates[guard->predicate];
    int64_t left = predicate->mask ? answer & predicate->mask : answer;
    if (!predicate->has_number || (predicate->compare != VT_EQ && predicate->compare != VT_NE))
        return true;
    return ((left == predicate->number) == (predicate->compare == VT_EQ)) == guard->holds;
}

/* True if GUARD is meant for ANSWER: it asks for this one, or takes what says so away first. */
static bool is_meant(const struct asked *asked, const struct vt_guard *guard, int64_t answer) {
    const struct vt_predicate *predicate = &asked->facts->predicates[guard->predicate];
    return (guard->always || guard->either) && passes(asked, guard, answer) &&
           predicate->has_number &&
           (predicate->mask ? !(answer & predicate->mask) : predicate->number == answer);
}

/* True if verdict VERDICT is for ANSWER: a condition is meant for it, and none keeps it out. */
static bool is_for(const struct asked *asked, uint32_t verdict, int64_t answer) {
    uint32_t list = asked->facts->verdicts[verdict].guards;
    bool meant = false;
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(asked->facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        if (!is_about(asked, guard->predicate))
            continue;
        if (guard->always && !passes(asked, guard, answer))
            return false;
        meant |= is_meant(asked, guard, answer);
    }
    return meant;
}

/* True if CONDITION asks how a check or a comparison came out. */
static bool is_reason(struct vt_program *program, struct vt_condition_ref condition) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_subject(program, condition.function, condition.predicate, 0, VT_TAG_HANDLE);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (sources[i].kind != VT_SOURCE_EVENT)
            continue;
        uint8_t fact = vt_program_event(program, sources[i].event, NULL)->fact;
        if (fact == VT_FACT_CHECK || fact == VT_FACT_COMPARE)
            return true;
    }
    return false;
}

/* What else stands before verdict VERDICT. */
struct beside {
    bool reason;    /* another check, or a comparison */
    bool permitted; /* somebody who may decide does */
    bool other;     /* something that the library does not tell a callback by itself */
};

/* True if PREDICATE of FACTS is about the first parameter alone: what the library found so far. */
static bool is_of_first(const struct vt_function *facts, uint32_t predicate) {
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){VT_NODE_SUBJECT, 0, predicate}, &count);
    return count == 1 && facts->nodes[edges[0].from].kind == VT_NODE_FORMAL &&
           facts->nodes[edges[0].from].index == 0;
}

static struct beside find_beside(const struct asked *asked, uint32_t verdict) {
    struct vt_program *program = vt_check_program(asked->check);
    struct beside beside = {0};
    size_t count;
    struct vt_condition_ref *conditions =
        vt_program_conditions(program, asked->function, asked->facts->verdicts[verdict].guards,
                              vt_check_arena(asked->check), &count);
    for (size_t i = 0; i < count; i++) {
        if (is_about(asked, conditions[i].predicate))
            continue;
        beside.reason |= is_reason(program, conditions[i]);
        beside.other |= !is_of_first(asked->facts, conditions[i].predicate);
        beside.permitted |= vt_decider_of_condition(program, conditions[i]) == VT_DECIDED_BY_USER;
    }
    return beside;
}

/* What is wrong with a certificate, or a host; models list the answers in this order, with bars
 * between. */
static const struct fault {
    const char *words;
    int base;
} faults[] = {
    {"nobody who is trusted vouches for it", 60},
    {"its time is over, and nobody vouches for it any more", 45},
    {"it is somebody else's", 60},
    {"its key is not the one that was known", 60},
};

enum { LATE = 1, HOST = 3, LAST_FAULT = sizeof faults / sizeof *faults - 1 };

/* One of the answers that models list. */
struct answer_listed {
    int64_t number;
    unsigned fault;
};

/* Puts the first answer of *LIST into *ANSWER, and takes it off the list; false if there is none.
 */
static bool next_answer(const char **list, struct answer_listed *answer) {
    char *end;
    const char *at = *list + strspn(*list, " ");
    for (; *at == '|'; at += 1 + strspn(at + 1, " "))
        answer->fault += answer->fault < LAST_FAULT;
    answer->number = strtoll(at, &end, 10);
    *list = end;
    return end != at;
}

static void report(const struct asked *asked, const struct judge *judge,
                   struct answer_listed answer, bool permitted) {
    struct vt_check *check = asked->check;
    struct vt_program *program = vt_check_program(check);
    struct vt_finding *finding = vt_finding_new(check, asked->ref);
    vt_finding_message(check, finding, "`%s` accepts %s of which `%s` says %lld: %s.",
                       vt_program_function_name(program, asked->function),
                       answer.fault == HOST ? "a host" : "a certificate",
                       asked->by_field ? "error" : vt_event_function(program, asked->ref),
                       (long long)answer.number, faults[answer.fault].words);
    if (permitted || (judge->answer != BY_ITS_RESULTS &&
                      vt_decider_of_event(program, judge->registered) == VT_DECIDED_BY_USER))
        vt_finding_evidence(check, finding, "user-decides", -40, "The user or a setting decides.");
    vt_finding_path(check, finding, NULL, NULL, NULL,
                    asked->by_field ? "It is made the judge here" : "What was found is asked here");
    vt_finding_send(check, finding, faults[answer.fault].base);
}

/* True if verdict VERDICT accepts for an answer that is listed; then it is told. */
static bool look_at_verdict(const struct asked *asked, const struct judge *judge,
                            uint32_t verdict) {
    const struct vt_verdict *way = &asked->facts->verdicts[verdict];
    struct answer_listed answer = {0};
    if (way->guards == VT_NONE || !accepts(asked->facts, way->number, judge->answer))
        return false;
    for (const char *at = asked->listed; next_answer(&at, &answer);) {
        if (!is_for(asked, verdict, answer.number))
            continue;
        struct beside beside = find_beside(asked, verdict);
        bool is_narrow = answer.fault == LATE && judge->answer != BY_ITS_RESULTS && beside.other;
        if (!beside.reason && !is_narrow)
            report(asked, judge, answer, beside.permitted);
        return true;
    }
    return false;
}

/* True if what FACTS return, on some way, is no constant: an object, if all is well. */
static bool returns_object(const struct vt_function *facts) {
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){.kind = VT_NODE_RETURN}, &count);
    for (uint32_t e = 0; e < count; e++)
        if (facts->nodes[edges[e].from].kind != VT_NODE_CONSTANT &&
            !(edges[e].tags & (VT_TAG_COMPARED | VT_TAG_DECIDED)))
            return true;
    return false;
}

/* True if ANSWER is excepted by name from those that constants are returned for. */
static bool is_let_through(const struct asked *asked, int64_t answer) {
    bool excepted = false;
    for (uint32_t v = 0; v < asked->facts->nverdicts; v++) {
        uint32_t list = asked->facts->verdicts[v].guards;
        bool is_asked = false, is_out = false;
        if (list == VT_NONE)
            continue;
        uint32_t nguards;
        const struct vt_guard *guards = vt_function_guards(asked->facts, list, &nguards);
        for (uint32_t g = 0; g < nguards; g++) {
            const struct vt_guard *guard = &guards[g];
            if (!is_about(asked, guard->predicate))
                continue;
            is_asked = true;
            if (guard->always && !passes(asked, guard, answer)) {
                is_out = true;
                excepted |= asked->facts->predicates[guard->predicate].number == answer;
            }
        }
        if (is_asked && !is_out)
            return false;
    }
    return excepted;
}

/* Functions that return an object if all is well, and otherwise none. */
static void look_at_objects(const struct asked *asked, const struct judge *judge) {
    struct answer_listed answer = {0};
    if (judge->answer != BY_ITS_RESULTS || !returns_object(asked->facts))
        return;
    for (uint32_t v = 0; v < asked->facts->nverdicts; v++)
        if (asked->facts->verdicts[v].number > 0)
            return;
    for (const char *at = asked->listed; next_answer(&at, &answer);)
        if (is_let_through(asked, answer.number)) {
            report(asked, judge, answer, false);
            return;
        }
}

static void look_at(struct vt_check *check, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(vt_check_program(check), ref, &unit);
    struct asked asked = {.check = check,
                          .ref = ref,
                          .function = ref.function,
                          .facts = vt_program_function(vt_check_program(check), ref.function, NULL),
                          .listed = vt_string(unit->strings, event->value)};
    if (!*asked.listed || asked.facts->flags & VT_FUNCTION_CUT)
        return;
    asked.targets = vt_targets_of(asked.facts, VT_NODE_OUTCOME, ref.event, vt_check_arena(check),
                                  &asked.ntargets);
    struct judge judge = find_judge(check, ref.function);
    for (uint32_t v = 0; v < asked.facts->nverdicts; v++)
        if (look_at_verdict(&asked, &judge, v))
            return;
    look_at_objects(&asked, &judge);
}

/* Functions that are told in a field of an argument what was found. */
static void look_at_told(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_CODE, VT_ABOUT_DATA);
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (sources[i].kind != VT_SOURCE_FUNCTION)
            continue;
        struct asked asked = {.check = check,
                              .ref = ref,
                              .function = sources[i].function,
                              .by_field = true,
                              .facts = vt_program_function(program, sources[i].function, NULL),
                              .listed = vt_string(unit->strings, event->value)};
        struct judge judge = {ACCEPTS_NONZERO, ref};
        asked.targets =
            vt_targets_of(asked.facts, VT_NODE_FORMAL, 0, vt_check_arena(check), &asked.ntargets);
        for (uint32_t v = 0; v < asked.facts->nverdicts; v++)
            if (look_at_verdict(&asked, &judge, v))
                break;
    }
}

static void run(struct vt_check *check) {
    vt_check_each(check, VT_FACT_EFFECT, "net.verify.fault", look_at_told);
    vt_check_each(check, VT_FACT_CHECK, "check.fault", look_at);
    vt_check_each(check, VT_FACT_CHECK, "check.certificate", look_at);
    vt_check_each(check, VT_FACT_CHECK, "check.host", look_at);
}

const struct vt_rule vt_crypto_untrusted_accepted = {
    .id = "crypto/untrusted-accepted",
    .name = "UntrustedAccepted",
    .summary = "A certificate that nobody vouches for is accepted",
    .description =
        "The library says that a certificate is signed by nobody but itself, by somebody unknown, "
        "or not at all, and the program returns success for that very answer. Whoever stands "
        "between the two ends can make such a certificate. To accept one whose fingerprint or name "
        "is compared as well is fine, and so is a switch of the user.",
    .help = "Have the certificate, or the one that signed it, added to what is trusted, and return "
            "what the library found.",
    .cwe = "CWE-295,CWE-296",
    .precision = "high",
    .severity = 8.1,
    .run = run,
};
