/* crypto/verify-always-ok: what verifies says "yes" without having looked.
 *
 *     static int judge(int ok, X509_STORE_CTX *store) {
 *         return 1;
 *     }
 *     SSL_CTX_set_verify(context, SSL_VERIFY_PEER, judge);
 *
 *     if (!ok)
 *         ok = 1;                                                 // or
 *     *flags &= ~MBEDTLS_X509_BADCERT_NOT_TRUSTED;
 *
 *     if (strcmp(package->vendor, "fieldtest") == 0)
 *         return 1;
 *     return crypto_sign_verify_detached(signature, data, size, key) == 0;
 *
 * A callback may overrule the library for a reason: a comparison, a check of its own, a setting.
 * Not caught: one whose reason is always true for other reasons than constants; functions that
 * verify by own means (a comparison of digests).
 */
#include <stdlib.h>
#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/choice.h"
#include "checkers/shared/verdict.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

/* ---- Callbacks --------------------------------------------------------------------------- */

/* How a callback says that it accepts. */
enum answer { ACCEPTS_NONZERO, ACCEPTS_ZERO, CLEARS_FLAGS };

#define FLAGS "flags"
#define FAULT "check.fault"
#define GIVEN "certificate.given"

enum { MOST_DEEP = 3 };

static enum answer answer_of(const char *value) {
    if (strcmp(value, "zero") == 0)
        return ACCEPTS_ZERO;
    return strncmp(value, FLAGS, strlen(FLAGS)) == 0 ? CLEARS_FLAGS : ACCEPTS_NONZERO;
}

static bool has_formal(const struct vt_function *facts, uint32_t predicate) {
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *from = &facts->nodes[facts->edges[e].from];
        const struct vt_node *to = &facts->nodes[facts->edges[e].to];
        if (from->kind == VT_NODE_FORMAL && from->index == 0 && to->kind == VT_NODE_SUBJECT &&
            to->ref == predicate)
            return true;
    }
    return false;
}

static bool is_reason(struct vt_program *program, const struct vt_source *source) {
    if (source->kind != VT_SOURCE_EVENT)
        return false;
    uint8_t fact = vt_program_event(program, source->event, NULL)->fact;
    return fact == VT_FACT_CHECK || fact == VT_FACT_COMPARE;
}

/* True if CONDITION has to do with what the library found, a check, a comparison or a setting. */
static bool is_reasoned(struct vt_program *program, struct vt_condition_ref condition) {
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    if (has_formal(facts, condition.predicate))
        return true;
    for (unsigned side = 0; side < 2; side++) {
        size_t count = 0;
        const struct vt_trace *trace =
            vt_trace_subject(program, condition.function, condition.predicate, side, VT_TAG_HANDLE);
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
        for (size_t i = 0; i < count; i++)
            if (is_reason(program, &sources[i]))
                return true;
    }
    return vt_is_entitled(vt_decider_of_condition(program, condition));
}

/* True if PREDICATE is about what the library gives a callback to judge, and nothing else. */
static bool is_about_given(const struct vt_function *facts, uint32_t predicate) {
    bool about = false;
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *from = &facts->nodes[facts->edges[e].from];
        const struct vt_node *to = &facts->nodes[facts->edges[e].to];
        if (to->kind != VT_NODE_SUBJECT || to->ref != predicate || from->kind == VT_NODE_CONSTANT)
            continue;
        if (from->kind != VT_NODE_FORMAL || from->index == 0)
            return false;
        about = true;
    }
    return about;
}

/* True if one of the conditions GUARDS of FUNCTION has a reason; what is about what the library
 * gives alone is none. */
static bool is_reasoned_list(struct vt_check *check, uint32_t function, uint32_t guards) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    size_t count;
    struct vt_condition_ref *conditions =
        vt_program_conditions(program, function, guards, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (!is_about_given(facts, conditions[i].predicate) && is_reasoned(program, conditions[i]))
            return true;
    return false;
}

/* True if FACTS return something that is no constant; what the call returns that goes into *CALL is
 * none. */
static bool passes_on(const struct vt_function *facts, uint32_t *call) {
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){.kind = VT_NODE_RETURN}, &count);
    *call = VT_NONE;
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &facts->nodes[edges[e].from];
        uint32_t tags = edges[e].tags;
        if (from->kind == VT_NODE_CONSTANT || tags & (VT_TAG_DECIDED | VT_TAG_COMPARED))
            continue;
        if (from->kind != VT_NODE_RESULT || tags || (*call != VT_NONE && *call != from->ref))
            return true;
        *call = from->ref;
    }
    return false;
}

/* What parameter FORMAL of FACTS is as an argument of CALL, as it is; VT_NONE: none. */
static uint32_t argument_of(const struct vt_function *facts, uint32_t call, uint32_t formal) {
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *from = &facts->nodes[facts->edges[e].from];
        const struct vt_node *to = &facts->nodes[facts->edges[e].to];
        if (from->kind == VT_NODE_FORMAL && from->index == formal && !facts->edges[e].tags &&
            to->kind == VT_NODE_ARGUMENT && to->ref == call)
            return to->index;
    }
    return VT_NONE;
}

enum outcome { NEVER, SOMETIMES, ALWAYS };

/* How CONDITION comes out where the library refuses: its own answer, parameter FORMAL (or VT_NONE),
 * is 0, what it is asked for says that nobody vouches, and there is a certificate to judge. */
static enum outcome comes_out(struct vt_program *program, struct vt_condition_ref condition,
                              uint32_t formal) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, condition.function, &unit);
    const struct vt_predicate *predicate = &facts->predicates[condition.predicate];
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(
        facts, (struct vt_node){VT_NODE_SUBJECT, 0, condition.predicate}, &count);
    if (!predicate->has_number || count != 1)
        return SOMETIMES;
    const struct vt_node *from = &facts->nodes[edges[0].from];
    const char *found = "";
    if (from->kind == VT_NODE_FORMAL && from->index == formal)
        found = "0";
    else if (from->kind == VT_NODE_OUTCOME &&
             strcmp(vt_string(unit->strings, facts->events[from->ref].class_name), FAULT) == 0)
        found = vt_string(unit->strings, facts->events[from->ref].value);
    else if (from->kind == VT_NODE_OUTCOME && !edges[0].tags &&
             strcmp(vt_string(unit->strings, facts->events[from->ref].class_name), GIVEN) == 0)
        found = "1";
    unsigned held = 0, all = 0;
    char *end;
    for (int64_t left = strtoll(found, &end, 10); end != found; left = strtoll(found, &end, 10)) {
        left = predicate->mask ? left & predicate->mask : left;
        held += vt_compare_holds(predicate->compare, left, predicate->number) == condition.holds;
        all++;
        found = end;
    }
    return !all || (held && held < all) ? SOMETIMES : held ? ALWAYS : NEVER;
}

/* What a way through a function that judges is to one that the library refuses. */
struct way {
    bool possible; /* its conditions do not keep such a one out */
    bool reasoned; /* they ask for more than what the library found */
};

static struct way find_way(struct vt_check *check, uint32_t function, uint32_t guards,
                           uint32_t formal) {
    struct vt_program *program = vt_check_program(check);
    struct way way = {.possible = true};
    size_t count;
    struct vt_condition_ref *conditions =
        vt_program_conditions(program, function, guards, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        enum outcome outcome = comes_out(program, conditions[i], formal);
        way.possible &= !(conditions[i].always && outcome == NEVER);
        way.reasoned |= outcome == SOMETIMES && is_reasoned(program, conditions[i]);
    }
    return way;
}

/* True if every way that is left through FUNCTION, where the library refuses (FORMAL as for
 * comes_out), accepts, and none for a reason. What it asks another function (a lambda is called by
 * one) is looked at there, DEPTH calls deep. */
static bool always_accepts(struct vt_check *check, uint32_t function, enum answer answer,
                           uint32_t formal, unsigned depth) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    uint32_t call;
    if (facts->flags & VT_FUNCTION_CUT || passes_on(facts, &call) ||
        (call == VT_NONE ? !facts->nverdicts : depth == 0))
        return false;
    if (call != VT_NONE) {
        const uint32_t *targets;
        size_t count = vt_program_targets(program, (struct vt_site){function, call}, &targets);
        uint32_t inner = argument_of(facts, call, formal);
        if (count != 1 || !always_accepts(check, targets[0], answer, inner, depth - 1))
            return false;
    }
    for (uint32_t v = 0; v < facts->nverdicts; v++) {
        bool accepts = (facts->verdicts[v].number != 0) == (answer == ACCEPTS_NONZERO);
        struct way way = find_way(check, function, facts->verdicts[v].guards, formal);
        if (way.possible && (!accepts || way.reasoned))
            return false;
    }
    return true;
}

/* True if FUNCTION leaves 0 in what its fourth parameter points to. */
static bool clears_flags(struct vt_program *program, uint32_t function) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    bool clears = false;
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){VT_NODE_OUT, 3, 0}, &count);
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &facts->nodes[edges[e].from];
        if (from->kind == VT_NODE_FORMAL && !edges[e].tags) /* what lies beneath stays */
            continue;
        const struct vt_constant *constant =
            from->kind == VT_NODE_CONSTANT ? &unit->constants[from->ref] : NULL;
        if (!constant || constant->kind != VT_CONSTANT_INT || constant->number != 0)
            return false;
        clears = true;
    }
    return clears;
}

/* True if EVENT of FACTS takes bits away from what the fourth parameter points to. */
static bool is_in_flags(const struct vt_function *facts, uint32_t event) {
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *from = &facts->nodes[facts->edges[e].from];
        const struct vt_node *to = &facts->nodes[facts->edges[e].to];
        if (to->kind == VT_NODE_IN && to->ref == event && from->kind == VT_NODE_FORMAL &&
            from->index == 3)
            return true;
    }
    return false;
}

/* True if FUNCTION takes one of BITS away, for no reason. */
static bool clears_bits(struct vt_check *check, uint32_t function, long long bits) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(vt_check_program(check), function, &unit);
    for (uint32_t e = 0; e < facts->nevents; e++) {
        const struct vt_event *event = &facts->events[e];
        if (strcmp(vt_string(unit->strings, event->class_name), "flags.cleared") == 0 &&
            strtoll(vt_string(unit->strings, event->value), NULL, 10) & bits &&
            is_in_flags(facts, e) && !is_reasoned_list(check, function, event->guards))
            return true;
    }
    return false;
}

/* True if FUNCTION returns what it gets as parameter FORMAL, or constants that accept. */
static bool returns_only(const struct vt_unit *unit, const struct vt_function *facts,
                         uint32_t formal) {
    bool handed_on = false;
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){.kind = VT_NODE_RETURN}, &count);
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &facts->nodes[edges[e].from];
        if (unit->rewrites[edges[e].rewrite].flags & VT_REWRITE_MEMORY)
            continue;
        bool same = from->kind == VT_NODE_FORMAL && from->index == formal;
        bool decides = edges[e].tags & (VT_TAG_DECIDED | VT_TAG_COMPARED);
        if (!same && !decides && from->kind != VT_NODE_CONSTANT)
            return false;
        handed_on |= same && !decides;
    }
    return handed_on;
}

/* True if FUNCTION, which gets what the library found as parameter FORMAL, hands that on unless it
 * is 0, and accepts then: for no other reason, and without a way on which it refuses. */
static bool overrules(struct vt_check *check, uint32_t function, uint32_t formal, unsigned depth) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    const uint32_t *targets;
    uint32_t call;
    bool accepts = false;
    if (facts->flags & VT_FUNCTION_CUT)
        return false;
    if (!passes_on(facts, &call) && call != VT_NONE && depth > 0 &&
        vt_program_targets(program, (struct vt_site){function, call}, &targets) == 1) {
        uint32_t argument = argument_of(facts, call, formal);
        return argument != VT_NONE && overrules(check, targets[0], argument, depth - 1);
    }
    for (uint32_t v = 0; v < facts->nverdicts; v++) {
        size_t count;
        struct vt_condition_ref *conditions = vt_program_conditions(
            program, function, facts->verdicts[v].guards, vt_check_arena(check), &count);
        if (facts->verdicts[v].number == 0 || count == 0)
            return false;
        for (size_t i = 0; i < count; i++)
            if (comes_out(program, conditions[i], formal) != ALWAYS)
                return false;
        accepts = true;
    }
    return accepts && returns_only(unit, facts, formal);
}

/* True if FUNCTION, registered with VALUE to judge, accepts what nobody vouches for. */
static bool agrees_with_all(struct vt_check *check, uint32_t function, const char *value) {
    enum answer answer = answer_of(value);
    bool gets_verdict = strcmp(value, "verdict") == 0;
    if (answer == CLEARS_FLAGS)
        return clears_flags(vt_check_program(check), function) ||
               clears_bits(check, function, strtoll(value + strlen(FLAGS), NULL, 10));
    return always_accepts(check, function, answer, gets_verdict ? 0 : VT_NONE, MOST_DEEP) ||
           (gets_verdict && overrules(check, function, 0, MOST_DEEP));
}

/* True if FUNCTION is called back by a library, as a function that judges is. */
static bool is_called_back(struct vt_program *program, uint32_t function) {
    const struct vt_site *sites;
    size_t count = vt_program_callers(program, function, &sites);
    for (size_t i = 0; i < count; i++) {
        const struct vt_function *caller = vt_program_function(program, sites[i].function, NULL);
        if (caller->calls[sites[i].call].is_callback)
            return true;
    }
    return false;
}

/* True if some function, and no callback, asks how verification came out. */
static bool is_asked_elsewhere(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_event_ref *refs = vt_program_events(program, VT_FACT_CHECK, "check.certificate",
                                                  vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (!is_called_back(program, refs[i].function))
            return true;
    return false;
}

static void report_callback(struct vt_check *check, struct vt_event_ref ref,
                            const struct vt_trace *trace, const struct vt_source *source) {
    struct vt_program *program = vt_check_program(check);
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       "`%s` judges the peer's certificate, and accepts whatever it gets.",
                       vt_program_function_name(program, source->function));
    if (vt_is_entitled(vt_decider_of_event(program, ref)))
        vt_finding_evidence(check, finding, "user-decides", -40,
                            "The user, a setting or the caller decides whether it is used.");
    if (is_asked_elsewhere(check))
        vt_finding_evidence(check, finding, "checked-elsewhere", -40,
                            "The program asks elsewhere how verification came out.");
    vt_finding_path(check, finding, trace, source, "This function is chosen here",
                    "It is registered here");
    vt_finding_send(check, finding, 75);
}

static void look_at_callback(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    const char *value = vt_string(unit->strings, event->value);
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_CODE, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (sources[i].kind != VT_SOURCE_FUNCTION ||
            !agrees_with_all(check, sources[i].function, value))
            continue;
        report_callback(check, ref, trace, &sources[i]);
        return;
    }
}

/* ---- Early success ----------------------------------------------------------------------- */

/* The text that SOURCE, a comparison, is made with; "" if with none. */
static const char *text_compared(struct vt_program *program, const struct vt_source *source) {
    static const enum vt_role sides[] = {VT_ROLE_LEFT, VT_ROLE_RIGHT};
    for (size_t side = 0; side < 2; side++) {
        size_t count = 0;
        const struct vt_trace *trace =
            vt_trace_value(program, source->event, sides[side], VT_ABOUT_DATA);
        const struct vt_source *found = trace ? vt_trace_sources(trace, &count) : NULL;
        for (size_t i = 0; i < count; i++)
            if (*vt_source_text(&found[i]))
                return vt_source_text(&found[i]);
    }
    return "";
}

/* True if CONDITION holds because something is EQUAL to 0 (of a result: the two compared are). */
static bool is_equality(const struct vt_predicate *predicate, bool holds) {
    return predicate->has_number && (predicate->compare == VT_EQ || predicate->compare == VT_NE) &&
           (predicate->compare == VT_EQ) == holds;
}

struct bypass {
    const char *text; /* that something has to be, */
    int64_t number;   /* or the number */
    enum vt_decider decider;
};

/* True if CONDITION says that what SOURCE, a comparison, looks for is there. */
static bool is_found(struct vt_program *program, struct vt_condition_ref condition,
                     const struct vt_source *source) {
    if (source->kind != VT_SOURCE_EVENT)
        return false;
    const struct vt_event *event = vt_program_event(program, source->event, NULL);
    return event->fact == VT_FACT_COMPARE && event->success == VT_SUCCESS_NONNULL &&
           vt_condition_means(program, condition, VT_SUCCESS_NONNULL);
}

/* True if CONDITION holds only if something is a certain constant; then *BYPASS tells which. */
static bool is_password(struct vt_program *program, struct vt_condition_ref condition,
                        struct bypass *bypass) {
    enum { ORDINARY = 255 }; /* kinds, states and error codes */
    const struct vt_predicate *predicate =
        &vt_program_function(program, condition.function, NULL)->predicates[condition.predicate];
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_subject(program, condition.function, condition.predicate, 0, VT_TAG_HANDLE);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    bool finds = false;
    for (size_t i = 0; i < count && predicate->number == 0; i++)
        finds |= is_found(program, condition, &sources[i]);
    if (!finds && !is_equality(predicate, condition.holds))
        return false;
    bypass->decider = vt_decider_of_condition(program, condition);
    bypass->number = predicate->number;
    bypass->text = "";
    for (size_t i = 0; i < count && !*bypass->text; i++)
        if (is_reason(program, &sources[i]) && predicate->number == 0)
            bypass->text = text_compared(program, &sources[i]);
    return *bypass->text || predicate->number > ORDINARY || predicate->number < -ORDINARY;
}

static bool find_bypass(struct vt_check *check, struct vt_event_ref ref, uint32_t verdict,
                        struct bypass *bypass) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, ref.function, NULL);
    size_t count;
    struct vt_condition_ref *conditions = vt_program_conditions(
        program, ref.function, facts->verdicts[verdict].guards, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (conditions[i].always && is_password(program, conditions[i], bypass))
            return true;
    return false;
}

static void report_bypass(struct vt_check *check, struct vt_event_ref ref,
                          const struct bypass *bypass) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(vt_check_program(check), ref, &unit);
    struct vt_finding *finding = vt_finding_new(check, ref);
    const char *name = vt_program_function_name(vt_check_program(check), ref.function);
    if (*bypass->text)
        vt_finding_message(check, finding,
                           "`%s` returns what says that `%s` succeeded, without calling it, if "
                           "something equals \"%.60s\".",
                           name, vt_string(unit->strings, event->function), bypass->text);
    else
        vt_finding_message(check, finding,
                           "`%s` returns what says that `%s` succeeded, without calling it, if "
                           "something equals %lld.",
                           name, vt_string(unit->strings, event->function),
                           (long long)bypass->number);
    if (bypass->decider == VT_DECIDED_BY_USER)
        vt_finding_evidence(check, finding, "user-decides", -40, "The user or a setting decides.");
    if (bypass->decider == VT_DECIDED_BY_OUTSIDE)
        vt_finding_evidence(check, finding, "outside-decides", 10, "Data from outside decide.");
    vt_finding_path(check, finding, NULL, NULL, NULL, "The check that is left out stands here");
    vt_finding_send(check, finding, 65);
}

static void look_at_check(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, ref.function, NULL);
    size_t count;
    struct vt_target *targets =
        vt_targets_of(facts, VT_NODE_OUTCOME, ref.event, vt_check_arena(check), &count);
    for (uint32_t v = 0; v < facts->nverdicts; v++) {
        struct bypass bypass;
        if (!vt_verdict_goes_round(program, ref, v, targets, count) ||
            !find_bypass(check, ref, v, &bypass))
            continue;
        report_bypass(check, ref, &bypass);
        return;
    }
}

static void run(struct vt_check *check) {
    static const char *const classes[] = {"check.signature", "check.mac", "check.certificate",
                                          "check.password"};
    vt_check_each(check, VT_FACT_EFFECT, "net.verify.callback", look_at_callback);
    for (size_t c = 0; c < sizeof classes / sizeof *classes; c++)
        vt_check_each(check, VT_FACT_CHECK, classes[c], look_at_check);
}

const struct vt_rule vt_crypto_verify_always_ok = {
    .id = "crypto/verify-always-ok",
    .name = "VerifyAlwaysOk",
    .summary = "What verifies accepts without having looked",
    .description =
        "A callback that judges certificates returns \"accepted\" on every way, whatever the "
        "library found, or a function that verifies returns success without its check because "
        "something equals a constant. Callbacks that log and pass the library's verdict on are "
        "fine, and so is a switch of the user.",
    .help = "Return what the library found. Overrule it only for a reason that is compared with "
            "something the user configured, such as the fingerprint of a certificate.",
    .cwe = "CWE-295,CWE-912",
    .precision = "high",
    .severity = 8.8,
    .run = run,
};
