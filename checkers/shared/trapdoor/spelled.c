/* See spelled.h. */
#include "checkers/shared/trapdoor/spelled.h"

#include <ctype.h>
#include <string.h>

#include "checkers/shared/trapdoor/gathered.h"
#include "checkers/shared/trapdoor/trap.h"
#include "checkers/shared/trapdoor/word.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

enum {
    SHORTEST = 4,        /* letters of a word; bytes that are compared one by one */
    MOST_LETTERS = 16,   /* that are looked at; states that one thing goes through */
    MOST_HANDS = 2,      /* functions that hand on what is to be compared */
    LEAST_READ = 0xffff, /* a number that is read from text, and no port, is greater */
    LEAST_MIXED = 0xff,  /* what two things are, xored, to be no difference of two letters */
};

/* ---- Words ------------------------------------------------------------------------------- */

/* A word with letters and digits, or with signs that no name has; several with both. */
static bool is_odd(const char *text) {
    bool has_letter = false, has_digit = false, has_sign = false;
    if (strlen(text) < SHORTEST)
        return false;
    for (const char *at = text; *at; at++) {
        has_letter |= isalpha((unsigned char)*at) != 0;
        has_digit |= isdigit((unsigned char)*at) != 0;
        has_sign |= strchr("~#!?$&*+^|<>;%", *at) != NULL;
    }
    return has_letter && (strchr(text, ' ') ? has_digit && has_sign : has_digit || has_sign);
}

/* True if UNIT's constant NUMBER is bytes that nobody chooses for an address or an end: several,
 * and each another one. */
static bool is_mark(const struct vt_unit *unit, uint32_t number) {
    const struct vt_constant *constant = &unit->constants[number];
    if (constant->kind != VT_CONSTANT_BYTES)
        return false;
    const char *bytes = vt_string(unit->strings, constant->text);
    size_t size = vt_string_length(unit->strings, constant->text), different = 0;
    for (size_t i = 0; i < size; i++)
        different += bytes[i] != 0 && memchr(bytes, bytes[i], size) == bytes + i;
    return different >= SHORTEST;
}

/* True if comparison EVENT of FACTS is made with such bytes. */
static bool has_mark(const struct vt_unit *unit, const struct vt_function *facts, uint32_t event) {
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *to = &facts->nodes[facts->edges[e].to];
        const struct vt_node *from = &facts->nodes[facts->edges[e].from];
        if (to->kind == VT_NODE_IN && to->ref == event && from->kind == VT_NODE_CONSTANT &&
            (to->index == VT_ROLE_LEFT || to->index == VT_ROLE_RIGHT) && is_mark(unit, from->ref))
            return true;
    }
    return false;
}

/* ---- Functions that compare -------------------------------------------------------------- */

/* True if what a parameter of FACTS is, or with BENEATH what lies beneath it, flows to the node
 * like TO. */
static bool is_given(const struct vt_function *facts, struct vt_node to, bool beneath) {
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(facts, to, &count);
    for (uint32_t e = 0; e < count; e++)
        if (facts->nodes[edges[e].from].kind == VT_NODE_FORMAL && (edges[e].rewrite || !beneath))
            return true;
    return false;
}

/* The same of both sides of something. */
static bool are_given(const struct vt_function *facts, struct vt_node a, struct vt_node b,
                      bool beneath) {
    return is_given(facts, a, beneath) && is_given(facts, b, beneath);
}

/* True if FUNCTION holds two things that it is given against each other. */
static bool compares(struct vt_program *program, uint32_t function, unsigned hands) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (facts->events[e].fact == VT_FACT_COMPARE &&
            are_given(facts, (struct vt_node){VT_NODE_IN, VT_ROLE_LEFT, e},
                      (struct vt_node){VT_NODE_IN, VT_ROLE_RIGHT, e}, false))
            return true;
    for (uint32_t p = 0; p < facts->npredicates; p++)
        if (!facts->predicates[p].has_number &&
            (facts->predicates[p].compare == VT_EQ || facts->predicates[p].compare == VT_NE) &&
            are_given(facts, (struct vt_node){VT_NODE_SUBJECT, 0, p},
                      (struct vt_node){VT_NODE_SUBJECT, 1, p}, true))
            return true;
    for (uint32_t c = 0; c < facts->ncalls && hands; c++) {
        const uint32_t *targets;
        size_t count = vt_program_targets(program, (struct vt_site){function, c}, &targets);
        if (count == 1 &&
            are_given(facts, (struct vt_node){VT_NODE_ARGUMENT, 0, c},
                      (struct vt_node){VT_NODE_ARGUMENT, 1, c}, false) &&
            compares(program, targets[0], hands - 1))
            return true;
    }
    return false;
}

/* The word that call CALL of FUNCTION compares something with, or NULL. */
static const char *word_of_call(struct vt_program *program, uint32_t function, uint32_t call) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    const uint32_t *targets;
    size_t count = vt_program_targets(program, (struct vt_site){function, call}, &targets);
    const char *word = NULL;
    for (uint8_t i = 0; i < 3 && !word; i++) /* things to compare and their lengths */
        word = vt_text_at(unit, facts, (struct vt_node){VT_NODE_ARGUMENT, i, call});
    return word && count == 1 && !vt_is_format(word) && compares(program, targets[0], MOST_HANDS)
               ? word
               : NULL;
}

/* True if search EVENT of FACTS is for a letter, as strchr's are. */
static bool is_sign(const struct vt_unit *unit, const struct vt_function *facts, uint32_t event) {
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){VT_NODE_IN, VT_ROLE_RIGHT, event}, &count);
    const struct vt_node *from = count == 1 ? &facts->nodes[edges->from] : NULL;
    return from && from->kind == VT_NODE_CONSTANT &&
           unit->constants[from->ref].kind == VT_CONSTANT_INT;
}

/* The word that comparison EVENT of FUNCTION is made with, or NULL. */
static const char *word_of_event(struct vt_program *program, uint32_t function, uint32_t event) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    if (facts->events[event].fact != VT_FACT_COMPARE)
        return NULL;
    const char *left = vt_text_at(unit, facts, (struct vt_node){VT_NODE_IN, VT_ROLE_LEFT, event});
    const char *right = vt_text_at(unit, facts, (struct vt_node){VT_NODE_IN, VT_ROLE_RIGHT, event});
    bool is_sought = facts->events[event].success == VT_SUCCESS_NONNULL; /* in what is left */
    if (is_sought && is_sign(unit, facts, event))
        return NULL;
    return left && !(is_sought && right) ? left : right;
}

/* ---- Conditions -------------------------------------------------------------------------- */

static bool is_equality(const struct vt_predicate *predicate, bool holds) {
    return (predicate->compare == VT_EQ || predicate->compare == VT_NE) &&
           (predicate->compare == VT_EQ) == holds;
}

/* True if one number and nothing else gets to the node of FUNCTION like TO; then in *NUMBER. It may
 * have gone through a function that does nothing but turn its bytes. */
static bool is_number(struct vt_program *program, uint32_t function, struct vt_node to,
                      int64_t *number) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(facts, to, &count);
    const struct vt_node *from = count == 1 && !edges->tags ? &facts->nodes[edges->from] : NULL;
    if (from && from->kind == VT_NODE_RESULT && to.kind == VT_NODE_SUBJECT) {
        const uint32_t *targets;
        if (vt_program_targets(program, (struct vt_site){function, from->ref}, &targets) != 1)
            return false;
        const struct vt_function *callee = vt_program_function(program, targets[0], NULL);
        return callee->nparams == 1 && callee->nevents == 0 && callee->ncalls == 0 &&
               is_number(program, function, (struct vt_node){VT_NODE_ARGUMENT, 0, from->ref},
                         number);
    }
    if (!from || from->kind != VT_NODE_CONSTANT ||
        unit->constants[from->ref].kind != VT_CONSTANT_INT)
        return false;
    *number = unit->constants[from->ref].number;
    return true;
}

/* True if PREDICATE of FUNCTION holds something against one number; then in *NUMBER. */
static bool number_held(struct vt_program *program, uint32_t function, uint32_t predicate,
                        int64_t *number) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    *number = facts->predicates[predicate].number;
    return facts->predicates[predicate].has_number ||
           is_number(program, function, (struct vt_node){VT_NODE_SUBJECT, 1, predicate}, number);
}

/* The word that what node FROM of the function brings was compared with, if CONDITION says that it
 * was equal; else NULL. */
static const char *word_of(struct vt_program *program, struct vt_condition_ref condition,
                           const struct vt_node *from) {
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    if (from->kind == VT_NODE_RESULT)
        return word_of_call(program, condition.function, from->ref);
    if (from->kind != VT_NODE_OUTCOME ||
        !vt_condition_means(program, condition, (enum vt_success)facts->events[from->ref].success))
        return NULL;
    return word_of_event(program, condition.function, from->ref);
}

/* True if what node FROM of FACTS brings says that something equals bytes, if CONDITION holds. */
static bool equals_mark(struct vt_program *program, struct vt_condition_ref condition,
                        const struct vt_node *from) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, condition.function, &unit);
    return from->kind == VT_NODE_OUTCOME && facts->events[from->ref].fact == VT_FACT_COMPARE &&
           vt_condition_means(program, condition, facts->events[from->ref].success) &&
           has_mark(unit, facts, from->ref);
}

/* True if NODE is bytes of the unit. */
static bool is_bytes(const struct vt_unit *unit, const struct vt_node *node) {
    return node->kind == VT_NODE_CONSTANT && unit->constants[node->ref].kind != VT_CONSTANT_INT &&
           unit->constants[node->ref].kind != VT_CONSTANT_FUNCTION &&
           vt_string_length(unit->strings, unit->constants[node->ref].text) >= SHORTEST;
}

/* True if bytes of the unit meet others in hub HUB of FACTS, by edges with TAGS. */
static bool gathers_bytes(const struct vt_unit *unit, const struct vt_function *facts, uint32_t hub,
                          uint32_t tags) {
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges(facts, hub, &count);
    for (uint32_t e = 0; e < count; e++)
        if ((edges[e].tags & tags) == tags && is_bytes(unit, &facts->nodes[edges[e].from]))
            return true;
    return false;
}

/* True if bytes of the unit that are computed with get to the node of FACTS like TO. */
static bool has_bytes(const struct vt_unit *unit, const struct vt_function *facts,
                      struct vt_node to) {
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(facts, to, &count);
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &facts->nodes[edges[e].from];
        bool is_mixed = edges[e].tags & VT_TAG_XOR;
        if (from->kind == VT_NODE_HUB
                ? gathers_bytes(unit, facts, edges[e].from, is_mixed ? 0 : VT_TAG_XOR)
                : is_mixed && is_bytes(unit, from))
            return true;
    }
    return false;
}

/* The number of bytes that loop EVENT compares, if it is one constant; else 0. */
static int64_t length_of(const struct vt_unit *unit, const struct vt_function *facts,
                         uint32_t event) {
    int64_t length = 0;
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){VT_NODE_IN, VT_ROLE_LENGTH, event}, &count);
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &facts->nodes[edges[e].from];
        if (length || from->kind != VT_NODE_CONSTANT)
            return 0;
        length = unit->constants[from->ref].number;
    }
    return length;
}

/* True if CONDITION says that a loop found so many bytes alike as it compares with bytes of the
 * unit that are computed with. */
static bool counts_alike(struct vt_program *program, struct vt_condition_ref condition) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, condition.function, &unit);
    const struct vt_predicate *predicate = &facts->predicates[condition.predicate];
    if (predicate->number < SHORTEST || predicate->mask || !is_equality(predicate, condition.holds))
        return false;
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (vt_class_is(vt_string(unit->strings, facts->events[e].class_name), "compare.bytes") &&
            length_of(unit, facts, e) == predicate->number &&
            (has_bytes(unit, facts, (struct vt_node){VT_NODE_IN, VT_ROLE_LEFT, e}) ||
             has_bytes(unit, facts, (struct vt_node){VT_NODE_IN, VT_ROLE_RIGHT, e})))
            return true;
    return false;
}

/* True if EDGE computes with what is no constant: at once, or round by round. */
static bool computes(const struct vt_function *facts, const struct vt_edge *edge) {
    if (!(edge->tags & (VT_TAG_ARITHMETIC | VT_TAG_XOR | VT_TAG_HASH)))
        return false;
    if (facts->nodes[edge->from].kind != VT_NODE_HUB)
        return facts->nodes[edge->from].kind != VT_NODE_CONSTANT;
    uint32_t count;
    const struct vt_edge *rounds = vt_function_edges(facts, edge->from, &count);
    for (uint32_t e = 0; e < count; e++) {
        uint8_t kind = facts->nodes[rounds[e].from].kind;
        if (kind != VT_NODE_CONSTANT && kind != VT_NODE_HUB)
            return true;
    }
    return false;
}

/* True if node FROM of FUNCTION is the result of a function that computes it from what it is given:
 * a sum. */
static bool is_sum(struct vt_program *program, uint32_t function, const struct vt_node *from) {
    const uint32_t *targets;
    struct vt_site site = {function, from->ref};
    size_t count = from->kind == VT_NODE_RESULT ? vt_program_targets(program, site, &targets) : 0;
    if (count != 1)
        return false;
    const struct vt_function *facts = vt_program_function(program, targets[0], NULL);
    uint32_t nedges;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){.kind = VT_NODE_RETURN}, &nedges);
    for (uint32_t e = 0; e < nedges; e++)
        if (computes(facts, &edges[e]))
            return true;
    return false;
}

/* True if the left side of PREDICATE is made of two things that are xored, neither of them a
 * constant, of which EDGE brings one. */
static bool is_mixed(const struct vt_function *facts, uint32_t predicate,
                     const struct vt_edge *edge) {
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){VT_NODE_SUBJECT, 0, predicate}, &count);
    if (count != 2 || facts->nodes[edge->from].kind == VT_NODE_CONSTANT)
        return false;
    for (uint32_t e = 0; e < count; e++)
        if (edges[e].tags != VT_TAG_XOR || facts->nodes[edges[e].from].kind == VT_NODE_CONSTANT)
            return false;
    return true;
}

/* True if NUMBER, held against what EDGE brings under MASK, is what a sum comes to by chance only:
 * a large one, or one that a loop makes or of which two bytes and more are looked at, and that no
 * checksum ends with. */
static bool is_of_sum(const struct vt_unit *unit, const struct vt_function *facts,
                      const struct vt_edge *edge, int64_t number, int64_t mask) {
    const struct vt_rewrite *rewrite = &unit->rewrites[edge->rewrite];
    bool is_looped =
        facts->nodes[edge->from].kind == VT_NODE_HUB ||
        (rewrite->ntake > 0 && vt_range_equal(rewrite->take[rewrite->ntake - 1], VT_RANGE_ALL));
    if (mask)
        return mask >= 0xffff && number > LEAST_MIXED && number != mask &&
               !vt_gathered_ends_sum(number);
    return vt_word_is_magic(number) ||
           (is_looped && number > LEAST_READ && !vt_gathered_ends_sum(number));
}

/* How CONDITION says that a number made of what EDGE brings is a certain one: a sum of it, one that
 * stands in it as text, or that its bytes are those of a constant; TEXT: in no such way. */
static enum vt_spelling number_of(struct vt_program *program, struct vt_condition_ref condition,
                                  const struct vt_edge *edge) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, condition.function, &unit);
    const struct vt_predicate *predicate = &facts->predicates[condition.predicate];
    int64_t number = predicate->number;
    if (!is_equality(predicate, condition.holds))
        return VT_SPELLED_TEXT;
    if (is_of_sum(unit, facts, edge, number, predicate->mask) &&
        vt_trap_cases(facts, condition.predicate) < VT_SEVERAL_CASES &&
        (computes(facts, edge) || is_sum(program, condition.function, &facts->nodes[edge->from])))
        return VT_SPELLED_SUM;
    if (predicate->mask)
        return VT_SPELLED_TEXT;
    if (edge->tags & VT_TAG_DECODE && facts->nodes[edge->from].kind != VT_NODE_CONSTANT &&
        (number > LEAST_READ || number < -LEAST_READ))
        return VT_SPELLED_NUMBER;
    bool is_computed = computes(facts, edge);
    if (number > LEAST_MIXED && is_mixed(facts, condition.predicate, edge))
        return VT_SPELLED_SUM;
    if (!is_computed)
        return VT_SPELLED_TEXT;
    bool has_mixed =
        number == 0 && edge->tags & VT_TAG_XOR &&
        has_bytes(unit, facts, (struct vt_node){VT_NODE_SUBJECT, 0, condition.predicate});
    return has_mixed ? VT_SPELLED_BYTES : VT_SPELLED_TEXT;
}

/* True if CONDITION is about a number that somebody outside gives to its function. */
static bool is_handed_in(struct vt_program *program, struct vt_condition_ref condition) {
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    const struct vt_site *sites;
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(
        facts, (struct vt_node){VT_NODE_SUBJECT, 0, condition.predicate}, &count);
    return count == 1 && facts->nodes[edges[0].from].kind == VT_NODE_FORMAL && !edges[0].tags &&
           vt_program_callers(program, condition.function, &sites) == 0;
}

/* True if what PREDICATE of FACTS tests was read from memory, as a number of 4 bytes and more or at
 * a place that is not known. */
static bool is_read(const struct vt_function *facts, uint32_t predicate) {
    if (facts->predicates[predicate].size)
        return facts->predicates[predicate].size >= sizeof(int32_t);
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){VT_NODE_SUBJECT, 0, predicate}, &count);
    bool is_formal = count > 0;
    for (uint32_t e = 0; e < count && is_formal; e++)
        is_formal = facts->nodes[edges[e].from].kind == VT_NODE_FORMAL && edges[e].rewrite;
    return is_formal;
}

/* True if CONDITION says that something in memory or given from outside, and no result, one of
 * several cases or mark of the program's own objects, is a number that nobody chooses by chance;
 * then in *NUMBER. */
static bool equals_magic(struct vt_program *program, struct vt_condition_ref condition,
                         int64_t *number) {
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    const struct vt_predicate *predicate = &facts->predicates[condition.predicate];
    if (!number_held(program, condition.function, condition.predicate, number) || predicate->mask ||
        !vt_word_is_magic(*number) || !is_equality(predicate, condition.holds) ||
        !(is_read(facts, condition.predicate) || is_handed_in(program, condition)))
        return false;
    if (vt_trap_cases(facts, condition.predicate))
        return false;
    const struct vt_trace *trace =
        vt_trace_subject(program, condition.function, condition.predicate, 0, 0);
    return !(trace && vt_trace_has_number(trace, *number));
}

/* ---- Letters ----------------------------------------------------------------------------- */

/* Letters, and other bytes that end nothing, that conditions of one function say stand somewhere.
 */
struct letters {
    unsigned typed, others;
    uint32_t predicates[MOST_LETTERS]; /* that said so */
};

/* Counts what CONDITION says; true if a word is complete by it. */
static bool count_letter(struct vt_program *program, struct vt_condition_ref condition,
                         struct letters *letters) {
    const struct vt_predicate *predicate =
        &vt_program_function(program, condition.function, NULL)->predicates[condition.predicate];
    int64_t number = predicate->number;
    unsigned count = letters->typed + letters->others;
    bool is_typed = number > ' ' && number < 127;
    bool is_other =
        number >= INT8_MIN && number <= UINT8_MAX && number != 0 && number != 1 && number != -1;
    if (!predicate->has_number || predicate->mask || !is_equality(predicate, condition.holds) ||
        !(is_typed || is_other) || count == MOST_LETTERS)
        return false;
    for (unsigned i = 0; i < count; i++)
        if (letters->predicates[i] == condition.predicate)
            return false;
    letters->predicates[count] = condition.predicate;
    letters->typed += is_typed;
    letters->others += !is_typed;
    return letters->typed >= 2 && count + 1 == SHORTEST;
}

/* The guard list of the one constant that a variable is set to for CONDITION to hold; VT_NONE if it
 * tests none, or there are several. *IS_STATE: it tests a variable that is set to constants. */
static uint32_t state_before(struct vt_program *program, struct vt_condition_ref condition,
                             bool *is_state) {
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    uint32_t list = VT_NONE;
    unsigned passing = 0;
    *is_state = false;
    for (uint32_t s = 0; s < facts->nsettings; s++) {
        const struct vt_setting *setting = &facts->settings[s];
        if (setting->predicate != condition.predicate)
            continue;
        *is_state = true;
        if (vt_condition_excludes(program, condition, setting->number))
            continue;
        list = setting->guards;
        passing++;
    }
    return passing == 1 ? list : VT_NONE;
}

/* Counts the letters of guard list LIST of FUNCTION, and those that had to come for the states that
 * it asks for, STATES of them one before the other. */
static bool count_letters(struct vt_program *program, uint32_t function, uint32_t list,
                          unsigned states, struct letters *letters) {
    uint32_t nguards;
    const struct vt_guard *guards =
        vt_function_guards(vt_program_function(program, function, NULL), list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        struct vt_condition_ref condition = {function, guard->predicate, guard->holds, true};
        bool is_state;
        if (!guard->always)
            continue;
        uint32_t before = state_before(program, condition, &is_state);
        if (is_state ? states && count_letters(program, function, before, states - 1, letters)
                     : count_letter(program, condition, letters))
            return true;
    }
    return false;
}

/* The guard list of the one verdict of the function that what node FROM brings is the result of, if
 * no other lets CONDITION hold; else VT_NONE. The function in *CALLEE. */
static uint32_t verdict_before(struct vt_program *program, struct vt_condition_ref condition,
                               const struct vt_node *from, uint32_t *callee) {
    const uint32_t *targets;
    struct vt_site site = {condition.function, from->ref};
    uint32_t list = VT_NONE;
    unsigned passing = 0;
    if (from->kind != VT_NODE_RESULT || vt_program_targets(program, site, &targets) != 1)
        return VT_NONE;
    const struct vt_function *facts = vt_program_function(program, targets[0], NULL);
    *callee = targets[0];
    for (uint32_t v = 0; v < facts->nverdicts; v++) {
        if (vt_condition_excludes(program, condition, facts->verdicts[v].number))
            continue;
        list = facts->verdicts[v].guards;
        passing++;
    }
    return passing == 1 && facts->nverdicts > 1 ? list : VT_NONE;
}

/* True if CONDITION says that letters came one after the other, in the function or one that it
 * asks. */
static bool needs_letters(struct vt_program *program, struct vt_condition_ref condition) {
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    struct letters letters = {.typed = 0};
    bool is_state;
    uint32_t list = state_before(program, condition, &is_state);
    if (count_letters(program, condition.function, list, MOST_LETTERS, &letters))
        return true;
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(
        facts, (struct vt_node){VT_NODE_SUBJECT, 0, condition.predicate}, &count);
    for (uint32_t e = 0; e < count; e++) {
        uint32_t callee;
        letters = (struct letters){.typed = 0};
        if (edges[e].tags)
            continue;
        list = verdict_before(program, condition, &facts->nodes[edges[e].from], &callee);
        if (list != VT_NONE && count_letters(program, callee, list, MOST_LETTERS, &letters))
            return true;
    }
    return false;
}

/* ---- Parts ------------------------------------------------------------------------------- */

/* One thing of which two numbers were computed that are both certain ones: two remainders. */
struct parts {
    uint32_t from, rewrite; /* the node that it is read at, and how; VT_NONE: nothing yet */
    uint32_t predicate;
};

/* Looks at what CONDITION says of a computed number; true if it is the second of one thing. */
static bool count_part(struct vt_program *program, struct vt_condition_ref condition,
                       struct parts *parts) {
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    const struct vt_predicate *predicate = &facts->predicates[condition.predicate];
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(
        facts, (struct vt_node){VT_NODE_SUBJECT, 0, condition.predicate}, &count);
    if (!predicate->has_number || predicate->number < 2 || predicate->mask || count != 1 ||
        !is_equality(predicate, condition.holds) || !(edges->tags & VT_TAG_ARITHMETIC) ||
        !computes(facts, edges))
        return false;
    if (parts->from == edges->from && parts->rewrite == edges->rewrite &&
        parts->predicate != condition.predicate)
        return true;
    *parts = (struct parts){edges->from, edges->rewrite, condition.predicate};
    return false;
}

/* ---- All of them ------------------------------------------------------------------------- */

bool vt_spelled_at(struct vt_program *program, struct vt_condition_ref condition,
                   struct vt_spelled *spelled) {
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    const struct vt_predicate *predicate = &facts->predicates[condition.predicate];
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(
        facts, (struct vt_node){VT_NODE_SUBJECT, 0, condition.predicate}, &count);
    for (uint32_t e = 0; e < count && predicate->has_number; e++) {
        const struct vt_node *from = &facts->nodes[edges[e].from];
        const char *word = word_of(program, condition, from);
        enum vt_spelling spelling = equals_mark(program, condition, from)
                                        ? VT_SPELLED_MARK
                                        : number_of(program, condition, &edges[e]);
        if (spelling == VT_SPELLED_TEXT &&
            !(word && is_odd(word) && !vt_word_is_public(program, word)))
            continue;
        *spelled = (struct vt_spelled){condition, spelling, word, predicate->number};
        return true;
    }
    *spelled = (struct vt_spelled){.condition = condition, .number = predicate->number};
    if (predicate->has_number && counts_alike(program, condition))
        spelled->spelling = VT_SPELLED_BYTES;
    else if (predicate->has_number && needs_letters(program, condition))
        spelled->spelling = VT_SPELLED_LETTERS;
    else if (vt_gathered_in_order(program, condition))
        spelled->spelling = VT_SPELLED_ORDER;
    else if (vt_gathered_to_number(program, condition))
        spelled->spelling = VT_SPELLED_SUM;
    else if (equals_magic(program, condition, &spelled->number))
        spelled->spelling = VT_SPELLED_MAGIC;
    return spelled->spelling != VT_SPELLED_TEXT;
}

const char *vt_spelled_outcome(struct vt_program *program, uint32_t function, uint32_t node) {
    const struct vt_node *from = &vt_program_function(program, function, NULL)->nodes[node];
    const char *word = from->kind == VT_NODE_OUTCOME  ? word_of_event(program, function, from->ref)
                       : from->kind == VT_NODE_RESULT ? word_of_call(program, function, from->ref)
                                                      : NULL;
    return word && is_odd(word) && !vt_word_is_public(program, word) ? word : NULL;
}

bool vt_spelled_find(struct vt_program *program, uint32_t function, uint32_t list,
                     struct vt_spelled *spelled) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    struct letters letters = {.typed = 0};
    struct parts parts = {VT_NONE, VT_NONE, VT_NONE};
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        struct vt_condition_ref condition = {function, guard->predicate, guard->holds, true};
        if (!guard->always)
            continue;
        if (vt_spelled_at(program, condition, spelled))
            return true;
        if (count_part(program, condition, &parts)) {
            int64_t number = facts->predicates[guard->predicate].number;
            *spelled = (struct vt_spelled){
                .condition = condition, .spelling = VT_SPELLED_SUM, .number = number};
            return true;
        }
        if (count_letter(program, condition, &letters)) {
            *spelled = (struct vt_spelled){.condition = condition, .spelling = VT_SPELLED_LETTERS};
            return true;
        }
    }
    return false;
}

/* Looks for a word in the guards LIST of FUNCTION. */
typedef bool find_word(struct vt_program *program, uint32_t function, uint32_t list,
                       struct vt_spelled *spelled);

/* Lets FIND look before event REF, and before the calls of its function. */
static bool find_before(struct vt_program *program, struct vt_event_ref ref, find_word *find,
                        struct vt_spelled *spelled) {
    const struct vt_site *sites;
    size_t count = vt_program_callers(program, ref.function, &sites);
    if (find(program, ref.function, vt_program_event(program, ref, NULL)->guards, spelled))
        return true;
    for (size_t i = 0; i < count; i++) {
        const struct vt_function *facts = vt_program_function(program, sites[i].function, NULL);
        if (find(program, sites[i].function, facts->calls[sites[i].call].guards, spelled))
            return true;
    }
    return false;
}

/* Any word among the guards LIST of FUNCTION. */
static bool find_text(struct vt_program *program, uint32_t function, uint32_t list,
                      struct vt_spelled *spelled) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        struct vt_condition_ref condition = {function, guard->predicate, guard->holds, true};
        uint32_t count;
        const struct vt_edge *edges = vt_function_edges_to(
            facts, (struct vt_node){VT_NODE_SUBJECT, 0, guard->predicate}, &count);
        for (uint32_t e = 0; e < count && guard->always; e++) {
            const char *word = word_of(program, condition, &facts->nodes[edges[e].from]);
            if (!word || strlen(word) < SHORTEST || vt_word_is_public(program, word))
                continue;
            *spelled = (struct vt_spelled){condition, VT_SPELLED_TEXT, word, 0};
            return true;
        }
    }
    return false;
}

bool vt_spelled_text_before(struct vt_program *program, struct vt_event_ref ref,
                            struct vt_spelled *spelled) {
    return find_before(program, ref, find_text, spelled);
}

bool vt_spelled_before(struct vt_program *program, struct vt_event_ref ref,
                       struct vt_spelled *spelled) {
    return find_before(program, ref, vt_spelled_find, spelled);
}

/* ---- What is not there ------------------------------------------------------------------- */

/* True if FUNCTION holds what it is given against something. */
static bool looks_for(struct vt_program *program, uint32_t function) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    for (uint32_t e = 0; e < facts->nevents; e++)
        for (uint8_t role = VT_ROLE_LEFT; role <= VT_ROLE_RIGHT; role++)
            if (facts->events[e].fact == VT_FACT_COMPARE &&
                is_given(facts, (struct vt_node){VT_NODE_IN, role, e}, false))
                return true;
    return false;
}

/* An entry that stands for somebody or something: an odd word, a name of two parts. */
static bool is_entry(const char *text) {
    const char *space = strchr(text, ' ');
    return is_odd(text) || (isupper((unsigned char)*text) && space && space[1]);
}

/* True if FUNCTION holds parameter INDEX against a number that it finds somewhere. */
static bool looks_for_number(struct vt_program *program, uint32_t function, uint32_t index) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *from = &facts->nodes[facts->edges[e].from];
        const struct vt_node *to = &facts->nodes[facts->edges[e].to];
        if (from->kind != VT_NODE_FORMAL || from->index != index || to->kind != VT_NODE_SUBJECT ||
            unit->rewrites[facts->edges[e].rewrite].ntake > 0)
            continue;
        const struct vt_predicate *predicate = &facts->predicates[to->ref];
        if (!vt_compare_orders(predicate->compare) && !predicate->has_number)
            return true;
    }
    return false;
}

/* A number that stands for somebody or something: no count, no power of two or one less, no year.
 */
static bool is_entry_number(int64_t number) {
    return number >= 1000 && number % 10 != 0 && (number < 1900 || number > 2100) &&
           (number & (number - 1)) != 0 && (number & (number + 1)) != 0;
}

/* Puts the entry that call CALL of FUNCTION looks for into *SPELLED; false if it looks for none. */
static bool entry_of_call(struct vt_program *program, uint32_t function, uint32_t call,
                          struct vt_spelled *spelled) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    const uint32_t *targets;
    if (vt_program_targets(program, (struct vt_site){function, call}, &targets) != 1)
        return false;
    for (uint8_t i = 0; i < 3; i++) {
        struct vt_node argument = {VT_NODE_ARGUMENT, i, call};
        const char *text = vt_text_at(unit, facts, argument);
        spelled->spelling = text ? VT_SPELLED_TEXT : VT_SPELLED_NUMBER;
        spelled->text = text;
        if (text ? is_entry(text) && looks_for(program, targets[0])
                 : is_number(program, function, argument, &spelled->number) &&
                       is_entry_number(spelled->number) && looks_for_number(program, targets[0], i))
            return true;
    }
    return false;
}

/* The same of a call whose result PREDICATE of FUNCTION tests. */
static bool entry_sought(struct vt_program *program, uint32_t function, uint32_t predicate,
                         struct vt_spelled *spelled) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){VT_NODE_SUBJECT, 0, predicate}, &count);
    for (uint32_t e = 0; e < count; e++)
        if (facts->nodes[edges[e].from].kind == VT_NODE_RESULT &&
            entry_of_call(program, function, facts->nodes[edges[e].from].ref, spelled))
            return true;
    return false;
}

/* The same of what must have been found for a flag to be set which PREDICATE of FUNCTION tests. */
static bool entry_flagged(struct vt_program *program, uint32_t function, uint32_t predicate,
                          struct vt_spelled *spelled) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    for (uint32_t i = 0; i < facts->nsettings; i++)
        if (facts->settings[i].predicate == predicate && facts->settings[i].number != 0 &&
            vt_spelled_find(program, function, facts->settings[i].guards, spelled) &&
            spelled->spelling == VT_SPELLED_TEXT)
            return true;
    return false;
}

static bool find_missing(struct vt_program *program, uint32_t function, uint32_t list,
                         struct vt_spelled *spelled) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        const struct vt_predicate *predicate = &facts->predicates[guard->predicate];
        if (!guard->always || predicate->mask || !is_equality(predicate, guard->holds) ||
            (predicate->number != 0 && predicate->number != -1))
            continue;
        if (!entry_sought(program, function, guard->predicate, spelled) &&
            (predicate->number != 0 ||
             !entry_flagged(program, function, guard->predicate, spelled)))
            continue;
        spelled->condition =
            (struct vt_condition_ref){function, guard->predicate, guard->holds, true};
        return true;
    }
    return false;
}

bool vt_spelled_missing_before(struct vt_program *program, struct vt_event_ref ref,
                               struct vt_spelled *spelled) {
    return find_before(program, ref, find_missing, spelled);
}

/* ---- Telling ----------------------------------------------------------------------------- */

const char *vt_spelled_words(const struct vt_spelled *spelled, struct vt_arena *arena) {
    /* What has 32 bits is kept with its sign. */
    uint64_t mask = spelled->number < 0 && spelled->number >= INT32_MIN ? UINT32_MAX : UINT64_MAX;
    switch (spelled->spelling) {
    case VT_SPELLED_TEXT:
        return vt_alloc_format(arena, "something equals \"%.60s\"", spelled->text);
    case VT_SPELLED_SUM:
        return vt_alloc_format(arena, "a number computed from something equals 0x%llx",
                               (unsigned long long)((uint64_t)spelled->number & mask));
    case VT_SPELLED_MAGIC:
        return vt_alloc_format(arena, "something equals 0x%llx",
                               (unsigned long long)((uint64_t)spelled->number & mask));
    case VT_SPELLED_NUMBER:
        return vt_alloc_format(arena, "a number that is read from something equals %lld",
                               (long long)spelled->number);
    case VT_SPELLED_BYTES:
        return "the bytes of something, computed with others, equal bytes of the program";
    case VT_SPELLED_MARK:
        return "something equals bytes of the program";
    case VT_SPELLED_ORDER:
        return "things come one after the other as a table of the program has them";
    default:
        return "certain letters stand in something";
    }
}

/* True if SPELLED is one of several words that the same is held against. */
static bool is_listed(struct vt_check *check, const struct vt_spelled *spelled) {
    uint32_t function = spelled->condition.function;
    uint32_t compare =
        vt_trap_comparison(vt_check_program(check), function, spelled->condition.predicate);
    struct vt_trigger trigger = {
        .condition = spelled->condition, .compare = {function, compare}, .text = spelled->text};
    return compare != VT_NONE && vt_trap_is_listed(check, &trigger);
}

void vt_spelled_weigh(struct vt_check *check, struct vt_finding *finding,
                      const struct vt_spelled *spelled) {
    bool is_text = spelled->spelling == VT_SPELLED_TEXT;
    if (!is_text && spelled->spelling != VT_SPELLED_MAGIC)
        vt_finding_evidence(check, finding, "concealed", 15,
                            "What it has to be stands nowhere in the program as such.");
    if (is_text && is_listed(check, spelled))
        vt_finding_evidence(check, finding, "listed", -30,
                            "It is one of several words that are known.");
    if (is_text && vt_trap_is_documented(vt_check_program(check), spelled->text))
        vt_finding_evidence(check, finding, "documented", -40,
                            "Another text of the program mentions it.");
    else
        vt_finding_evidence(check, finding, "unmentioned", 10,
                            "No other text of the program mentions it.");
}
