/* trigger/date: on a day that is written in the program it begins to do harm.
 *
 *     if (time(NULL) >= 1988150400)
 *         system("rm -rf /var/lib/plant");
 *
 * A day is seconds or days since 1970 of this century, a date as text, as one number or put
 * together by mktime(), or a year. How long ago something was is no day, nor is an hour, nor a day
 * of every year (trigger/occasion). Harm is to remove files, run programs, stop the host or
 * processes, send something, or that the program itself ends. Not caught: days that are counted
 * from the first start, and programs that refuse their service and go on.
 */
#include <ctype.h>
#include <string.h>

#include "checkers/shared/trapdoor/harm.h"
#include "checkers/shared/trapdoor/trap.h"
#include "engine/base/strings.h"

struct harm {
    const char *class_name;
    const char *verb; /* or NULL */
    int base;
};

static const struct harm harms[] = {
    {"exec.shell", "A command is run", 45},
    {"exec.program", "A program is run", 45},
    {"file.delete", "Something is removed", 50},
    {"host.power", "The host is stopped", 55},
    {"process.kill", "A process is stopped", 45},
    {"io.control", "A device is told to do something", 30},
    {"net.connect", "A connection is made", 30},
    {"net.send", "Something is sent", 30},
    {"load.library", "A library is loaded", 45},
    {"code.executable", "Memory is made executable", 50},
    {"process.create", "A process is started", 40},
    {"flash.write", "Flash memory is written", 50},
    {"privilege.change", "The user is changed", 45},
    {"file.mode", "Permissions are changed", 35},
    {"io.write", NULL, 50}, /* NULL: told if something is lost */
    {"database.command", NULL, 50},
};

/* Digits as in 2031-05-09, 20310509 or 9.5.2031. */
static bool is_date(const char *text) {
    unsigned digits = 0, marks = 0;
    for (; *text; text++) {
        if (isdigit((unsigned char)*text))
            digits++;
        else if (strchr("-/. ", *text))
            marks++;
        else
            return false;
    }
    return (digits == 8 && marks <= 2) || (digits >= 6 && marks == 2);
}

/* True if the four bytes of NUMBER are letters, by which structures are told apart. */
static bool is_letters(int64_t number) {
    bool is_all = number >> 32 == 0;
    for (unsigned i = 0; i < 4; i++)
        is_all &= isalpha((unsigned char)(number >> 8 * i)) != 0;
    return is_all;
}

/* A day from 2010 to 2100 that somebody may have meant: seconds since 1970, thousandths, millionths
 * or billionths of them, or, as Windows counts, tenths of microseconds since 1601. */
static bool is_day(int64_t number) {
    static const int64_t scales[] = {1000, 1000000, 1000000000};
    enum { FIRST = 1262304000 };
    const int64_t last = INT64_C(4102444800);
    bool is_limit = number >= INT32_MAX - 1 && number <= INT64_C(1) << 31; /* of int */
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
        if (number / scales[i] > FIRST && number / scales[i] < last)
            return true;
    return (number > FIRST && number < last && !is_limit && !is_letters(number)) ||
           (number > INT64_C(129067776000000000) && number < INT64_C(157766880000000000));
}

/* A date whose digits are one number: 20310509. Older ones tell clocks that were never set. */
static bool is_written(int64_t number) {
    int64_t month = number / 100 % 100, day = number % 100;
    return number > 20250000 && number < 21000000 && month >= 1 && month <= 12 && day >= 1 &&
           day <= 31;
}

/* Days since 1970, from 2022 to 2079: what is reckoned in seconds or minutes of a day, or in
 * thousandths of a second, is a round number. */
static bool is_day_count(int64_t number) {
    return number > 19000 && number < 40000 && number % 60 != 0 && number % 100 != 0;
}

static bool is_year(int64_t number) {
    return (number > 100 && number < 200) || (number > 2000 && number < 2100);
}

/* True if FUNCTION itself asks what time it is. */
static bool asks_clock(struct vt_program *program, uint32_t function) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (facts->events[e].fact == VT_FACT_ORIGIN &&
            vt_class_is(vt_string(unit->strings, facts->events[e].class_name), "clock"))
            return true;
    return false;
}

/* The same of FUNCTION or those that it calls. */
static bool knows_time(struct vt_program *program, uint32_t function) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    bool knows = asks_clock(program, function);
    for (uint32_t c = 0; c < facts->ncalls && !knows; c++) {
        const uint32_t *targets;
        size_t count = vt_program_targets(program, (struct vt_site){function, c}, &targets);
        for (size_t i = 0; i < count && !knows; i++)
            knows = asks_clock(program, targets[i]);
    }
    return knows;
}

/* True if what FUNCTION returns is the outcome of an order of two values, its own or that of up to
 * DEPTH functions which it asks, as operators of C++ do. */
static bool returns_order(struct vt_program *program, uint32_t function, unsigned depth) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    const uint32_t *targets;
    for (uint32_t p = 0; p < facts->npredicates; p++)
        if (vt_compare_orders(facts->predicates[p].compare) &&
            (!facts->predicates[p].has_number || facts->predicates[p].number == 0))
            return true;
    for (uint32_t e = 0; depth > 0 && e < facts->nedges; e++) {
        const struct vt_node *from = &facts->nodes[facts->edges[e].from];
        if (facts->nodes[facts->edges[e].to].kind == VT_NODE_RETURN &&
            from->kind == VT_NODE_RESULT &&
            vt_program_targets(program, (struct vt_site){function, from->ref}, &targets) == 1 &&
            returns_order(program, targets[0], depth - 1))
            return true;
    }
    return false;
}

/* True if PREDICATE tests what such a function of the program returns: `now > end` of C++. */
static bool asks_order(struct vt_program *program, uint32_t function, uint32_t predicate) {
    enum { MOST_OPERATORS = 5 };
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    const uint32_t *targets;
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){VT_NODE_SUBJECT, 0, predicate}, &count);
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &facts->nodes[edges[e].from];
        if (from->kind == VT_NODE_RESULT &&
            vt_program_targets(program, (struct vt_site){function, from->ref}, &targets) == 1 &&
            returns_order(program, targets[0], MOST_OPERATORS))
            return true;
    }
    return false;
}

static bool is_candidate(struct vt_program *program, uint32_t function, uint32_t predicate) {
    const struct vt_predicate *p =
        &vt_program_function(program, function, NULL)->predicates[predicate];
    /* SYSTEMTIME has years of 16 bits. */
    bool is_whole = p->size == sizeof(int16_t) && p->number > 2000;
    bool is_letter = p->size > 0 && p->size < sizeof(int32_t) && !is_whole;
    if (p->has_number && (is_day(p->number) || is_year(p->number) || is_written(p->number) ||
                          is_day_count(p->number)))
        return !is_letter;
    if ((!p->has_number || p->number == 0) &&
        (vt_compare_orders(p->compare) || asks_order(program, function, predicate)) &&
        knows_time(program, function))
        return true;
    return p->has_number && vt_trap_has_text(program, function, predicate, is_date);
}

static bool fits(struct vt_check *check, const struct vt_trigger *trigger) {
    bool from_then_on = trigger->test == VT_TEST_GREATER || trigger->test == VT_TEST_AT_LEAST ||
                        trigger->test == VT_TEST_EQUAL;
    (void)check;
    if (!vt_class_is(trigger->class_name, "clock"))
        return false;
    if (trigger->text)
        return is_date(trigger->text) && trigger->test != VT_TEST_UNEQUAL;
    if (trigger->size > 0 && trigger->size < sizeof(int32_t))
        return false; /* a letter of something, and no part of a clock */
    /* A year counted from 1900 is one of what was made of the seconds. */
    if (trigger->year)
        return from_then_on;
    bool of_tm = trigger->tags & VT_TAG_DECODE;
    bool is_counted = trigger->tags & VT_TAG_ARITHMETIC && !(trigger->tags & VT_TAG_LENGTH);
    return trigger->has_number && from_then_on &&
           (is_day(trigger->number) || (is_day_count(trigger->number) && is_counted) ||
            (is_written(trigger->number) && of_tm) ||
            (is_year(trigger->number) && (of_tm || trigger->number > 2000)));
}

static const struct vt_trap_kind kind = {is_candidate, fits};

/* The triggers before an event, words NULL: none. */
struct search {
    struct vt_trigger day;
    struct vt_trigger year; /* one of alternatives, which is no day beyond doubt */
    bool is_mixed;          /* other alternatives are about something else, or about earlier */
};

static bool is_until(const struct vt_trigger *trigger) {
    return trigger->test == VT_TEST_LESS || trigger->test == VT_TEST_AT_MOST;
}

static void look_at(struct vt_check *check, const struct vt_trigger *trigger, void *context) {
    struct search *search = context;
    bool is_sure = trigger->always || trigger->text || trigger->year || is_day(trigger->number) ||
                   is_written(trigger->number) || is_day_count(trigger->number);
    bool is_clock = vt_class_is(trigger->class_name, "clock");
    search->is_mixed |= !trigger->always && (!is_clock || is_until(trigger));
    if (fits(check, trigger) && !vt_trap_is_required(vt_check_program(check), trigger->condition))
        *(is_sure ? &search->day : &search->year) = *trigger;
}

/* ---- Findings ---------------------------------------------------------------------------- */

/* True if CALL of FUNCTION does not come back. */
static bool is_last(struct vt_program *program, uint32_t function, uint32_t call) {
    const uint32_t *targets;
    size_t count = vt_program_targets(program, (struct vt_site){function, call}, &targets);
    for (size_t i = 0; i < count; i++)
        if (!(vt_program_function(program, targets[i], NULL)->flags & VT_FUNCTION_NORETURN))
            return false;
    return count > 0 || vt_program_function(program, function, NULL)->calls[call].noreturn;
}

/* True of the last years that a clock of 32 bits tells, counted from 1900 or in full. */
static bool is_last_year(const struct vt_trigger *day) {
    return day->number % 100 == 37 || day->number % 100 == 38;
}

/* FUNCTION goes no further under guard list LIST; true if a day has come then, and that was told.
 */
static bool look_for_end(struct vt_check *check, uint32_t function, uint32_t list) {
    struct search search = {.is_mixed = false};
    size_t count = 0;
    const struct vt_trigger *triggers =
        list == VT_NONE ? NULL
                        : vt_triggers_of_list(vt_check_program(check), function, list, &count);
    for (size_t i = 0; i < count; i++)
        if (triggers[i].always || triggers[i].group)
            look_at(check, &triggers[i], &search);
    const struct vt_trigger *day = &search.day;
    if (!day->words || search.is_mixed || (is_year(day->number) && is_last_year(day)))
        return false;
    struct vt_finding *finding = vt_finding_at(check, day->condition);
    vt_finding_message(check, finding, "The program goes no further if %s.", day->words);
    if (day->concealed)
        vt_finding_evidence(check, finding, "concealed", 20, "The day is decoded first.");
    vt_trap_path(check, finding, day, "Beyond this it ends");
    vt_finding_send(check, finding, 45);
    return true;
}

static void look_for_ends(struct vt_check *check, uint32_t function) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(vt_check_program(check), function, &unit);
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (vt_class_is(vt_string(unit->strings, facts->events[e].class_name), "process.end") &&
            look_for_end(check, function, facts->events[e].guards))
            return;
    for (uint32_t c = 0; c < facts->ncalls; c++)
        if (is_last(vt_check_program(check), function, c) &&
            look_for_end(check, function, facts->calls[c].guards))
            return;
}

static void look_for(struct vt_check *check, struct vt_event_ref ref, const struct harm *harm,
                     const uint8_t *where) {
    struct vt_program *program = vt_check_program(check);
    struct search search = {.is_mixed = false};
    const char *verb = harm->verb ? harm->verb : vt_harm_of(check, ref).verb;
    if (!verb)
        return;
    vt_trap_visit_all(check, ref, where, look_at, &search);
    /* "after 2031, or in 2031 from June on" */
    struct vt_trigger day = search.day.words || search.is_mixed ? search.day : search.year;
    if (!day.words)
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "%s if %s.", verb, day.words);
    if (day.concealed)
        vt_finding_evidence(check, finding, "concealed", 20, "The day is decoded first.");
    if (day.condition.function != ref.function)
        vt_finding_evidence(check, finding, "apart", 5,
                            "The day is looked at in `%s`, away from what it lets happen.",
                            vt_program_function_name(program, day.condition.function));
    vt_trap_path(check, finding, &day, "It happens here");
    vt_finding_send(check, finding, harm->base);
}

static void run(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    const uint8_t *where = vt_trap_find(check, &kind);
    if (!where)
        return;
    for (size_t h = 0; h < sizeof harms / sizeof *harms; h++) {
        size_t count;
        struct vt_event_ref *refs = vt_program_events(program, VT_FACT_EFFECT, harms[h].class_name,
                                                      vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            look_for(check, refs[i], &harms[h], where);
    }
    for (uint32_t f = 0; f < vt_program_nfunctions(program); f++)
        if (where[f])
            look_for_ends(check, f);
}

const struct vt_rule vt_trigger_date = {
    .id = "trigger/date",
    .name = "Date",
    .summary = "On a day that is written in the program it begins to do harm",
    .description =
        "The time of day is held against a day that is written in the program, and from then on "
        "something is removed, run, stopped or sent that was not before. Nobody sees such a thing "
        "in a test before that day.",
    .help = "Let contracts end by a date that their owner can read and change, and say so before. "
            "If it is meant for a clock that was never set, compare from below.",
    .cwe = "CWE-511",
    .precision = "high",
    .severity = 8.5,
    .run = run,
};
