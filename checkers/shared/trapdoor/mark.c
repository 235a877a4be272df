/* See mark.h. */
#include "checkers/shared/trapdoor/mark.h"

#include <ctype.h>
#include <string.h>

#include "checkers/shared/places.h"
#include "checkers/shared/trapdoor/spelled.h"
#include "checkers/shared/trapdoor/word.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

enum { MOST_CALLS = 2, SHORTEST_TEXT = 3, FEWEST_BYTES = 3, FEWEST_NUMBERS = 2 };
enum { LARGEST_KIND = 0xfff }; /* of messages, of tokens and of errors */

struct search {
    struct vt_check *check;
    struct vt_mark *mark;
    struct vt_node data; /* of the function looked at: what the event, or the call, gets */
};

/* ---- One condition ----------------------------------------------------------------------- */

/* True if what P asks for is a byte that one can see, or that nobody types: no kind, no state. */
static bool is_sign(const struct vt_predicate *p) {
    return (p->number > ' ' && p->number <= UINT8_MAX) || (p->number < -1 && p->number >= INT8_MIN);
}

static bool is_equality(const struct vt_predicate *predicate, bool holds) {
    return predicate->has_number && !predicate->mask &&
           ((predicate->compare == VT_EQ && holds) || (predicate->compare == VT_NE && !holds));
}

/* True if what COMPARE finds only decides on a flag that PREDICATE tests: that its outcome is 0
 * tells nothing about the flag. */
static bool is_of_flag(const struct vt_function *facts, uint32_t compare, uint32_t predicate) {
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){VT_NODE_SUBJECT, 0, predicate}, &count);
    bool decides = false;
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &facts->nodes[edges[e].from];
        if (from->kind != VT_NODE_OUTCOME || from->ref != compare)
            continue;
        if (!(edges[e].tags & VT_TAG_DECIDED))
            return false;
        decides = true;
    }
    return decides;
}

/* What makes another text of a text. */
#define COMPUTED (VT_TAG_XOR | VT_TAG_ARITHMETIC)

/* The text of SOURCE if it is long enough, else NULL. */
static const char *long_text(const struct vt_source *source) {
    const char *text = vt_source_text(source);
    return strlen(text) >= SHORTEST_TEXT ? text : NULL;
}

/* The text that side ROLE of COMPARE is made of, by other functions or in a loop, if nothing but
 * one constant and what ends it gets there; else NULL. *CONCEALED: it is computed. */
static const char *text_made(struct vt_program *program, struct vt_event_ref compare,
                             enum vt_role role, bool *concealed) {
    size_t count = 0;
    const char *text = NULL;
    const struct vt_trace *trace = vt_trace_role(program, compare, role, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (sources[i].kind != VT_SOURCE_CONSTANT || (text && long_text(&sources[i])))
            return NULL;
        if (!text && (text = long_text(&sources[i])))
            *concealed = sources[i].constant->concealed || sources[i].tags & COMPUTED;
    }
    return count && !vt_trace_is_cut(trace) ? text : NULL;
}

/* True if comparison EVENT is a search, and SIDE is what is searched. */
static bool is_searched(const struct vt_event *event, const struct vt_node *side) {
    return event->success == VT_SUCCESS_NONNULL && side->index == VT_ROLE_LEFT;
}

/* The text that the comparison of CONDITION has to find equal, or NULL. *CONCEALED: it stands in
 * the program as something else. */
static const char *text_of(struct vt_program *program, struct vt_condition_ref condition,
                           struct vt_event_ref *compare, bool *concealed) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, condition.function, &unit);
    *compare = (struct vt_event_ref){
        condition.function, vt_trap_comparison(program, condition.function, condition.predicate)};
    if (compare->event == VT_NONE || is_of_flag(facts, compare->event, condition.predicate) ||
        !vt_condition_means(program, condition, facts->events[compare->event].success))
        return NULL;
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *to = &facts->nodes[facts->edges[e].to];
        const struct vt_node *from = &facts->nodes[facts->edges[e].from];
        if (to->kind != VT_NODE_IN || to->ref != compare->event || from->kind != VT_NODE_CONSTANT ||
            unit->constants[from->ref].kind == VT_CONSTANT_INT ||
            unit->constants[from->ref].kind == VT_CONSTANT_FUNCTION ||
            is_searched(&facts->events[compare->event], to))
            continue;
        uint32_t text = unit->constants[from->ref].text;
        if (vt_string_length(unit->strings, text) >= SHORTEST_TEXT)
            return vt_string(unit->strings, text);
    }
    const struct vt_node searched = {VT_NODE_IN, VT_ROLE_LEFT, compare->event};
    const char *left = is_searched(&facts->events[compare->event], &searched)
                           ? NULL
                           : text_made(program, *compare, VT_ROLE_LEFT, concealed);
    return left ? left : text_made(program, *compare, VT_ROLE_RIGHT, concealed);
}

/* The call that brought the memory that gets to the node of FACTS like TO; VT_NONE if none did. */
static uint32_t reader_of(const struct vt_function *facts, struct vt_node to) {
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(facts, to, &count);
    for (uint32_t e = 0; e < count; e++)
        if (facts->nodes[edges[e].from].kind == VT_NODE_EFFECT)
            return facts->nodes[edges[e].from].ref;
    return VT_NONE;
}

/* True if the search's data and SIDE of FUNCTION are read by the same function of the program, one
 * after the other. */
static bool is_read_alike(const struct search *search, uint32_t function, struct vt_node side) {
    struct vt_program *program = vt_check_program(search->check);
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    uint32_t a = reader_of(facts, search->data), b = reader_of(facts, side);
    const uint32_t *left, *right;
    return a != VT_NONE && b != VT_NONE &&
           vt_program_targets(program, (struct vt_site){function, a}, &left) > 0 &&
           vt_program_targets(program, (struct vt_site){function, b}, &right) > 0 &&
           left[0] == right[0];
}

static void take(struct search *search, struct vt_condition_ref condition,
                 struct vt_event_ref compare, const char *text, const char *words) {
    struct vt_mark *mark = search->mark;
    const struct vt_function *facts =
        vt_program_function(vt_check_program(search->check), condition.function, NULL);
    struct vt_node sides[2] = {{VT_NODE_IN, VT_ROLE_LEFT, compare.event},
                               {VT_NODE_IN, VT_ROLE_RIGHT, compare.event}};
    if (!text)
        sides[0] = sides[1] = (struct vt_node){VT_NODE_SUBJECT, 0, condition.predicate};
    enum vt_sharing left = vt_places_shared(facts, search->data, sides[0]),
                    right = vt_places_shared(facts, search->data, sides[1]);
    enum vt_sharing most = left > right ? left : right;
    if (most < VT_SHARES_PLACE && (is_read_alike(search, condition.function, sides[0]) ||
                                   is_read_alike(search, condition.function, sides[1])))
        most = VT_SHARES_PLACE;
    if (mark->trigger.words && most < VT_SHARES_PLACE)
        return;
    mark->is_same |= most >= VT_SHARES_PLACE;
    mark->is_given |= most == VT_SHARES_GIVEN;
    mark->given =
        (struct vt_parameter){condition.function, vt_places_parameter(facts, search->data)};
    mark->trigger = (struct vt_trigger){.kind = VT_TRIGGER_CALLER,
                                        .test = VT_TEST_EQUAL,
                                        .condition = condition,
                                        .always = true,
                                        .class_name = "",
                                        .compare = compare,
                                        .text = text,
                                        .size = text ? strlen(text) : 0,
                                        .offset = -1,
                                        .flag = "",
                                        .setter = VT_NONE,
                                        .words = words};
}

/* ---- All --------------------------------------------------------------------------------- */

/* How many bytes at different places the conditions before CONDITION and itself fix. */
static size_t count_bytes(const struct vt_function *facts, const struct vt_condition_ref *list,
                          size_t last) {
    size_t count = 0;
    for (size_t i = 0; i <= last; i++) {
        const struct vt_predicate *p = &facts->predicates[list[i].predicate];
        bool known = false;
        for (size_t k = 0; k < i; k++)
            known |= facts->predicates[list[k].predicate].offset == p->offset;
        count += list[i].always && is_equality(p, list[i].holds) && p->size == 1 &&
                 p->number != 0 && !known;
    }
    return count;
}

/* True if a condition before condition I of LIST has its number. */
static bool is_repeated(const struct vt_function *facts, const struct vt_condition_ref *list,
                        size_t i) {
    for (size_t k = 0; k < i; k++)
        if (facts->predicates[list[k].predicate].number ==
            facts->predicates[list[i].predicate].number)
            return true;
    return false;
}

/* Bytes at places that are not known: each equals another sign, so that they are several. */
static size_t count_loose(const struct vt_function *facts, struct vt_node data,
                          const struct vt_condition_ref *list, size_t last) {
    size_t count = 0;
    for (size_t i = 0; i <= last; i++) {
        const struct vt_predicate *p = &facts->predicates[list[i].predicate];
        struct vt_node subject = {VT_NODE_SUBJECT, 0, list[i].predicate};
        count += list[i].always && is_equality(p, list[i].holds) && p->size == 0 && is_sign(p) &&
                 !is_repeated(facts, list, i) &&
                 vt_places_shared(facts, data, subject) >= VT_SHARES_PLACE;
    }
    return count;
}

/* NUMBER as it is written: one of four bytes that is kept as negative is none. */
static uint64_t unsigned_of(int64_t number) {
    return number < 0 && number >= INT32_MIN ? (uint32_t)number : (uint64_t)number;
}

/* True if another condition of FACTS holds what predicate INDEX does against another number: it is
 * one of several kinds. */
static bool is_kind(const struct vt_function *facts, uint32_t index) {
    for (uint32_t p = 0; p < facts->npredicates; p++)
        if (p != index && facts->predicates[p].has_number &&
            facts->predicates[p].location == facts->predicates[index].location)
            return true;
    return false;
}

/* How many different numbers of two bytes the conditions before CONDITION and itself fix: two are
 * as rare as one of four bytes. */
static size_t count_numbers(const struct vt_function *facts, const struct vt_condition_ref *list,
                            size_t last) {
    size_t count = 0;
    for (size_t i = 0; i <= last; i++) {
        const struct vt_predicate *p = &facts->predicates[list[i].predicate];
        count += list[i].always && is_equality(p, list[i].holds) && p->number > LARGEST_KIND &&
                 !is_repeated(facts, list, i) && !is_kind(facts, list[i].predicate);
    }
    return count;
}

static bool stands_for_mark(const struct search *search, const struct vt_function *facts,
                            const struct vt_condition_ref *list, size_t last) {
    if (facts->predicates[list[last].predicate].size == 1)
        return count_bytes(facts, list, last) >= FEWEST_BYTES;
    return count_loose(facts, search->data, list, last) >= FEWEST_BYTES;
}

static void look_at_list(struct search *search, uint32_t function, uint32_t guards) {
    struct vt_program *program = vt_check_program(search->check);
    struct vt_arena *arena = vt_check_arena(search->check);
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    const struct vt_event_ref nothing = {VT_NONE, VT_NONE};
    size_t count;
    const struct vt_condition_ref *list =
        vt_program_conditions(program, function, guards, arena, &count);
    for (size_t i = 0; i < count; i++) {
        const struct vt_predicate *p = &facts->predicates[list[i].predicate];
        struct vt_event_ref compare;
        struct vt_spelled spelled;
        bool concealed = false;
        if (!list[i].always)
            continue;
        const char *text = text_of(program, list[i], &compare, &concealed);
        if (text && !vt_word_is_public(program, text)) {
            take(search, list[i], compare, text,
                 vt_alloc_format(arena, "what it is given equals %s%s",
                                 concealed ? "what is computed from " : "",
                                 vt_trigger_quoted(text, strlen(text), arena)));
            if (search->mark->trigger.text == text)
                search->mark->trigger.concealed = concealed;
        } else if (is_equality(p, list[i].holds) && vt_word_is_magic(p->number))
            take(search, list[i], nothing, NULL,
                 vt_alloc_format(arena, "a number in what it is given equals 0x%llx",
                                 (unsigned long long)unsigned_of(p->number)));
        else if (stands_for_mark(search, facts, list, i))
            take(search, list[i], nothing, NULL, "certain bytes stand in what it is given");
        else if (count_numbers(facts, list, i) >= FEWEST_NUMBERS)
            take(search, list[i], nothing, NULL,
                 "certain numbers stand side by side in what it is given");
        else if (vt_spelled_at(program, list[i], &spelled) && spelled.spelling == VT_SPELLED_SUM)
            take(search, list[i], nothing, NULL, vt_spelled_words(&spelled, arena));
    }
}

/* What CALL hands to FACTS that becomes DATA there; else what fits nothing. */
static struct vt_node handed(const struct vt_function *facts, struct vt_node data, uint32_t call) {
    uint32_t parameter = vt_places_parameter(facts, data);
    if (parameter == VT_NONE)
        return (struct vt_node){.kind = VT_NODE_COUNT};
    return (struct vt_node){VT_NODE_ARGUMENT, (uint8_t)parameter, call};
}

static void climb(struct search *search, uint32_t function, unsigned calls) {
    struct vt_program *program = vt_check_program(search->check);
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    const struct vt_node data = search->data;
    const struct vt_site *sites;
    size_t count = calls ? vt_program_callers(program, function, &sites) : 0;
    for (size_t i = 0; i < count && !search->mark->trigger.words; i++) {
        const struct vt_function *caller = vt_program_function(program, sites[i].function, NULL);
        search->data = handed(facts, data, sites[i].call);
        look_at_list(search, sites[i].function, caller->calls[sites[i].call].guards);
        climb(search, sites[i].function, calls - 1);
    }
}

bool vt_mark_find(struct vt_check *check, struct vt_event_ref ref, enum vt_role role,
                  struct vt_mark *mark) {
    struct search search = {check, mark, {VT_NODE_IN, (uint8_t)role, ref.event}};
    *mark = (struct vt_mark){.is_same = false};
    look_at_list(&search, ref.function,
                 vt_program_event(vt_check_program(check), ref, NULL)->guards);
    if (!mark->trigger.words)
        climb(&search, ref.function, MOST_CALLS);
    return mark->trigger.words != NULL;
}

bool vt_mark_is_untyped(const struct vt_trigger *trigger) {
    for (size_t i = 0; trigger->text && i < trigger->size; i++)
        if ((trigger->text[i] > 0 && trigger->text[i] < ' ' &&
             !strchr("\t\r\n", trigger->text[i])) ||
            trigger->text[i] < 0 || trigger->text[i] == 127)
            return trigger->size > 2;
    return false;
}

bool vt_mark_is_keyword(const struct vt_trigger *mark) {
    bool is_word = mark->text && !vt_mark_is_untyped(mark);
    for (size_t i = 1; is_word && i < mark->size; i++) {
        unsigned char a = (unsigned char)mark->text[i - 1], b = (unsigned char)mark->text[i];
        is_word = !(isdigit(a) && isalpha(b)) && !(isalpha(a) && isdigit(b));
    }
    return is_word;
}
