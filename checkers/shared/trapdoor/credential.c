/* See credential.h. */
#include "checkers/shared/trapdoor/credential.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "checkers/shared/channel/command.h"
#include "checkers/shared/channel/login.h"
#include "checkers/shared/places.h"
#include "checkers/shared/trapdoor/decider.h"
#include "checkers/shared/trapdoor/prompt.h"
#include "checkers/shared/verdict.h"
#include "engine/base/strings.h"

enum {
    SHORTEST = 4,    /* shorter texts are marks: "*", "x", "no" */
    VOCABULARY = 2,  /* other words that the same is held against */
    TABLE = 8,       /* so many words in one comparison are looked up in a table */
    MOST_HANDS = 12, /* what goes through more parameters is named by none of them */
};

/* ---- What is compared -------------------------------------------------------------------- */

static bool is_asked(struct vt_program *program, const struct vt_source *source) {
    static const char *const classes[] = {"network", "ipc", "terminal.read", "argument",
                                          "secret.credential"};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (vt_source_is(program, source, VT_FACT_ORIGIN, classes[i]))
            return true;
    return source->kind == VT_SOURCE_PARAMETER || vt_trap_is_unnamed(program, source);
}

/* What the system keeps of passwords; "*" and its like stand there for those nobody has. */
static bool is_stored(struct vt_program *program, const struct vt_source *source) {
    return vt_source_is(program, source, VT_FACT_ORIGIN, "secret.credential.stored");
}

static size_t size_of(const struct vt_source *source) {
    bool has_text =
        source->kind == VT_SOURCE_CONSTANT &&
        (source->constant->kind == VT_CONSTANT_TEXT || source->constant->kind == VT_CONSTANT_BYTES);
    return has_text ? vt_string_length(source->unit->strings, source->constant->text) : 0;
}

/* True if a constant that TRACE asks for begins with SALT, as what crypt(3) gives does. */
static bool is_salt(const struct vt_trace *trace, const struct vt_source *salt) {
    size_t count = 0, size = size_of(salt);
    const struct vt_source *sources = vt_trace_sources(trace, &count);
    for (size_t i = 0; i < count; i++)
        if (size_of(&sources[i]) > size &&
            memcmp(vt_source_text(&sources[i]), vt_source_text(salt), size) == 0)
            return true;
    return false;
}

/* Sides ASKED and KEPT of comparison REF. A side with a constant on it is not asked. */
static bool read_sides(struct vt_program *program, struct vt_event_ref ref, enum vt_role asked,
                       enum vt_role kept, struct vt_credential *credential) {
    size_t nasked = 0, nkept = 0;
    *credential = (struct vt_credential){.ref = ref};
    credential->asked = vt_trace_role(program, ref, asked, NULL, VT_ABOUT_DATA);
    const struct vt_trace *other = vt_trace_role(program, ref, kept, NULL, VT_ABOUT_DATA);
    if (!credential->asked || !other)
        return false;
    const struct vt_source *sources = vt_trace_sources(credential->asked, &nasked);
    for (size_t i = 0; i < nasked; i++) {
        if (size_of(&sources[i]) >= SHORTEST && !is_salt(other, &sources[i]))
            return false;
        if (is_stored(program, &sources[i]))
            return false;
        if (!credential->sent && is_asked(program, &sources[i]))
            credential->sent = &sources[i];
    }
    credential->held = other;
    sources = vt_trace_sources(other, &nkept);
    for (size_t i = 0; i < nkept; i++) {
        if (is_asked(program, &sources[i]) ||
            vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "secret"))
            return false;
        if (size_of(&sources[i]) < SHORTEST ||
            vt_program_fits(program, "word", vt_source_text(&sources[i]), "public.choice"))
            continue;
        credential->nwords++;
        if (!credential->word || size_of(&sources[i]) > size_of(credential->word))
            credential->word = &sources[i];
    }
    return credential->sent && credential->word;
}

/* ---- What equality leads to -------------------------------------------------------------- */

enum outcome { REFUSED, ACCEPTED, OPENED };

/* True if PREDICATE, where it HOLDS, means that REF found both sides equal. */
static bool means_equal(struct vt_program *program, struct vt_event_ref ref, uint32_t predicate,
                        bool holds) {
    struct vt_condition_ref condition = {ref.function, predicate, holds, true};
    uint8_t success = vt_program_event(program, ref, NULL)->success;
    return vt_condition_means(program, condition, (enum vt_success)success);
}

/* What stands under a condition that says equal, unequal, one of them on some ways and the other on
 * others, or nothing of it. */
enum side { BESIDE, IF_EQUAL, IF_UNEQUAL, EITHER_WAY };

struct sides {
    bool equal, unequal; /* on some way */
    bool always;         /* equal on every way */
};

static struct sides sides_of(struct vt_program *program, struct vt_event_ref ref, uint32_t list,
                             const struct vt_target *targets, size_t ntargets) {
    const struct vt_function *facts = vt_program_function(program, ref.function, NULL);
    struct sides sides = {false, false, false};
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        for (size_t t = 0; t < ntargets; t++) {
            const struct vt_node *node = &facts->nodes[targets[t].node];
            if (node->kind != VT_NODE_SUBJECT || node->ref != guard->predicate ||
                targets[t].tags & (VT_TAG_COMPARED | VT_TAG_DECIDED)) /* `a && !memcmp()` is one */
                continue;
            bool means = means_equal(program, ref, guard->predicate, guard->holds);
            sides.equal |= means;
            sides.always |= means && guard->always;
            sides.unequal |= means_equal(program, ref, guard->predicate, !guard->holds);
        }
    }
    return sides;
}

static enum side side_of(struct vt_program *program, struct vt_event_ref ref, uint32_t list,
                         const struct vt_target *targets, size_t ntargets) {
    struct sides sides = sides_of(program, ref, list, targets, ntargets);
    if (sides.equal && sides.unequal && !sides.always)
        return EITHER_WAY;
    return sides.equal ? IF_EQUAL : sides.unequal ? IF_UNEQUAL : BESIDE;
}

/* True if ROLE of effect REF names a shell, or a program that lets others in. */
static bool runs_shell(struct vt_program *program, struct vt_event_ref ref, enum vt_role role) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_role(program, ref, role, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (vt_command_opens(vt_source_text(&sources[i])))
            return true;
    return false;
}

bool vt_event_opens(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    const char *class_name = vt_string(unit->strings, event->class_name);
    if (event->fact != VT_FACT_EFFECT)
        return false;
    if (vt_class_is(class_name, "exec"))
        return runs_shell(program, ref, VT_ROLE_PATH) || runs_shell(program, ref, VT_ROLE_COMMAND);
    return vt_class_is(class_name, "privilege.change") || vt_class_is(class_name, "net.listen");
}

/* True if comparison A of FACTS holds something against what comes from where comparison B gets one
 * of its sides, and neither of A's is a text of the program. */
static bool is_of_same(const struct vt_unit *unit, const struct vt_function *facts, uint32_t a,
                       uint32_t b) {
    bool is_same = false;
    for (uint8_t left = VT_ROLE_LEFT; left <= VT_ROLE_RIGHT; left++) {
        struct vt_node mine = {VT_NODE_IN, left, a};
        if (vt_text_at(unit, facts, mine))
            return false;
        for (uint8_t right = VT_ROLE_LEFT; right <= VT_ROLE_RIGHT; right++)
            is_same |= vt_places_shared(facts, mine, (struct vt_node){VT_NODE_IN, right, b}) >
                       VT_SHARES_TYPE;
    }
    return is_same;
}

/* True if what is done under guard list LIST, though not on every way where REF finds both sides
 * equal, is done where another comparison of the function finds the same equal to what is kept: the
 * one stands in for the other, whatever their answers are called. */
static bool is_instead(struct vt_check *check, struct vt_event_ref ref, uint32_t list,
                       const struct vt_target *targets, size_t ntargets) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, ref.function, &unit);
    if (sides_of(program, ref, list, targets, ntargets).always)
        return false;
    for (uint32_t e = 0; e < facts->nevents; e++) {
        struct vt_event_ref other = {ref.function, e};
        size_t count;
        if (e == ref.event || facts->events[e].fact != VT_FACT_COMPARE)
            continue;
        const struct vt_target *others =
            vt_targets_of(facts, VT_NODE_OUTCOME, e, vt_check_arena(check), &count);
        struct sides sides = sides_of(program, other, list, others, count);
        if (sides.equal && !sides.always && is_of_same(unit, facts, e, ref.event))
            return true;
    }
    return false;
}

/* True if the function of REF returns 1 where another comparison finds equality, and 0 elsewhere:
 * what is more than 1 gives more rights. */
static bool gives_rights(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, ref.function, NULL);
    bool refuses = false, admits = false;
    for (uint32_t e = 0; e < facts->nevents; e++) {
        struct vt_event_ref other = {ref.function, e};
        size_t ntargets;
        if (facts->events[e].fact != VT_FACT_COMPARE || e == ref.event)
            continue;
        const struct vt_target *targets =
            vt_targets_of(facts, VT_NODE_OUTCOME, e, vt_check_arena(check), &ntargets);
        for (uint32_t v = 0; v < facts->nverdicts; v++) {
            int64_t number = facts->verdicts[v].number;
            if (number < 0)
                return false;
            enum side side = side_of(program, other, facts->verdicts[v].guards, targets, ntargets);
            admits |= number == 1 && side == IF_EQUAL;
            refuses |= number == 0 && side == IF_UNEQUAL;
        }
    }
    return refuses && admits;
}

/* True if the call at SITE is given what comparison REF gets on one of its sides. */
static bool is_given_same(const struct vt_function *facts, struct vt_site site,
                          struct vt_event_ref ref) {
    for (uint32_t i = 0; i < facts->calls[site.call].narguments; i++)
        for (uint8_t side = VT_ROLE_LEFT; side <= VT_ROLE_RIGHT; side++)
            if (vt_places_shared(facts, (struct vt_node){VT_NODE_ARGUMENT, (uint8_t)i, site.call},
                                 (struct vt_node){VT_NODE_IN, side, ref.event}) > VT_SHARES_TYPE)
                return true;
    return false;
}

/* True if verdict VERDICT of the function of REF, which finds both sides equal, is what another
 * function says that asks for a password of the same user: `return strcmp(user, "root") == 0 &&
 * is_known(user, password);` */
static bool is_left_to_other(struct vt_check *check, struct vt_event_ref ref, uint32_t verdict) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, ref.function, NULL);
    for (uint32_t c = 0; c < facts->ncalls; c++) {
        struct vt_site site = {ref.function, c};
        size_t count;
        if (!vt_calls_decider(program, site) || !is_given_same(facts, site, ref))
            continue;
        const struct vt_target *results =
            vt_targets_of(facts, VT_NODE_RESULT, c, vt_check_arena(check), &count);
        if (vt_verdict_needs(program, ref.function, verdict, results, count, VT_SUCCESS_NONZERO))
            return true;
    }
    return false;
}

/* What the constants that are returned say of equality. */
static enum outcome outcome_of_verdicts(struct vt_check *check, struct vt_event_ref ref,
                                        const struct vt_target *targets, size_t ntargets) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, ref.function, NULL);
    bool has_equal = false, has_unequal = false, fails = false, succeeds = false;
    int64_t yes;
    bool answers = vt_decider_answer(program, ref.function, &yes);
    for (uint32_t v = 0; v < facts->nverdicts; v++) {
        enum side side = side_of(program, ref, facts->verdicts[v].guards, targets, ntargets);
        has_unequal |= side == IF_UNEQUAL && facts->verdicts[v].number <= 0;
        if (side != IF_EQUAL && side != EITHER_WAY)
            continue;
        has_equal = true;
        if (is_left_to_other(check, ref, v))
            continue;
        if (is_instead(check, ref, facts->verdicts[v].guards, targets, ntargets) ||
            (answers && facts->verdicts[v].number == yes))
            return ACCEPTED;
        if (answers && !gives_rights(check, ref))
            continue;
        for (uint32_t w = 0; w < facts->nverdicts; w++) {
            int64_t number = facts->verdicts[v].number, other = facts->verdicts[w].number;
            bool elsewhere =
                side_of(program, ref, facts->verdicts[w].guards, targets, ntargets) != IF_EQUAL;
            bool is_right = elsewhere && number > 1 && other == 0 && gives_rights(check, ref);
            succeeds |= is_right || (elsewhere && vt_number_succeeds(number, other));
            fails |= !is_right && elsewhere && vt_number_succeeds(other, number);
        }
    }
    if (vt_ends_or_returns(facts))
        return has_equal ? ACCEPTED : REFUSED;
    /* Something that is no constant is returned, where nothing is otherwise. */
    if (!has_equal)
        return has_unequal ? ACCEPTED : REFUSED;
    return succeeds && !fails ? ACCEPTED : REFUSED;
}

/* True if what FACTS return is, as it is, the outcome of COMPARE: something but zero if both sides
 * are equal. */
static bool is_answer(const struct vt_function *facts, const struct vt_event *compare,
                      const struct vt_target *targets, size_t ntargets) {
    for (size_t t = 0; t < ntargets && compare->success == VT_SUCCESS_NONZERO; t++)
        if (facts->nodes[targets[t].node].kind == VT_NODE_RETURN && targets[t].tags == 0)
            return true;
    return false;
}

static enum outcome outcome_of(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, ref.function, NULL);
    size_t ntargets;
    const struct vt_target *targets =
        vt_targets_of(facts, VT_NODE_OUTCOME, ref.event, vt_check_arena(check), &ntargets);
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (side_of(program, ref, facts->events[e].guards, targets, ntargets) == IF_EQUAL &&
            vt_event_opens(program, (struct vt_event_ref){ref.function, e}))
            return OPENED;
    if (is_answer(facts, &facts->events[ref.event], targets, ntargets))
        return ACCEPTED;
    return outcome_of_verdicts(check, ref, targets, ntargets);
}

/* ---- Whether it is a password ------------------------------------------------------------ */

/* True if what has guard list LIST of FUNCTION is done only where the sides of CREDENTIAL are
 * equal: a word that says what comes next ("PASS ") is no password. */
static bool follows(struct vt_check *check, const struct vt_credential *credential,
                    uint32_t function, uint32_t list) {
    struct vt_program *program = vt_check_program(check);
    struct vt_event_ref ref = credential->ref;
    size_t count;
    if (function != ref.function)
        return false;
    const struct vt_target *targets =
        vt_targets_of(vt_program_function(program, function, NULL), VT_NODE_OUTCOME, ref.event,
                      vt_check_arena(check), &count);
    return side_of(program, ref, list, targets, count) == IF_EQUAL;
}

/* True if event EVENT of FUNCTION gets its ROLE from where CREDENTIAL's comparison gets what was
 * sent, as far as the function tells: two variables may hold parts of one message. */
static bool is_same_place(struct vt_program *program, uint32_t function, uint32_t event,
                          enum vt_role role, const struct vt_credential *credential) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    struct vt_node given = {VT_NODE_IN, (uint8_t)role, event};
    for (uint8_t side = VT_ROLE_LEFT; side <= VT_ROLE_RIGHT; side++)
        if (vt_places_shared(facts, given,
                             (struct vt_node){VT_NODE_IN, side, credential->ref.event}) >
            VT_SHARES_TYPE)
            return true;
    return false;
}

/* True if EVENT of UNIT checks or hashes a password. */
static bool is_check(const struct vt_unit *unit, const struct vt_event *event) {
    const char *class_name = vt_string(unit->strings, event->class_name);
    return (event->fact == VT_FACT_EFFECT && vt_class_is(class_name, "crypto.kdf")) ||
           (event->fact == VT_FACT_CHECK && vt_class_is(class_name, "check.password"));
}

/* True if check or hash REF is about what CREDENTIAL's comparison is about. In its own function
 * that is known of places, also where a search for what was sent runs out. */
static bool is_about_sent(struct vt_program *program, struct vt_event_ref ref,
                          const struct vt_credential *credential) {
    if (ref.function == credential->ref.function)
        return is_same_place(program, ref.function, ref.event, VT_ROLE_PAYLOAD, credential);
    return vt_has_source(vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, VT_ABOUT_DATA),
                         credential->sent);
}

/* True if FUNCTION itself checks or hashes what was sent as a password. */
static bool checks(struct vt_check *check, uint32_t function,
                   const struct vt_credential *credential) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    for (uint32_t e = 0; e < facts->nevents; e++) {
        if (is_check(unit, &facts->events[e]) &&
            is_about_sent(program, (struct vt_event_ref){function, e}, credential) &&
            !follows(check, credential, function, facts->events[e].guards))
            return true;
    }
    return false;
}

/* The same of those that FUNCTION calls. */
static bool callees_check(struct vt_check *check, uint32_t function,
                          const struct vt_credential *credential) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    for (uint32_t c = 0; c < facts->ncalls; c++) {
        const uint32_t *targets;
        size_t count = vt_program_targets(program, (struct vt_site){function, c}, &targets);
        for (size_t i = 0; i < count; i++)
            if (checks(check, targets[i], credential) &&
                !follows(check, credential, function, facts->calls[c].guards))
                return true;
    }
    return checks(check, function, credential);
}

/* True if what was sent is checked as a password where it is compared, or by those who compare. */
static bool is_checked_nearby(struct vt_check *check, const struct vt_credential *credential) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_site *sites;
    size_t count = vt_program_callers(program, credential->ref.function, &sites);
    for (size_t i = 0; i < count; i++)
        if (callees_check(check, sites[i].function, credential))
            return true;
    return callees_check(check, credential->ref.function, credential);
}

/* The name of PARAMETER, if it is that of a password; else NULL. */
static const char *password_name(struct vt_program *program, struct vt_parameter parameter) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, parameter.function, &unit);
    if (parameter.index >= facts->nparams || facts->param_names[parameter.index] == VT_NONE)
        return NULL;
    const char *name = vt_string(unit->strings, facts->param_names[parameter.index]);
    return vt_program_fits(program, "variable", name, "secret") ? name : NULL;
}

/* The same of those that what TRACE asks for came in or through by, SENT being one of them or none.
 */
static const char *name_of(struct vt_check *check, const struct vt_trace *trace,
                           const struct vt_source *sent) {
    struct vt_program *program = vt_check_program(check);
    const char *name = NULL;
    size_t count;
    if (sent->kind == VT_SOURCE_PARAMETER)
        name = password_name(program, (struct vt_parameter){sent->function, sent->index});
    const struct vt_parameter *parameters =
        vt_trace_parameters(trace, vt_check_arena(check), &count);
    for (size_t i = 0; i < count && count <= MOST_HANDS && !name; i++)
        name = password_name(program, parameters[i]);
    return name;
}

/* True if another comparison of the function lets in who sends what is kept: this one stands in for
 * it. */
static bool is_gate(struct vt_check *check, const struct vt_credential *credential) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, credential->ref.function, NULL);
    for (uint32_t e = 0; e < facts->nevents; e++) {
        struct vt_event_ref ref = {credential->ref.function, e};
        if (facts->events[e].fact == VT_FACT_COMPARE && e != credential->ref.event &&
            vt_compares_credentials(program, ref) && outcome_of(check, ref) != REFUSED &&
            (is_same_place(program, ref.function, e, VT_ROLE_LEFT, credential) ||
             is_same_place(program, ref.function, e, VT_ROLE_RIGHT, credential)))
            return *vt_source_text(credential->word) != '/'; /* what everyone may see */
    }
    return false;
}

/* True if another comparison of the function, with other constants, must come out equal, too: of a
 * name. */
static bool is_pair(struct vt_check *check, const struct vt_credential *credential) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, credential->ref.function, NULL);
    struct vt_credential other;
    uint32_t list = facts->events[credential->ref.event].guards;
    for (uint32_t e = 0; e < facts->nevents; e++) {
        struct vt_event_ref ref = {credential->ref.function, e};
        size_t ntargets;
        if (facts->events[e].fact != VT_FACT_COMPARE || e == credential->ref.event)
            continue;
        const struct vt_target *targets =
            vt_targets_of(facts, VT_NODE_OUTCOME, e, vt_check_arena(check), &ntargets);
        if (sides_of(program, ref, list, targets, ntargets).always &&
            (read_sides(program, ref, VT_ROLE_LEFT, VT_ROLE_RIGHT, &other) ||
             read_sides(program, ref, VT_ROLE_RIGHT, VT_ROLE_LEFT, &other)) &&
            (other.nwords > 1 || !vt_source_same(other.word, credential->word)))
            return true;
    }
    return false;
}

/* How many other texts the function of COMPARISON holds what was sent against. */
static unsigned count_others(struct vt_program *program, const struct vt_credential *credential) {
    uint32_t function = credential->ref.function;
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    const char *word = vt_source_text(credential->word);
    struct vt_credential other;
    unsigned others = 0;
    for (uint32_t e = 0; e < facts->nevents; e++) {
        struct vt_event_ref ref = {function, e};
        if (facts->events[e].fact == VT_FACT_COMPARE &&
            (read_sides(program, ref, VT_ROLE_LEFT, VT_ROLE_RIGHT, &other) ||
             read_sides(program, ref, VT_ROLE_RIGHT, VT_ROLE_LEFT, &other)))
            others += vt_source_same(other.sent, credential->sent) &&
                      strcmp(vt_source_text(other.word), word) != 0;
    }
    return others;
}

/* True if the constant is what the program says to people, and the search that found it ran out. */
static bool is_message(const struct vt_credential *credential) {
    enum { FEWEST = 3 };
    unsigned blanks = 0;
    for (const char *at = vt_source_text(credential->word); *at; at++)
        blanks += *at == ' ';
    return blanks >= FEWEST && vt_trace_is_cut(credential->held);
}

/* True if the constant is a word of a language (of settings, of a protocol) and no secret: one of
 * several that the same is held against, one that ends as keys do, a message, or bytes that are no
 * digest. */
static bool is_vocabulary(struct vt_program *program, const struct vt_credential *credential) {
    const char *word = vt_source_text(credential->word);
    size_t length = size_of(credential->word);
    bool is_text = credential->word->constant->kind == VT_CONSTANT_TEXT;
    if (!is_text && !(credential->sent->tags & VT_TAG_HASH))
        return true;
    if (is_text && ((length > 0 && strchr("=: ", word[length - 1])) || is_message(credential)))
        return true;
    return credential->nwords >= TABLE || count_others(program, credential) >= VOCABULARY;
}

/* True if NAME says that it is a hash, or of which kind one is, and the word is too short for one:
 * it is the name of a kind ("plaintext"). */
static bool names_kind(const struct vt_credential *credential, const char *name) {
    enum { SHORTEST_HASH = 13 }; /* what crypt(3) made first */
    size_t length = strlen(name);
    return length > 4 && strcasecmp(name + length - 4, "hash") == 0 &&
           size_of(credential->word) < SHORTEST_HASH;
}

/* Why it is a password; no id if nothing says so. */
static struct vt_credential_reason
reason_of(struct vt_check *check, const struct vt_credential *credential, enum outcome outcome) {
    struct vt_program *program = vt_check_program(check);
    const char *name = name_of(check, credential->asked, credential->sent);
    if (vt_source_is(program, credential->sent, VT_FACT_ORIGIN, "secret.credential"))
        return (struct vt_credential_reason){"credential", 20, "It is a password by its origin.",
                                             NULL};
    if (is_checked_nearby(check, credential))
        return (struct vt_credential_reason){"checked-nearby", 25,
                                             "Beside it, the same is checked as a password.", NULL};
    if (credential->sent->tags & VT_TAG_HASH && outcome == OPENED)
        return (struct vt_credential_reason){"hashed", 10, "A hash of it is compared.", NULL};
    if (is_vocabulary(program, credential))
        return (struct vt_credential_reason){NULL, 0, NULL, NULL};
    if (is_pair(check, credential))
        return (struct vt_credential_reason){"pair", 10, "A name is compared before it.", NULL};
    if (name && !names_kind(credential, name))
        return (struct vt_credential_reason){"named", 10, "Its name is", name};
    if (vt_is_prompted(program, credential->sent))
        return (struct vt_credential_reason){"prompted", 10, "A person is asked for a password.",
                                             NULL};
    if (outcome == ACCEPTED && is_gate(check, credential))
        return (struct vt_credential_reason){
            "gate", 10, "Who does not send it has to send what is kept.", NULL};
    return (struct vt_credential_reason){NULL, 0, NULL, NULL};
}

bool vt_credential_at(struct vt_check *check, struct vt_event_ref ref,
                      struct vt_credential *credential) {
    struct vt_program *program = vt_check_program(check);
    enum outcome outcome = outcome_of(check, ref); /* which is cheap to know */
    if (outcome == REFUSED || (!read_sides(program, ref, VT_ROLE_LEFT, VT_ROLE_RIGHT, credential) &&
                               !read_sides(program, ref, VT_ROLE_RIGHT, VT_ROLE_LEFT, credential)))
        return false;
    credential->opens = outcome == OPENED;
    credential->reason = reason_of(check, credential, outcome);
    return credential->reason.id != NULL;
}

/* ---- Digests ----------------------------------------------------------------------------- */

/* True if TEXT is what a hash gives in hexadecimal digits, or crypt(3) with a salt. */
static bool is_digest(const char *text) {
    size_t length = strlen(text), ndigits = 0, nletters = 0;
    if (text[0] == '$' && isalnum((unsigned char)text[1]) && strchr(text + 2, '$'))
        return length >= 24;
    for (const char *at = text; *at; at++) {
        if (!isxdigit((unsigned char)*at))
            return false;
        ndigits += isdigit((unsigned char)*at) != 0;
        nletters += !isdigit((unsigned char)*at);
    }
    return length % 8 == 0 && length >= 32 && length <= 128 && ndigits >= 4 && nletters >= 4;
}

bool vt_credential_is_key(const char *text) {
    enum { SHORTEST_KEY = 24 }; /* 16 bytes in base64 */
    bool has_upper = false, has_lower = false, has_digit = false;
    size_t length = strlen(text);
    for (const char *at = text; *at; at++) {
        if (!isalnum((unsigned char)*at) && !strchr("+/=-_", *at))
            return is_digest(text);
        has_upper |= isupper((unsigned char)*at) != 0;
        has_lower |= islower((unsigned char)*at) != 0;
        has_digit |= isdigit((unsigned char)*at) != 0;
    }
    return (length >= SHORTEST_KEY && has_upper && has_lower && has_digit) || is_digest(text);
}

/* The text that FACTS hold something against in comparison EVENT, as far as they tell; "": none. */
static const char *text_held(const struct vt_unit *unit, const struct vt_function *facts,
                             uint32_t event) {
    const char *left = vt_text_at(unit, facts, (struct vt_node){VT_NODE_IN, VT_ROLE_LEFT, event});
    const char *right = vt_text_at(unit, facts, (struct vt_node){VT_NODE_IN, VT_ROLE_RIGHT, event});
    return left ? left : right ? right : "";
}

bool vt_credential_by_digest(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, ref.function, &unit);
    return vt_credential_is_key(text_held(unit, facts, ref.event)) &&
           (vt_decider_is_named(program, ref.function) ||
            vt_decider_asks_who(program, ref.function)) &&
           outcome_of(check, ref) != REFUSED;
}

const char *vt_credential_beside(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, ref.function, &unit);
    const struct vt_credential credential = {.ref = ref};
    const char *text = text_held(unit, facts, ref.event);
    return strlen(text) >= SHORTEST && !vt_credential_is_key(text) &&
                   checks(check, ref.function, &credential) && outcome_of(check, ref) != REFUSED
               ? text
               : NULL;
}

bool vt_credential_tested(struct vt_check *check, struct vt_condition_ref condition) {
    const struct vt_function *facts =
        vt_program_function(vt_check_program(check), condition.function, NULL);
    struct vt_credential credential;
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *from = &facts->nodes[facts->edges[e].from];
        const struct vt_node *to = &facts->nodes[facts->edges[e].to];
        struct vt_event_ref ref = {condition.function, from->ref};
        if (to->kind == VT_NODE_SUBJECT && to->ref == condition.predicate &&
            from->kind == VT_NODE_OUTCOME && facts->events[from->ref].fact == VT_FACT_COMPARE &&
            (vt_credential_at(check, ref, &credential) || vt_credential_beside(check, ref) ||
             vt_credential_by_digest(check, ref)))
            return true;
    }
    return false;
}

/* ---- Comparisons of the program's own ---------------------------------------------------- */

/* True if COMPARE is by a library: a loop of the program's own is an effect. */
static bool is_by_library(struct vt_program *program, struct vt_event_ref compare) {
    return compare.function != VT_NONE &&
           vt_program_event(program, compare, NULL)->fact == VT_FACT_COMPARE;
}

/* True if TRIGGER, in FUNCTION, is a comparison that the program makes of a password by itself,
 * with bytes or with the number that a hash of its own gives. */
static bool is_own(struct vt_program *program, const struct vt_trigger *trigger,
                   uint32_t function) {
    if (trigger->condition.function != function || is_by_library(program, trigger->compare) ||
        trigger->test != VT_TEST_EQUAL || !trigger->source ||
        trigger->source->kind == VT_SOURCE_CONSTANT)
        return false;
    bool is_mixed = trigger->tags & (VT_TAG_XOR | VT_TAG_HASH);
    bool changed = is_mixed || trigger->tags & VT_TAG_ARITHMETIC;
    int64_t least = is_mixed ? 1 : 0xff; /* a checksum, or what may count something */
    bool is_magic = trigger->has_number && !trigger->mask && changed &&
                    !(trigger->tags & VT_TAG_LENGTH) &&
                    (trigger->number > least || trigger->number < -least);
    return is_magic || (trigger->text && trigger->size >= SHORTEST);
}

/* Puts the source of CREDENTIAL's trigger into it if it comes by TRACE. */
static void look_on_way(struct vt_credential *credential, const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (vt_source_same(&sources[i], credential->trigger.source)) {
            credential->sent = &sources[i];
            credential->asked = trace;
        }
}

/* True if TRIGGER holds a password; then in *CREDENTIAL. */
static bool take_own(struct vt_check *check, const struct vt_trigger *trigger,
                     struct vt_credential *credential) {
    struct vt_program *program = vt_check_program(check);
    struct vt_condition_ref condition = trigger->condition;
    *credential = (struct vt_credential){.trigger = *trigger};
    if (trigger->compare.function == VT_NONE)
        look_on_way(credential, vt_trace_subject(program, condition.function, condition.predicate,
                                                 0, VT_ABOUT_DATA));
    for (enum vt_role role = VT_ROLE_LEFT;
         trigger->compare.function != VT_NONE && role <= VT_ROLE_RIGHT; role++)
        look_on_way(credential,
                    vt_trace_role(program, trigger->compare, role, NULL, VT_ABOUT_DATA));
    if (!credential->sent || vt_trace_is_cut(credential->asked))
        return false;
    const char *name = name_of(check, credential->asked, credential->sent);
    if (vt_source_is(program, credential->sent, VT_FACT_ORIGIN, "secret.credential"))
        credential->reason = (struct vt_credential_reason){"credential", 20,
                                                           "It is a password by its origin.", NULL};
    else if (name)
        credential->reason = (struct vt_credential_reason){"named", 10, "Its name is", name};
    return credential->reason.id != NULL;
}

bool vt_credential_in(struct vt_check *check, uint32_t function, uint32_t list,
                      struct vt_credential *credential) {
    size_t count = 0;
    const struct vt_trigger *triggers =
        list == VT_NONE ? NULL
                        : vt_triggers_of_list(vt_check_program(check), function, list, &count);
    for (size_t i = 0; i < count; i++)
        if (is_own(vt_check_program(check), &triggers[i], function))
            return take_own(check, &triggers[i], credential);
    return false;
}

/* True if PREDICATE of FACTS is about something that event HASH gets as a password. */
static bool is_of_password(const struct vt_function *facts, uint32_t predicate, uint32_t hash) {
    return vt_places_shared(facts, (struct vt_node){VT_NODE_SUBJECT, 0, predicate},
                            (struct vt_node){VT_NODE_IN, VT_ROLE_PAYLOAD, hash}) > VT_SHARES_TYPE;
}

unsigned vt_credential_letters(struct vt_program *program, uint32_t function, uint32_t list,
                               struct vt_condition_ref *last) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    unsigned count = 0;
    for (uint32_t e = 0; e < facts->nevents && list != VT_NONE && !count; e++) {
        if (!is_check(unit, &facts->events[e]))
            continue;
        uint32_t nguards;
        const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
        for (uint32_t g = 0; g < nguards; g++) {
            const struct vt_guard *guard = &guards[g];
            const struct vt_predicate *predicate = &facts->predicates[guard->predicate];
            if (!guard->always || !predicate->has_number || predicate->mask ||
                predicate->compare != (guard->holds ? VT_EQ : VT_NE) || predicate->number <= ' ' ||
                predicate->number >= 127 || !is_of_password(facts, guard->predicate, e))
                continue;
            *last = (struct vt_condition_ref){function, guard->predicate, guard->holds, true};
            count++;
        }
    }
    return count;
}

bool vt_parameter_is_password(struct vt_program *program, struct vt_parameter parameter) {
    return password_name(program, parameter) != NULL;
}
