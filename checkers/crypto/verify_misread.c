/* crypto/verify-misread: a signature, MAC, certificate or password is checked, and the result is
 * not what decides.
 *
 *     EVP_DigestVerify(context, signature, 256, data, size);
 *
 *     if (!EVP_VerifyFinal(context, signature, size, key))   // -1 is an error, and no 0
 *         return -1;
 *
 * Also: the result is only logged, overwritten by success, or read the wrong way round, and a
 * way that returns success goes round the check, or all callers turn it off by a parameter. Results
 * are followed through returns, not through memory. Not caught: checks that no model names.
 */
#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/choice.h"
#include "checkers/shared/crypto/material.h"
#include "checkers/shared/verdict.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

enum { MAX_DEPTH = 3 };

/* A node that holds a check's result: the OUTCOME of the check, or the RESULT of a call. */
struct place {
    uint32_t function;
    enum vt_node_kind kind;
    uint32_t ref;
    unsigned depth; /* returns it has come through */
};

enum flaw { FINE, DROPPED, BLURRED, INVERTED, OVERWRITTEN };

struct reading {
    enum flaw flaw;
    uint32_t function; /* where */
    bool translated;   /* of what a function returns for the check's result */
};

/* ---- What a condition tells of a result ---------------------------------------------------- */

/* Results that checks give, by what success is. */
struct domain {
    enum vt_success success;
    int64_t good, bad[2];
    bool is_of_use; /* what was checked comes from outside: no test that forged data are refused */
};

static const struct domain domains[] = {
    {VT_SUCCESS_ZERO, 0, {-1, 1}, false},          {VT_SUCCESS_ONE, 1, {-1, 0}, false},
    {VT_SUCCESS_NONZERO, 1, {0, 0}, false},        {VT_SUCCESS_POSITIVE, 1, {-1, 0}, false},
    {VT_SUCCESS_NOT_NEGATIVE, 0, {-1, -1}, false}, {VT_SUCCESS_NONNULL, 1, {0, 0}, false},
};

static const struct domain *find_domain(uint8_t success) {
    for (size_t i = 0; i < sizeof domains / sizeof *domains; i++)
        if (domains[i].success == success)
            return &domains[i];
    return NULL;
}

static bool holds_for(const struct vt_predicate *predicate, int64_t number) {
    int64_t than = predicate->number;
    switch (predicate->compare) {
    case VT_EQ:
        return number == than;
    case VT_NE:
        return number != than;
    case VT_SLT:
        return number < than;
    case VT_SLE:
        return number <= than;
    case VT_SGT:
        return number > than;
    case VT_SGE:
        return number >= than;
    default: /* results are signed; as unsigned only 0 stays apart */
        return predicate->compare == VT_UGT || predicate->compare == VT_UGE ? number != 0
                                                                            : number == 0;
    }
}

/* True if PREDICATE tells success from failure number WHICH. */
static bool tells(const struct domain *domain, const struct vt_predicate *predicate, int which) {
    return !predicate->has_number ||
           holds_for(predicate, domain->good) != holds_for(predicate, domain->bad[which]);
}

/* ---- Where a result goes ----------------------------------------------------------------- */

#define ABOUT (VT_TAG_DECIDED | VT_TAG_COMPARED)

static bool is_log(const struct vt_unit *unit, const struct vt_event *event) {
    const char *name = vt_string(unit->strings, event->class_name);
    return event->fact == VT_FACT_EFFECT &&
           (vt_class_is(name, "terminal.write") || vt_class_is(name, "log.write") ||
            vt_class_is(name, "io.write"));
}

/* True if PREDICATE has a say in what is done, but for logging. */
static bool acts(const struct vt_unit *unit, const struct vt_function *facts, uint32_t predicate) {
    for (uint32_t c = 0; c < facts->ncalls; c++)
        if (vt_list_has(facts, facts->calls[c].guards, predicate))
            return true;
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (!is_log(unit, &facts->events[e]) &&
            vt_list_has(facts, facts->events[e].guards, predicate))
            return true;
    for (uint32_t i = 0; i < facts->nsettings; i++)
        if (vt_list_has(facts, facts->settings[i].guards, predicate))
            return true;
    return false;
}

/* True if PREDICATE has a say in anything but what is logged. */
static bool matters(const struct vt_unit *unit, const struct vt_function *facts,
                    uint32_t predicate) {
    for (uint32_t v = 0; v < facts->nverdicts; v++)
        if (vt_list_has(facts, facts->verdicts[v].guards, predicate))
            return true;
    return acts(unit, facts, predicate);
}

/* What becomes of the result at PLACE in its function. */
struct use {
    bool any;           /* it goes somewhere */
    bool tested;        /* by a condition that matters */
    bool told[2];       /* one tells success from that failure */
    bool returned;      /* as it is */
    uint32_t predicate; /* one that tells it from both, or VT_NONE */
};

/* Whether PREDICATE of the result, or its opposite, must hold where verdict V is returned. */
static int needs(const struct vt_function *facts, uint32_t v, uint32_t predicate) {
    return vt_list_needs(facts, facts->verdicts[v].guards, predicate);
}

/* True if PREDICATE asks for one certain failure, and whatever else comes out is returned as an
 * error: a test that forged data are refused. */
static bool wants_failure(const struct vt_function *facts, const struct domain *domain,
                          uint32_t number) {
    const struct vt_predicate *predicate = &facts->predicates[number];
    bool is_equal = predicate->compare == VT_EQ, any = false;
    if (domain->is_of_use || !predicate->has_number || (!is_equal && predicate->compare != VT_NE) ||
        predicate->number == domain->good)
        return false;
    for (uint32_t v = 0; v < facts->nverdicts; v++) {
        int need = needs(facts, v, number);
        if (need == 0 || (need > 0) == is_equal)
            continue;
        if (facts->verdicts[v].number >= 0)
            return false;
        any = true;
    }
    return any;
}

static void use_predicate(const struct vt_unit *unit, const struct vt_function *facts,
                          const struct domain *domain, uint32_t number, struct use *use) {
    const struct vt_predicate *predicate = &facts->predicates[number];
    if (!matters(unit, facts, number))
        return;
    bool wanted = wants_failure(facts, domain, number);
    bool first = wanted || tells(domain, predicate, 0);
    bool second = wanted || tells(domain, predicate, 1);
    use->any = use->tested = true;
    use->told[0] |= first;
    use->told[1] |= second;
    if (first && second && !wanted)
        use->predicate = number;
}

/* Parameter INDEX of the functions that SITE calls is the result: what they test of it is told. */
static void use_argument(struct vt_program *program, struct vt_site site, uint32_t index,
                         const struct domain *domain, struct use *use) {
    const uint32_t *targets;
    size_t count = vt_program_targets(program, site, &targets);
    for (size_t i = 0; i < count; i++) {
        const struct vt_function *facts = vt_program_function(program, targets[i], NULL);
        for (uint32_t e = 0; e < facts->nedges; e++) {
            const struct vt_node *from = &facts->nodes[facts->edges[e].from];
            const struct vt_node *to = &facts->nodes[facts->edges[e].to];
            if (from->kind != VT_NODE_FORMAL || from->index != index ||
                to->kind != VT_NODE_SUBJECT || facts->edges[e].tags & ABOUT)
                continue;
            use->told[0] |= tells(domain, &facts->predicates[to->ref], 0);
            use->told[1] |= tells(domain, &facts->predicates[to->ref], 1);
        }
    }
}

static struct use find_use(struct vt_check *check, const struct place *place,
                           const struct domain *domain) {
    const struct vt_unit *unit;
    const struct vt_function *facts =
        vt_program_function(vt_check_program(check), place->function, &unit);
    struct use use = {.predicate = VT_NONE};
    size_t count;
    struct vt_target *targets =
        vt_targets_of(facts, place->kind, place->ref, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        const struct vt_node *to = &facts->nodes[targets[i].node];
        uint32_t tags = targets[i].tags;
        bool is_printed = to->kind == VT_NODE_GLOBAL && tags & VT_TAG_FORMAT; /* on a stream */
        if (is_printed || (to->kind == VT_NODE_IN && is_log(unit, &facts->events[to->ref])))
            continue;
        if (to->kind == VT_NODE_SUBJECT && !(tags & ABOUT)) {
            use_predicate(unit, facts, domain, to->ref, &use);
            continue;
        }
        use.any = true;
        if (to->kind == VT_NODE_ARGUMENT && !(tags & ABOUT))
            use_argument(vt_check_program(check), (struct vt_site){place->function, to->ref},
                         to->index, domain, &use);
        if (to->kind == VT_NODE_RETURN && !(tags & ~(uint32_t)VT_TAG_TRUNCATE))
            use.returned = true;
    }
    return use;
}

/* ---- Flaws ------------------------------------------------------------------------------- */

/* The numbers that are returned if the check came out well, and if not. */
struct verdicts {
    unsigned good, bad; /* how many */
    int64_t good_low, good_high, bad_low, bad_high;
    bool success_after_bad; /* what success of the check itself would be, after it failed */
};

static struct verdicts find_verdicts(const struct vt_function *facts, const struct domain *domain,
                                     uint32_t predicate) {
    struct verdicts found = {
        .good_low = INT64_MAX, .good_high = INT64_MIN, .bad_low = INT64_MAX, .bad_high = INT64_MIN};
    bool good_holds = holds_for(&facts->predicates[predicate], domain->good);
    for (uint32_t v = 0; v < facts->nverdicts; v++) {
        int need = needs(facts, v, predicate);
        int64_t number = facts->verdicts[v].number;
        if (need == 0)
            continue;
        if ((need > 0) == good_holds) {
            found.good++;
            found.good_low = number < found.good_low ? number : found.good_low;
            found.good_high = number > found.good_high ? number : found.good_high;
        } else {
            found.bad++;
            found.bad_low = number < found.bad_low ? number : found.bad_low;
            found.bad_high = number > found.bad_high ? number : found.bad_high;
            found.success_after_bad |= number == domain->good;
        }
    }
    return found;
}

/* True if FACTS call somebody if PREDICATE does (HOLDS) or does not hold, and nobody otherwise. */
static bool calls_only_if(const struct vt_unit *unit, const struct vt_function *facts,
                          uint32_t predicate, bool holds) {
    bool any = false;
    for (uint32_t c = 0; c < facts->ncalls; c++) {
        int need = vt_list_needs(facts, facts->calls[c].guards, predicate);
        if (need != 0 && (need > 0) != holds)
            return false;
        any |= need != 0 && !facts->calls[c].noreturn;
    }
    for (uint32_t e = 0; e < facts->nevents; e++) {
        bool is_effect = facts->events[e].fact == VT_FACT_EFFECT;
        int need = vt_list_needs(facts, facts->events[e].guards, predicate);
        if (need == 0 || (is_effect && !vt_has_consequence(unit, &facts->events[e])))
            continue;
        if ((need > 0) != holds)
            return false;
        any |= is_effect;
    }
    return any;
}

/* A function that returns a negative number only if the check came out well, and otherwise goes on,
 * has it backwards. */
static bool is_inverted(const struct vt_unit *unit, const struct vt_function *facts,
                        const struct domain *domain, uint32_t predicate) {
    const struct vt_predicate *asked = &facts->predicates[predicate];
    if (!asked->has_number)
        return false;
    struct verdicts found = find_verdicts(facts, domain, predicate);
    bool all_negative = found.good > 0 && found.good_low < 0;
    for (uint32_t v = 0; v < facts->nverdicts && all_negative; v++)
        if (facts->verdicts[v].number >= 0 && needs(facts, v, predicate) != 0)
            all_negative = (needs(facts, v, predicate) > 0) != holds_for(asked, domain->good);
    if (!found.bad)
        return all_negative &&
               calls_only_if(unit, facts, predicate, !holds_for(asked, domain->good));
    return all_negative && found.bad_high >= 0;
}

static enum flaw flaw_of(struct vt_program *program, const struct place *place,
                         const struct domain *domain, const struct use *use) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, place->function, &unit);
    if (facts->flags & VT_FUNCTION_CUT)
        return FINE;
    if (!use->any)
        return DROPPED;
    if (use->tested && !(use->told[0] && use->told[1]) && !use->returned)
        return BLURRED;
    if (use->predicate == VT_NONE)
        return FINE;
    if (use->returned && facts->predicates[use->predicate].has_number &&
        find_verdicts(facts, domain, use->predicate).success_after_bad)
        return OVERWRITTEN;
    return is_inverted(unit, facts, domain, use->predicate) ? INVERTED : FINE;
}

/* True if all that FACTS return are numbers that they chose. */
static bool returns_numbers(const struct vt_function *facts) {
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){.kind = VT_NODE_RETURN}, &count);
    for (uint32_t e = 0; e < count; e++)
        if (facts->nodes[edges[e].from].kind != VT_NODE_CONSTANT && !(edges[e].tags & ABOUT))
            return false;
    return true;
}

/* What FACTS return for the results of DOMAIN, which PREDICATE tells apart: of one number for
 * success, that is returned for nothing else, in *TO. */
static bool translate(const struct vt_function *facts, const struct domain *domain,
                      uint32_t predicate, struct domain *to) {
    if (predicate == VT_NONE || !facts->predicates[predicate].has_number || !returns_numbers(facts))
        return false;
    struct verdicts found = find_verdicts(facts, domain, predicate);
    if (!found.good || !found.bad || found.good_low != found.good_high)
        return false;
    for (uint32_t v = 0; v < facts->nverdicts; v++) {
        bool is_good = needs(facts, v, predicate) ==
                       (holds_for(&facts->predicates[predicate], domain->good) ? 1 : -1);
        if (!is_good && facts->verdicts[v].number == found.good_low)
            return false;
    }
    *to = *domain;
    to->good = found.good_low;
    to->bad[0] = found.bad_low;
    to->bad[1] = found.bad_high;
    return true;
}

static struct reading read_result(struct vt_check *check, struct place place,
                                  const struct domain *domain);

/* The first flaw where what the function at PLACE returns is read; LEAST: the mildest that counts.
 */
static struct reading read_returned(struct vt_check *check, const struct place *place,
                                    const struct domain *domain, enum flaw least) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_site *sites;
    size_t count = vt_program_callers(program, place->function, &sites);
    for (size_t i = 0; i < count; i++) {
        const struct vt_function *caller = vt_program_function(program, sites[i].function, NULL);
        if (caller->calls[sites[i].call].is_callback)
            continue;
        struct place at = {sites[i].function, VT_NODE_RESULT, sites[i].call, place->depth + 1};
        struct reading there = read_result(check, at, domain);
        if (there.flaw >= least)
            return there;
    }
    return (struct reading){FINE, place->function, false};
}

/* The first flaw in how the result at PLACE is read, there or where it is returned to. */
static struct reading read_result(struct vt_check *check, struct place place,
                                  const struct domain *domain) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, place.function, &unit);
    struct use use = find_use(check, &place, domain);
    struct reading reading = {flaw_of(program, &place, domain, &use), place.function, false};
    struct domain returned;
    if (reading.flaw != FINE || place.depth == MAX_DEPTH)
        return reading;
    if (use.returned && !use.tested)
        return read_returned(check, &place, domain, DROPPED);
    if (use.returned || !translate(facts, domain, use.predicate, &returned))
        return reading;
    /* A function that has done what there is to do with the result need not be asked. */
    reading = read_returned(check, &place, &returned,
                            acts(unit, facts, use.predicate) ? BLURRED : DROPPED);
    reading.translated = true;
    return reading;
}

/* ---- A way round ------------------------------------------------------------------------- */

static bool is_comparison(struct vt_program *program, struct vt_condition_ref condition) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_subject(program, condition.function, condition.predicate, 0, VT_TAG_HANDLE);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind == VT_SOURCE_EVENT &&
            vt_program_event(program, sources[i].event, NULL)->fact == VT_FACT_COMPARE)
            return true;
    return false;
}

/* True if CONDITION says that root runs the program, who is asked for no password. */
static bool is_root(struct vt_program *program, struct vt_condition_ref condition) {
    if (!vt_condition_excludes(program, condition, 1) ||
        vt_condition_excludes(program, condition, 0))
        return false;
    const struct vt_trace *trace =
        vt_trace_subject(program, condition.function, condition.predicate, 0, VT_ABOUT_DATA);
    return vt_find_source(program, trace, VT_FACT_ORIGIN, "host.user") != NULL;
}

/* True if verdict V stands under conditions that are no comparison (crypto/verify-always-ok tells
 * of these), and that nobody decides who may. */
static bool is_unentitled(struct vt_check *check, uint32_t function, uint32_t v, bool asks_who) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    size_t count;
    struct vt_condition_ref *conditions = vt_program_conditions(
        program, function, facts->verdicts[v].guards, vt_check_arena(check), &count);
    enum vt_decider strongest = VT_DECIDED_BY_NOBODY;
    for (size_t i = 0; i < count; i++) {
        if (is_comparison(program, conditions[i]) || (asks_who && is_root(program, conditions[i])))
            return false;
        enum vt_decider decider = vt_decider_of_condition(program, conditions[i]);
        strongest = decider > strongest ? decider : strongest;
    }
    return !vt_is_entitled(strongest);
}

/* True if one of the COUNT TARGETS is a condition, or what FACTS return. */
static bool is_read(const struct vt_function *facts, const struct vt_target *targets,
                    size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint8_t kind = facts->nodes[targets[i].node].kind;
        if (kind == VT_NODE_SUBJECT || kind == VT_NODE_RETURN)
            return true;
    }
    return false;
}

/* True if a way round check REF returns success, and nobody who may decide does. */
static bool has_way_round(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, ref.function, &unit);
    bool asks_who = vt_class_is(vt_string(unit->strings, facts->events[ref.event].class_name),
                                "check.password");
    size_t count;
    struct vt_target *targets =
        vt_targets_of(facts, VT_NODE_OUTCOME, ref.event, vt_check_arena(check), &count);
    /* A function that is handed the result knows what it means, and which number tells success. */
    if (!is_read(facts, targets, count))
        return false;
    for (uint32_t v = 0; v < facts->nverdicts; v++)
        if (vt_verdict_goes_round(program, ref, v, targets, count) &&
            is_unentitled(check, ref.function, v, asks_who))
            return true;
    return false;
}

/* ---- Telling ----------------------------------------------------------------------------- */

/* True if the function of REF asks afterwards why it failed, and acts on that: the result is read
 * there. */
static bool asks_why(struct vt_check *check, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_function *facts =
        vt_program_function(vt_check_program(check), ref.function, &unit);
    for (uint32_t e = 0; e < facts->nevents; e++) {
        size_t count = 0;
        const struct vt_target *targets = NULL;
        if (vt_class_is(vt_string(unit->strings, facts->events[e].class_name), "check.fault"))
            targets = vt_targets_of(facts, VT_NODE_OUTCOME, e, vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            if (facts->nodes[targets[i].node].kind == VT_NODE_SUBJECT)
                return true;
    }
    return false;
}

/* True if the function of REF takes the chain that was built while certificates were verified. */
static bool takes_chain(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, ref.function, &unit);
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (facts->events[e].fact == VT_FACT_ORIGIN &&
            strcmp(vt_string(unit->strings, facts->events[e].value), "chain") == 0)
            return true;
    return false;
}

static void report(struct vt_check *check, struct vt_event_ref ref, struct reading reading) {
    static const char *const sentences[] = {
        [DROPPED] = "The result of `%s` decides nothing in `%s`: whatever was checked is taken for "
                    "genuine.",
        [BLURRED] = "A result of `%s` that means an error passes for success in `%s`.",
        [INVERTED] =
            "`%s` succeeds, and `%s` then returns an error; it goes on if the check fails.",
        [OVERWRITTEN] = "`%s` fails, and `%s` then returns success.",
    };
    static const int bases[] = {
        [DROPPED] = 60, [BLURRED] = 60, [INVERTED] = 50, [OVERWRITTEN] = 65};
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, sentences[reading.flaw],
                       vt_string(unit->strings, event->function),
                       vt_program_function_name(program, reading.function));
    if (reading.flaw == DROPPED && takes_chain(program, ref))
        vt_finding_evidence(check, finding, "chain", -25,
                            "The chain that was built is taken: it may be all that was wanted.");
    vt_finding_path(check, finding, NULL, NULL, NULL, "The check is made here");
    vt_finding_send(check, finding, bases[reading.flaw] - (reading.translated ? 10 : 0));
}

static void report_way_round(struct vt_check *check, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(vt_check_program(check), ref, &unit);
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       "`%s` also returns what says that `%s` succeeded on a way without it.",
                       vt_program_function_name(vt_check_program(check), ref.function),
                       vt_string(unit->strings, event->function));
    vt_finding_path(check, finding, NULL, NULL, NULL, "The check that is left out stands here");
    vt_finding_send(check, finding, 45);
}

/* True if REF may only end what the same check began, which is asked: their models say so. */
static bool only_ends(struct vt_check *check, struct vt_event_ref ref,
                      const struct domain *domain) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_event *event = vt_program_event(program, ref, NULL);
    const struct vt_function *facts = vt_program_function(program, ref.function, NULL);
    if (strcmp(vt_event_value(program, ref), "ends") != 0)
        return false;
    for (uint32_t e = 0; e < facts->nevents; e++) {
        struct place place = {.function = ref.function, .kind = VT_NODE_OUTCOME, .ref = e};
        if (e != ref.event && facts->events[e].fact == VT_FACT_CHECK &&
            facts->events[e].function == event->function && find_use(check, &place, domain).any)
            return true;
    }
    return false;
}

/* True if the call that checks REF also logs in: what it gives is of no use if it fails. */
static bool logs_in(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, ref.function, &unit);
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (vt_is_same_call(program, ref, (struct vt_event_ref){ref.function, e}) &&
            vt_class_is(vt_string(unit->strings, facts->events[e].class_name), "access.login"))
            return true;
    return false;
}

/* True if data that come from outside the program are what REF checks. */
static bool is_of_use(struct vt_program *program, struct vt_event_ref ref) {
    static const char *const classes[] = {"network", "io.read", "file", "terminal.read"};
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, VT_ABOUT_DATA);
    for (size_t c = 0; c < sizeof classes / sizeof *classes; c++)
        if (vt_find_source(program, trace, VT_FACT_ORIGIN, classes[c]))
            return true;
    return false;
}

/* ---- Checks that nobody asks for ----------------------------------------------------------- */

/* True if all callers of the program are known: FUNCTION is its unit's, or there is a program. */
static bool knows_callers(struct vt_program *program, uint32_t function) {
    return !(vt_program_function(program, function, NULL)->flags & VT_FUNCTION_EXPORTED) ||
           vt_has_main(program);
}

/* True if CONDITION asks for a parameter of its function, and all that callers give for it are
 * numbers by which it does not hold. What these are reckoned with may not be seen. */
static bool is_refused(struct vt_check *check, struct vt_condition_ref condition) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    const struct vt_predicate *predicate = &facts->predicates[condition.predicate];
    const struct vt_trace *trace =
        vt_trace_subject(program, condition.function, condition.predicate, 0, VT_ABOUT_DATA);
    size_t count = 0, nparameters = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    bool is_switch = predicate->compare == VT_EQ || predicate->compare == VT_NE;
    if (!predicate->has_number || !is_switch || !count || vt_trace_is_cut(trace) ||
        vt_trace_tags(trace) & VT_TAG_ARITHMETIC || vt_trace_passes_variable(trace) ||
        vt_trace_passes_unknown(trace))
        return false;
    for (size_t i = 0; i < count; i++) {
        int64_t number;
        if (!vt_source_number(&sources[i], &number) ||
            holds_for(predicate, number) == condition.holds)
            return false;
    }
    const struct vt_parameter *parameters =
        vt_trace_parameters(trace, vt_check_arena(check), &nparameters);
    for (size_t i = 0; i < nparameters; i++)
        if (parameters[i].function == condition.function)
            return true;
    return false;
}

/* True if some caller of FUNCTION makes a check of its own. */
static bool is_checked_before(struct vt_program *program, uint32_t function) {
    const struct vt_site *sites;
    size_t count = vt_program_callers(program, function, &sites);
    for (size_t i = 0; i < count; i++) {
        const struct vt_function *caller = vt_program_function(program, sites[i].function, NULL);
        for (uint32_t e = 0; e < caller->nevents; e++)
            if (caller->events[e].fact == VT_FACT_CHECK)
                return true;
    }
    return false;
}

/* True if REF stands under a parameter that turns it off for whoever calls its function. */
static bool is_never_made(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    const struct vt_condition_ref *conditions =
        vt_program_conditions(program, ref.function, vt_program_event(program, ref, NULL)->guards,
                              vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (conditions[i].always && conditions[i].function == ref.function &&
            is_refused(check, conditions[i]))
            return knows_callers(program, ref.function) &&
                   !is_checked_before(program, ref.function);
    return false;
}

static void report_never_made(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(
        check, finding, "`%s` is never asked: whoever calls `%s` tells it to check nothing.",
        vt_string(unit->strings, event->function), vt_program_function_name(program, ref.function));
    vt_finding_path(check, finding, NULL, NULL, NULL, "The check stands here");
    vt_finding_send(check, finding, 50);
}

static void look_at(struct vt_check *check, struct vt_event_ref ref, bool only_dropped) {
    struct vt_program *program = vt_check_program(check);
    const struct domain *found = find_domain(vt_program_event(program, ref, NULL)->success);
    struct place place = {.function = ref.function, .kind = VT_NODE_OUTCOME, .ref = ref.event};
    if (!found)
        return;
    struct domain domain = *found;
    domain.is_of_use = is_of_use(program, ref);
    struct reading reading = read_result(check, place, &domain);
    if ((only_dropped && reading.flaw != DROPPED) ||
        (reading.flaw == DROPPED &&
         (only_ends(check, ref, &domain) || logs_in(program, ref) || asks_why(check, ref))))
        return;
    if (reading.flaw != FINE)
        report(check, ref, reading);
    else if (has_way_round(check, ref))
        report_way_round(check, ref);
    else if (!only_dropped && is_never_made(check, ref))
        report_never_made(check, ref);
}

static void run(struct vt_check *check) {
    /* Whether an unknown host will do is for the user to say: there it is enough that somebody
     * asks. */
    enum { HOST = 4, PEER };
    static const char *const classes[] = {"check.signature", "check.mac",  "check.certificate",
                                          "check.password",  "check.host", "check.peer"};
    for (size_t c = 0; c < sizeof classes / sizeof *classes; c++) {
        size_t count;
        struct vt_event_ref *refs = vt_program_events(vt_check_program(check), VT_FACT_CHECK,
                                                      classes[c], vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            look_at(check, refs[i], c == HOST || c == PEER);
    }
}

const struct vt_rule vt_crypto_verify_misread = {
    .id = "crypto/verify-misread",
    .name = "VerifyMisread",
    .summary = "The result of a verification is dropped, misread or overwritten",
    .description =
        "A signature, authentication code, certificate or password is checked, and what follows "
        "does not depend on success: nobody looks at the result, an error passes for success, it "
        "is read the wrong way round, success is put in its place, or a way round the check "
        "returns success as well. What is done with the data afterwards does not matter here.",
    .help = "Compare the result with the one value that means success, and return success only "
            "there.",
    .cwe = "CWE-252,CWE-253,CWE-347",
    .precision = "medium",
    .severity = 8.1,
    .run = run,
};
