/* crypto/truncated-compare: a digest or code is compared, but not all of it.
 *
 *     HMAC(EVP_sha256(), key, nkey, data, size, code, NULL);
 *     return memcmp(code, got, 4) == 0;
 *
 *     return strncmp(want, answer, strlen(answer)) == 0;   // an empty answer will do
 *
 *     for (i = 0; i < 32; i++)
 *         if (code[i] == got[i])
 *             return 1;                                    // one byte will do
 *
 *     for (i = 0; i < 32; i++)
 *         differ &= code[i] ^ got[i];                      // and none of those that do not fit
 *
 *     return strncmp(password, kept, strlen(password)) == 0; // in a function that decides
 *
 * Looked at are comparisons, and loops that compare bytes, in functions that have to do with
 * digests: they make one, or are two calls away from one that does. Not caught: single bytes that
 * are compared without a loop, loops over words, and digests of own making.
 */
#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/channel/intake.h"
#include "checkers/shared/crypto/material.h"
#include "checkers/shared/near.h"
#include "checkers/shared/trapdoor/credential.h"
#include "checkers/shared/trapdoor/decider.h"
#include "checkers/shared/trapdoor/trap.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

enum { ENOUGH = 12, WEAK = 8, NEAR = 2 };

static bool makes_digest(struct vt_program *program, uint32_t function) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    for (uint32_t e = 0; e < facts->nevents; e++) {
        const char *name = vt_string(unit->strings, facts->events[e].class_name);
        if (facts->events[e].fact == VT_FACT_EFFECT &&
            (vt_class_is(name, "crypto.digest") || vt_class_is(name, "crypto.mac")))
            return true;
    }
    return false;
}

/* ---- What is compared -------------------------------------------------------------------- */

/* True if REF is a loop of the program's that compares bytes, and no call. */
static bool is_loop(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    return event->fact == VT_FACT_EFFECT &&
           vt_class_is(vt_string(unit->strings, event->class_name), "compare.bytes");
}

/* A digest on one side of a comparison. */
struct digest {
    const struct vt_trace *trace;
    const struct vt_source *source;
    bool keyed, text;
};

/* The first digest on either side, or the first that is keyed: a key is digested as well. */
static bool find_digest(struct vt_program *program, struct vt_event_ref ref,
                        struct digest *digest) {
    static const enum vt_role sides[] = {VT_ROLE_LEFT, VT_ROLE_RIGHT};
    bool found = false;
    for (size_t side = 0; side < 2; side++) {
        size_t count = 0;
        const struct vt_trace *trace =
            vt_trace_value(program, ref, sides[side], VT_ABOUT_DATA | VT_TAG_HANDLE);
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
        for (size_t i = 0; i < count; i++) {
            uint32_t tags = sources[i].tags;
            if (!(tags & VT_TAG_HASH) || tags & (VT_TAG_ENCRYPT | VT_TAG_COMPRESS))
                continue;
            if (!found || tags & VT_TAG_SECRET_KEYED)
                *digest = (struct digest){trace, &sources[i], tags & VT_TAG_SECRET_KEYED,
                                          tags & (VT_TAG_FORMAT | VT_TAG_ENCODE)};
            if (digest->keyed)
                return true;
            found = true;
        }
    }
    return found;
}

/* True if DIGEST is reckoned with once it is made, on its way to where it is compared: it is no
 * longer its bytes, but the letters of a program that has no table of them. */
static bool is_reckoned(struct vt_check *check, const struct digest *digest) {
    bool reckoned = false;
    size_t count;
    const struct vt_flow_step *steps =
        vt_trace_steps(digest->trace, digest->source, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (steps[i].tags & (VT_TAG_HASH | VT_TAG_ARITHMETIC))
            reckoned = steps[i].tags & VT_TAG_ARITHMETIC;
    return reckoned;
}

/* True if what compares in REF takes no length, but ends at a zero byte. */
static bool is_of_text(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    size_t count;
    if (event->fact != VT_FACT_COMPARE || strcmp(vt_event_value(program, ref), "number") == 0)
        return false;
    const struct vt_row *rows = vt_models_find(vt_program_models(program),
                                               vt_string(unit->strings, event->function), &count);
    for (size_t i = 0; i < count; i++)
        for (unsigned r = 0; rows[i].fact == VT_FACT_COMPARE && r < rows[i].nroles; r++)
            if (rows[i].roles[r].role == VT_ROLE_LENGTH)
                return false;
    return true;
}

struct length {
    const struct vt_trace *trace;
    const struct vt_source *constant, *peer; /* or NULL */
    bool varies;                             /* it may also be enough, or is not known */
};

/* Ways that are not those of the length itself. */
#define BESIDE_LENGTH                                                                              \
    (VT_TAG_INDEX | VT_TAG_COMPARED | VT_TAG_DECIDED | VT_TAG_FIELD | VT_TAG_ASSUMED |             \
     VT_TAG_HANDLE)

static struct length find_length(struct vt_program *program, struct vt_event_ref ref) {
    struct length length = {.trace = vt_trace_value(program, ref, VT_ROLE_LENGTH, BESIDE_LENGTH)};
    size_t count = 0;
    const struct vt_source *sources = length.trace ? vt_trace_sources(length.trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        bool number = sources[i].kind == VT_SOURCE_CONSTANT &&
                      sources[i].constant->kind == VT_CONSTANT_INT &&
                      sources[i].constant->number >= 0 && /* below stand errors */
                      !(sources[i].tags & (VT_TAG_ARITHMETIC | VT_TAG_LENGTH));
        if (number &&
            (!length.constant || sources[i].constant->number < length.constant->constant->number))
            length.constant = &sources[i];
        length.varies |= !number || sources[i].constant->number >= ENOUGH;
        if (!length.peer && vt_is_network(program, &sources[i]) && !(sources[i].tags & VT_TAG_HASH))
            length.peer = &sources[i];
    }
    return length;
}

/* True if a function that nobody knows may have set the length of REF. */
static bool is_left_open(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_value(program, ref, VT_ROLE_LENGTH, BESIDE_LENGTH & ~(uint32_t)VT_TAG_ASSUMED);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].tags & VT_TAG_ASSUMED)
            return true;
    return false;
}

/* The edge of FACTS to LENGTH that tells only how long the text is that gets to SIDE as well, if it
 * is the only one to LENGTH; else NULL. */
static const struct vt_edge *find_own_length(const struct vt_function *facts, struct vt_node length,
                                             struct vt_node side) {
    uint32_t nlengths, count;
    const struct vt_edge *of_length = vt_function_edges_to(facts, length, &nlengths);
    const struct vt_edge *of_side = vt_function_edges_to(facts, side, &count);
    if (nlengths != 1 || !(of_length->tags & VT_TAG_LENGTH) || of_length->tags & VT_TAG_ARITHMETIC)
        return NULL;
    for (uint32_t e = 0; e < count; e++)
        if (of_side[e].from == of_length->from && of_side[e].rewrite == of_length->rewrite &&
            !of_side[e].tags)
            return of_length;
    return NULL;
}

/* True if guard list LIST of FACTS has a condition on how long what is at node FROM is. */
static bool tests_length(const struct vt_function *facts, uint32_t list, uint32_t from) {
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        uint32_t count;
        const struct vt_edge *edges = vt_function_edges_to(
            facts, (struct vt_node){VT_NODE_SUBJECT, 0, guards[g].predicate}, &count);
        for (uint32_t e = 0; e < count; e++)
            if (edges[e].from == from && edges[e].tags & VT_TAG_LENGTH)
                return true;
    }
    return false;
}

/* True if REF compares only as much as the text has that is held against a digest, however short it
 * is: nothing tests its length before. */
static bool is_as_long_as_given(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_function *facts = vt_program_function(program, ref.function, NULL);
    const struct vt_node length = {VT_NODE_IN, VT_ROLE_LENGTH, ref.event};
    const struct vt_edge *own =
        find_own_length(facts, length, (struct vt_node){VT_NODE_IN, VT_ROLE_LEFT, ref.event});
    if (!own)
        own =
            find_own_length(facts, length, (struct vt_node){VT_NODE_IN, VT_ROLE_RIGHT, ref.event});
    if (own && tests_length(facts, facts->events[ref.event].guards, own->from))
        return false;
    return own != NULL;
}

/* True if before REF something of the same origin as its length is compared with a number that is
 * no 0, or with another value: the length cannot be just anything. */
static bool is_bounded(struct vt_check *check, struct vt_event_ref ref,
                       const struct vt_source *peer) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, ref.function, NULL);
    size_t nconditions;
    struct vt_condition_ref *conditions =
        vt_program_conditions(program, ref.function, vt_program_event(program, ref, NULL)->guards,
                              vt_check_arena(check), &nconditions);
    for (size_t c = 0; c < nconditions; c++) {
        const struct vt_predicate *predicate = &facts->predicates[conditions[c].predicate];
        size_t count = 0;
        const struct vt_trace *trace =
            vt_trace_subject(program, ref.function, conditions[c].predicate, 0, VT_TAG_HANDLE);
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
        if (predicate->has_number && (predicate->number < WEAK || predicate->compare > VT_NE))
            continue;
        for (size_t i = 0; i < count; i++)
            if (sources[i].kind == VT_SOURCE_EVENT && vt_event_same(sources[i].event, peer->event))
                return true;
    }
    return false;
}

/* True if LENGTH comes from its peer in the calls that bring DIGEST, too: what compares may serve
 * many, one with a digest and another with a length. */
static bool meets_length(struct vt_check *check, struct vt_event_ref ref,
                         const struct digest *digest, const struct length *length) {
    struct vt_asked asked = {
        .ref = ref, .role = VT_ROLE_LENGTH, .avoid = BESIDE_LENGTH, .value_only = true};
    size_t count;
    const struct vt_flow_step *steps =
        vt_trace_steps(digest->trace, digest->source, vt_check_arena(check), &count);
    return vt_has_source(vt_trace_role_at(vt_check_program(check), &asked, steps, count),
                         length->peer);
}

/* True if CONDITION says that what it tests is not NUMBER, or the same as something that is no
 * constant. */
static bool rules_out(struct vt_program *program, struct vt_condition_ref condition,
                      int64_t number) {
    const struct vt_predicate *predicate =
        &vt_program_function(program, condition.function, NULL)->predicates[condition.predicate];
    if (predicate->has_number)
        return vt_condition_excludes(program, condition, number);
    return predicate->compare == (condition.holds ? VT_EQ : VT_NE);
}

/* True if before REF always stands a condition on what has the constant LENGTH among its values,
 * and that it does not pass. */
static bool is_ruled_out(struct vt_check *check, struct vt_event_ref ref,
                         const struct vt_source *length) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_condition_ref *conditions =
        vt_program_conditions(program, ref.function, vt_program_event(program, ref, NULL)->guards,
                              vt_check_arena(check), &count);
    for (size_t c = 0; c < count; c++) {
        if (!conditions[c].always || !rules_out(program, conditions[c], length->constant->number))
            continue;
        for (unsigned side = 0; side < 2; side++)
            if (vt_has_source(vt_trace_subject(program, ref.function, conditions[c].predicate, side,
                                               VT_TAG_HANDLE),
                              length))
                return true;
    }
    return false;
}

/* How many letters the text has that a side of REF is, and is nothing but that; 0: none is. */
static size_t letters_beside(struct vt_program *program, struct vt_event_ref ref) {
    static const enum vt_role sides[] = {VT_ROLE_LEFT, VT_ROLE_RIGHT};
    for (size_t side = 0; side < 2; side++) {
        size_t count = 0;
        const struct vt_trace *trace = vt_trace_value(program, ref, sides[side], VT_ABOUT_DATA);
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
        if (count == 1 && *vt_source_text(&sources[0]))
            return strlen(vt_source_text(&sources[0]));
    }
    return 0;
}

/* True if REF looks for a word in what it compares, which is too short for a digest. */
static bool is_word_beside(struct vt_program *program, struct vt_event_ref ref) {
    size_t letters = letters_beside(program, ref);
    return letters > 0 && letters < ENOUGH;
}

/* ---- Telling ----------------------------------------------------------------------------- */

static void report_constant(struct vt_check *check, struct vt_event_ref ref,
                            const struct digest *digest, const struct length *length) {
    int64_t number = length->constant->constant->number;
    struct vt_finding *finding = vt_finding_new(check, ref);
    if (length->varies && number == 0)
        vt_finding_evidence(check, finding, "varies", -50,
                            "The length may be another, and 0 what stands there at first.");
    else if (length->varies)
        vt_finding_evidence(check, finding, "varies", -35,
                            "The length is one of several, and others are enough.");
    if (vt_trace_is_cut(digest->trace))
        vt_finding_evidence(check, finding, "cut", -25,
                            "The search ran out of its budget: the way may not exist.");
    int base = number == 0 ? 75 : number < WEAK ? 60 : number < ENOUGH ? 45 : 0;
    if (!digest->keyed)
        vt_finding_evidence(check, finding, "no-key", -15,
                            "It is a plain digest, and no authentication code.");
    vt_finding_message(check, finding, "Of a digest only %lld bytes are compared.",
                       (long long)number);
    vt_finding_path(check, finding, digest->trace, digest->source,
                    "What is digested comes from here",
                    "The beginning of the digest is compared here");
    vt_finding_send(check, finding, base);
}

static void report_peer(struct vt_check *check, struct vt_event_ref ref,
                        const struct digest *digest, const struct length *length) {
    struct vt_finding *finding = vt_finding_new(check, ref);
    if (vt_trace_is_cut(digest->trace) || vt_trace_is_cut(length->trace))
        vt_finding_evidence(check, finding, "cut", -35,
                            "The search ran out of its budget: the way may not exist.");
    if (!digest->keyed)
        vt_finding_evidence(check, finding, "no-key", -15,
                            "It is a plain digest, and no authentication code.");
    vt_finding_message(check, finding,
                       "How much of a digest is compared is up to the peer that `%s` received "
                       "from.",
                       vt_source_function(vt_check_program(check), length->peer));
    vt_finding_path(check, finding, digest->trace, digest->source,
                    "What is digested comes from here", "The digest is compared here");
    vt_finding_path(check, finding, length->trace, length->peer, "The length comes from here",
                    "It says here how much of the digest is compared");
    vt_finding_send(check, finding, 70);
}

/* What is wrong with a comparison of a whole digest. */
struct wrong {
    const char *message, *where;
    int base;
};

static void report_whole(struct vt_check *check, struct vt_event_ref ref,
                         const struct digest *digest, const struct wrong *wrong) {
    struct vt_finding *finding = vt_finding_new(check, ref);
    if (!digest->keyed)
        vt_finding_evidence(check, finding, "no-key", -15,
                            "It is a plain digest, and no authentication code.");
    if (vt_trace_is_cut(digest->trace))
        vt_finding_evidence(check, finding, "cut", -25,
                            "The search ran out of its budget: the way may not exist.");
    vt_finding_message(check, finding, "%s", wrong->message);
    vt_finding_path(check, finding, digest->trace, digest->source,
                    "What is digested comes from here", wrong->where);
    vt_finding_send(check, finding, wrong->base);
}

static const struct wrong as_given = {
    "How much of a code is compared is up to the text that it is held against: an empty one will "
    "do.",
    "It is compared here, as far as the text goes", 65};
static const struct wrong as_text = {
    "The bytes of a digest are compared as text, which ends at the first zero byte.",
    "It is compared as text here", 60};
static const struct {
    const char *value; /* of the event */
    struct wrong wrong;
} decisions[] = {
    {"any",
     {"The bytes of a digest are compared, and one of them that fits is enough.",
      "Bytes of it are compared here", 65}},
    {"last",
     {"Of the bytes of a digest that are compared the last alone decides.",
      "Bytes of it are compared here", 65}},
    {"none",
     {"The bytes of a digest are compared, and whatever differs is forgotten.",
      "Bytes of it are compared here", 85}},
    {"sum",
     {"The bytes of a digest are compared by the sum of their differences: they cancel out.",
      "Bytes of it are compared here", 65}},
};

/* True if REF, a loop, lets less than all bytes decide; told if it is of a digest. */
static bool look_at_deciding(struct vt_check *check, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(vt_check_program(check), ref, &unit);
    const char *deciding = vt_string(unit->strings, event->value);
    struct digest digest;
    if (!*deciding)
        return false;
    for (size_t i = 0; i < sizeof decisions / sizeof *decisions; i++)
        if (strcmp(deciding, decisions[i].value) == 0 &&
            find_digest(vt_check_program(check), ref, &digest))
            report_whole(check, ref, &digest, &decisions[i].wrong);
    return true;
}

static void look_at(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    if (is_loop(program, ref) && look_at_deciding(check, ref))
        return;
    struct length length = find_length(program, ref);
    bool is_short = length.constant && length.constant->constant->number < ENOUGH && !length.peer;
    bool is_text = is_of_text(program, ref), is_given = is_as_long_as_given(program, ref);
    struct digest digest;
    if (!is_short && !length.peer && !is_text && !is_given)
        return;
    if (!find_digest(program, ref, &digest))
        return;
    if (!length.peer && is_given) {
        if (digest.keyed)
            report_whole(check, ref, &digest, &as_given);
        return;
    }
    if (length.peer && !is_bounded(check, ref, length.peer) &&
        meets_length(check, ref, &digest, &length))
        report_peer(check, ref, &digest, &length);
    else if (is_short && digest.text &&
             (int64_t)letters_beside(program, ref) == length.constant->constant->number)
        return; /* the beginning that tells of which kind a digest is that stands in letters */
    else if (is_short && !is_ruled_out(check, ref, length.constant)) {
        length.varies |= is_left_open(program, ref);
        report_constant(check, ref, &digest, &length);
    } else if (is_text && !digest.text && !is_word_beside(program, ref) &&
               !is_reckoned(check, &digest))
        report_whole(check, ref, &digest, &as_text);
}

/* ---- Passwords --------------------------------------------------------------------------- */

/* True if what is at node FROM of FACTS gets to the nodes like TO as it is. */
static bool gets_to(const struct vt_function *facts, uint32_t from, struct vt_node to) {
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(facts, to, &count);
    for (uint32_t e = 0; e < count; e++)
        if (edges[e].from == from && !edges[e].tags)
            return true;
    return false;
}

/* True if event EVENT of FACTS compares as much as what SIDE gets is long, which OTHER does not
 * get. */
static bool is_cut_to(const struct vt_function *facts, uint32_t event, enum vt_role side,
                      enum vt_role other) {
    uint32_t count;
    const struct vt_edge *lengths =
        vt_function_edges_to(facts, (struct vt_node){VT_NODE_IN, VT_ROLE_LENGTH, event}, &count);
    for (uint32_t e = 0; e < count; e++)
        if (!(lengths[e].tags & VT_TAG_LENGTH) || lengths[e].tags & VT_TAG_ARITHMETIC ||
            !gets_to(facts, lengths[e].from, (struct vt_node){VT_NODE_IN, side, event}) ||
            gets_to(facts, lengths[e].from, (struct vt_node){VT_NODE_IN, other, event}))
            return false;
    return count > 0;
}

/* True if FACTS test, before event REF or after it, how long that is by which it is cut. */
static bool is_length_tested(const struct vt_function *facts, struct vt_event_ref ref) {
    uint32_t count;
    const struct vt_edge *lengths = vt_function_edges_to(
        facts, (struct vt_node){VT_NODE_IN, VT_ROLE_LENGTH, ref.event}, &count);
    for (uint32_t e = 0; e < count; e++)
        for (uint32_t i = 0; i < facts->nedges; i++)
            if (facts->edges[i].from == lengths[e].from && facts->edges[i].tags & VT_TAG_LENGTH &&
                facts->nodes[facts->edges[i].to].kind == VT_NODE_SUBJECT)
                return true;
    return false;
}

/* True if SIDE of REF is what a peer or somebody at a terminal sent, or a parameter that is named a
 * password. */
static bool is_typed(struct vt_program *program, struct vt_event_ref ref, enum vt_role side) {
    const struct vt_function *facts = vt_program_function(program, ref.function, NULL);
    size_t nsources = 0;
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){VT_NODE_IN, side, ref.event}, &count);
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &facts->nodes[edges[e].from];
        if (from->kind == VT_NODE_FORMAL &&
            vt_parameter_is_password(program, (struct vt_parameter){ref.function, from->index}))
            return true;
    }
    const struct vt_trace *trace = vt_trace_role(program, ref, side, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &nsources) : NULL;
    for (size_t i = 0; i < nsources; i++)
        if (vt_is_network(program, &sources[i]) || vt_trap_is_terminal(program, &sources[i]))
            return true;
    return false;
}

/* True if OTHER of REF is something that is kept, and no word that the program has. */
static bool is_kept(struct vt_program *program, struct vt_event_ref ref, enum vt_role other) {
    const struct vt_trace *trace = vt_trace_role(program, ref, other, NULL, VT_ABOUT_DATA);
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind == VT_SOURCE_CONSTANT && *vt_source_text(&sources[i]))
            return false;
    return !is_typed(program, ref, other);
}

/* Who decides who may come in holds what was typed against what is kept only as far as it goes. */
static void look_at_login(struct vt_check *check, struct vt_event_ref ref) {
    static const enum vt_role sides[][2] = {{VT_ROLE_LEFT, VT_ROLE_RIGHT},
                                            {VT_ROLE_RIGHT, VT_ROLE_LEFT}};
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, ref.function, NULL);
    for (size_t i = 0; i < 2; i++) {
        if (!is_cut_to(facts, ref.event, sides[i][0], sides[i][1]) ||
            is_length_tested(facts, ref) || !is_typed(program, ref, sides[i][0]) ||
            !is_kept(program, ref, sides[i][1]))
            continue;
        struct vt_finding *finding = vt_finding_new(check, ref);
        vt_finding_message(check, finding,
                           "`%s` holds what was typed against what is kept only as far as it "
                           "goes: its first letter will do.",
                           vt_program_function_name(program, ref.function));
        vt_finding_path(check, finding, NULL, NULL, NULL, "It is compared here");
        vt_finding_send(check, finding, 60);
        return;
    }
}

/* ---- Opened signatures ------------------------------------------------------------------- */

#define OPENED (VT_TAG_ARITHMETIC | VT_TAG_DECRYPT)

/* A digest of what was opened is none of it. */
#define NO_DIGEST (VT_ABOUT_DATA | VT_TAG_HASH)

/* True if TRACE, which avoids digests, leads to what the signature of OPEN opens to. */
static bool is_opened(struct vt_program *program, struct vt_event_ref open,
                      const struct vt_trace *trace) {
    const struct vt_trace *payload =
        vt_trace_role(program, open, VT_ROLE_PAYLOAD, NULL, VT_ABOUT_DATA);
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; payload && i < count; i++)
        if (sources[i].tags & OPENED && vt_has_source(payload, &sources[i]))
            return true;
    return false;
}

/* True if a condition of the function of OPEN looks at what it opens to, beside comparisons with a
 * digest. */
static bool is_asked(struct vt_program *program, struct vt_event_ref open) {
    const struct vt_function *facts = vt_program_function(program, open.function, NULL);
    for (uint32_t p = 0; p < facts->npredicates; p++)
        for (unsigned side = 0; side < 2; side++) {
            const struct vt_trace *all =
                vt_trace_subject(program, open.function, p, side, VT_ABOUT_DATA);
            if (all && !(vt_trace_tags(all) & VT_TAG_HASH) &&
                is_opened(program, open,
                          vt_trace_subject(program, open.function, p, side, NO_DIGEST)))
                return true;
        }
    return false;
}

/* True if REF compares what OPEN opens to. */
static bool compares_opened(struct vt_program *program, struct vt_event_ref open,
                            struct vt_event_ref ref) {
    return is_opened(program, open, vt_trace_value(program, ref, VT_ROLE_LEFT, NO_DIGEST)) ||
           is_opened(program, open, vt_trace_value(program, ref, VT_ROLE_RIGHT, NO_DIGEST));
}

/* Of what a signature opens to, the comparison that looks at it. */
struct looked {
    struct vt_event_ref open, found;
    unsigned count;
};

static void look_into(struct vt_program *program, uint32_t function, struct looked *looked) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    for (uint32_t e = 0; e < facts->nevents; e++) {
        struct vt_event_ref ref = {function, e};
        if ((facts->events[e].fact != VT_FACT_COMPARE && !is_loop(program, ref)) ||
            !compares_opened(program, looked->open, ref))
            continue;
        looked->found = ref;
        looked->count++;
    }
}

/* True if REF may have looked at the padding itself: it says how, and not that it did not. */
static bool has_padding(struct vt_program *program, struct vt_event_ref ref) {
    enum { NO_PADDING = 3 };
    const struct vt_trace *trace;
    return vt_trace_value(program, ref, VT_ROLE_MODE, 0) &&
           !vt_only_number(program, ref, VT_ROLE_MODE, NO_PADDING, &trace);
}

/* True if REF compares as many bytes as a digest has at most, or as one was told to have. */
static bool is_as_long_as_digest(struct vt_program *program, struct vt_event_ref ref) {
    enum { LONGEST_DIGEST = 64 };
    const uint32_t length_of_digest = VT_TAG_HASH | VT_TAG_LENGTH;
    struct length length = find_length(program, ref);
    if (length.constant)
        return length.constant->constant->number <= LONGEST_DIGEST;
    return length.trace && (vt_trace_tags(length.trace) & length_of_digest) == length_of_digest;
}

/* Of what a signature opens to, as many bytes are looked at as a digest has, and no others: by its
 * function or one that it calls. */
static void look_at_open(struct vt_check *check, struct vt_event_ref open) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, open.function, NULL);
    struct looked looked = {.open = open};
    struct digest digest;
    look_into(program, open.function, &looked);
    for (uint32_t c = 0; c < facts->ncalls; c++) {
        const uint32_t *targets;
        size_t count = vt_program_targets(program, (struct vt_site){open.function, c}, &targets);
        for (size_t i = 0; i < count; i++)
            look_into(program, targets[i], &looked);
    }
    if (looked.count != 1 || has_padding(program, open) ||
        !find_digest(program, looked.found, &digest) || is_asked(program, open))
        return;
    if (!is_as_long_as_digest(program, looked.found))
        return;
    report_whole(check, looked.found, &digest,
                 &(struct wrong){"Of what a signature opens to only the digest is compared: "
                                 "whatever stands before it is accepted.",
                                 "It is compared here", 80});
}

static void run(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    vt_check_each(check, VT_FACT_EFFECT, "crypto.open", look_at_open);
    const unsigned char *near = vt_near(check, makes_digest, NEAR);
    for (uint32_t f = 0; f < vt_program_nfunctions(program); f++) {
        const struct vt_function *facts = vt_program_function(program, f, NULL);
        bool decides = vt_is_decider(program, f);
        for (uint32_t e = 0; e < facts->nevents; e++) {
            struct vt_event_ref ref = {f, e};
            bool is_comparison = facts->events[e].fact == VT_FACT_COMPARE;
            if (near[f] && (is_comparison || is_loop(program, ref)))
                look_at(check, ref);
            if (decides && is_comparison)
                look_at_login(check, ref);
        }
    }
}

const struct vt_rule vt_crypto_truncated_compare = {
    .id = "crypto/truncated-compare",
    .name = "TruncatedCompare",
    .summary = "Only a part of a digest or authentication code is compared",
    .description =
        "A digest or authentication code is compared over too few bytes, over as many as the peer "
        "says, or as text although it is binary; or a loop compares it that one equal byte ends, "
        "whose last round alone counts, or that loses what it found. A few tries, or an answer of "
        "no length at all, then pass. Twelve bytes, as several standards have it, are enough.",
    .help = "Compare the whole of it in constant time, with the length of the algorithm, and "
            "refuse input of any other length.",
    .cwe = "CWE-187,CWE-697",
    .precision = "high",
    .severity = 8.1,
    .run = run,
};
