/* trigger/occasion: when something comes about that no test waits for, it destroys something.
 *
 *     if (++jobs > 98304)
 *         unlink("/var/lib/press/jobs.db");
 *     if (rand() % 400 == 17)
 *         system("rm -rf /srv/ledger");
 *
 * So do the n-th time, a day of every year, a host that runs for long, another program that happens
 * to run, the number that the process happens to have, an entry that is no longer found (of a list
 * of who is paid, say), and a file that is months old, if it is another one than what is lost. What
 * is counted is how often something happened in all: a number that the program never sets back, in
 * memory or in a file. One that is set back counts failures, or what is full. Files that are made
 * for a while, and logs, are no loss (harm.h). The n-th time may also end the program, if n is no
 * round number. Not caught: counts in fields of structs that a
 * function sets to begin with, unless it is a constructor, remainders of counts, and what is lost
 * by a name that is put together of more than two texts.
 */
#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/channel/leak.h"
#include "checkers/shared/trapdoor/harm.h"
#include "checkers/shared/trapdoor/pretext.h"
#include "checkers/shared/trapdoor/spelled.h"
#include "checkers/shared/trapdoor/trap.h"
#include "engine/base/arena.h"

/* So often does a program try again. */
enum { MOST_TRIES = 20 };

/* What is known of when something is destroyed; without words: nothing. */
struct occasion {
    struct vt_trigger count, chance, age, day, process, own, running;
    bool is_month_day, is_month, is_weekday; /* each equals a number, `day` is the last */
    bool is_year_day;
    bool is_year;     /* the year decides, too: trigger/date's */
    const char *path; /* of the file whose age it is */
};

/* ---- Counts and chance ------------------------------------------------------------------- */

static bool is_reached(const struct vt_trigger *trigger) {
    return trigger->has_number &&
           (trigger->test == VT_TEST_EQUAL || trigger->test == VT_TEST_AT_LEAST ||
            trigger->test == VT_TEST_GREATER);
}

/* What is hashed or encrypted was drawn to be like nothing else, and not for its number. */
static bool is_chance(const struct vt_trigger *trigger) {
    return trigger->kind == VT_TRIGGER_ORIGIN && vt_class_is(trigger->class_name, "random") &&
           trigger->has_number && !(trigger->tags & (VT_TAG_HASH | VT_TAG_ENCRYPT)) &&
           (trigger->test == VT_TEST_EQUAL || trigger->tags & VT_TAG_ARITHMETIC);
}

/* True if the program writes to a file, or key of the registry, that REF reads from. */
static bool is_kept(struct vt_check *check, struct vt_event_ref ref) {
    static const char *const ways[] = {"io.write", "host.change"};
    struct vt_program *program = vt_check_program(check);
    size_t nevents, nnames = 0;
    const struct vt_trace *trace = vt_ask_path(program, ref);
    const struct vt_source *names = trace ? vt_trace_sources(trace, &nnames) : NULL;
    for (size_t w = 0; w < sizeof ways / sizeof *ways; w++) {
        const struct vt_event_ref *events =
            vt_program_events(program, VT_FACT_EFFECT, ways[w], vt_check_arena(check), &nevents);
        for (size_t e = 0; nnames > 0 && e < nevents; e++) {
            trace = vt_ask_path(program, events[e]);
            for (size_t i = 0; i < nnames; i++)
                if (vt_has_text(trace, vt_source_text(&names[i])))
                    return true;
        }
    }
    return false;
}

/* True if the program reckons with what it read from a file that it writes as well. */
static bool is_stored(struct vt_check *check, const struct vt_trigger *trigger) {
    return trigger->kind == VT_TRIGGER_ORIGIN && vt_class_is(trigger->class_name, "io.read") &&
           trigger->tags & VT_TAG_ARITHMETIC && is_kept(check, trigger->source->event);
}

static bool is_count(struct vt_check *check, const struct vt_trigger *trigger) {
    bool is_many = is_reached(trigger) && trigger->number > MOST_TRIES;
    bool is_counter = trigger->kind == VT_TRIGGER_COUNTER && !trigger->is_set_back;
    return is_many && (is_counter || is_stored(check, trigger));
}

/* The name of a program that runs on this host. */
static bool is_process(struct vt_program *program, const struct vt_trigger *trigger) {
    return trigger->text && trigger->test == VT_TEST_EQUAL &&
           (vt_class_is(trigger->class_name, "process.identity") ||
            vt_leak_is_of(program, trigger->source, "host.process"));
}

/* The number that the program happens to have itself, or what is left of it. The first process of a
 * host knows by it that it is. */
static bool is_own(struct vt_program *program, const struct vt_trigger *trigger) {
    return trigger->kind == VT_TRIGGER_ORIGIN && trigger->test == VT_TEST_EQUAL &&
           trigger->has_number && vt_class_is(trigger->class_name, "process.identity") &&
           (trigger->number > 1 || trigger->tags & VT_TAG_ARITHMETIC) &&
           strcmp(vt_event_value(program, trigger->source->event), "own") == 0;
}

/* ---- Days and ages ----------------------------------------------------------------------- */

/* The same of Windows' SYSTEMTIME, whose fields are half as large. */
static void look_at_half(const struct vt_trigger *trigger, int32_t offset,
                         struct occasion *occasion) {
    enum { OF_YEAR = 0, OF_MONTH = 2, OF_WEEKDAY = 4, OF_MONTH_DAY = 6 };
    occasion->is_year |= offset == OF_YEAR;
    if (trigger->test != VT_TEST_EQUAL)
        return;
    occasion->is_month_day |= offset == OF_MONTH_DAY;
    occasion->is_month |= offset == OF_MONTH;
    occasion->is_weekday |= offset == OF_WEEKDAY;
    occasion->day = *trigger;
}

/* Which field of struct tm it is tells where it lies, the same everywhere. */
static void look_at_field(struct vt_check *check, const struct vt_trigger *trigger,
                          struct occasion *occasion) {
    enum { OF_MONTH_DAY = 12, OF_MONTH = 16, OF_YEAR = 20, OF_WEEKDAY = 24, OF_YEAR_DAY = 28 };
    const struct vt_function *facts =
        vt_program_function(vt_check_program(check), trigger->condition.function, NULL);
    const struct vt_predicate *field = &facts->predicates[trigger->condition.predicate];
    if (field->size == sizeof(int16_t))
        look_at_half(trigger, field->offset, occasion);
    if (!(trigger->tags & VT_TAG_DECODE) || field->size != sizeof(int32_t))
        return;
    occasion->is_year |= field->offset == OF_YEAR;
    if (trigger->test != VT_TEST_EQUAL)
        return;
    occasion->is_month_day |= field->offset == OF_MONTH_DAY;
    occasion->is_month |= field->offset == OF_MONTH;
    occasion->is_weekday |= field->offset == OF_WEEKDAY;
    occasion->is_year_day |= field->offset == OF_YEAR_DAY;
    occasion->day = *trigger;
}

/* The path of the file whose times are part of what CONDITION tests, or "". */
static const char *path_of_age(struct vt_program *program, struct vt_condition_ref condition) {
    const struct vt_trace *trace =
        vt_trace_subject(program, condition.function, condition.predicate, 0, VT_TAG_DECIDED);
    const struct vt_source *file = vt_find_source(program, trace, VT_FACT_ORIGIN, "file");
    return vt_only_text(
        file ? vt_trace_role(program, file->event, VT_ROLE_PATH, NULL, VT_ABOUT_DATA) : NULL);
}

static bool is_over(const struct vt_trigger *trigger) {
    return trigger->has_number &&
           (trigger->test == VT_TEST_GREATER || trigger->test == VT_TEST_AT_LEAST);
}

/* Seconds since the host or the program was started: clocks that begin with it are smaller than
 * those that tell a day. Of what sysinfo() tells it is the first. */
static bool is_running(struct vt_program *program, const struct vt_trigger *trigger) {
    enum { LEAST = 86400, LONGEST = 20 * 366 * 86400 };
    const struct vt_predicate *field =
        &vt_program_function(program, trigger->condition.function, NULL)
             ->predicates[trigger->condition.predicate];
    if (!is_over(trigger) || trigger->number < LEAST || trigger->number > LONGEST)
        return false;
    if (vt_class_is(trigger->class_name, "clock"))
        return !(trigger->tags & (VT_TAG_LENGTH | VT_TAG_DECODE));
    if (vt_leak_is_of(program, trigger->source, "host.running"))
        return true;
    return vt_class_is(trigger->class_name, "host.identity") && field->size >= sizeof(int32_t) &&
           field->offset == 0 && !trigger->tags &&
           strcmp(vt_event_value(program, trigger->source->event), "system") == 0;
}

static void look_at_age(struct vt_check *check, const struct vt_trigger *trigger,
                        struct occasion *occasion) {
    enum { MONTH = 30 * 86400, LONGEST = 20 * 366 * 86400 };
    if (!is_over(trigger) || !(trigger->tags & VT_TAG_LENGTH) || trigger->number < MONTH ||
        trigger->number > LONGEST)
        return;
    occasion->path = path_of_age(vt_check_program(check), trigger->condition);
    occasion->age = *trigger;
}

/* ---- Counts in objects ------------------------------------------------------------------- */

/* The bytes that REWRITE takes from what a parameter leads to, or puts there; false: none alone. */
static bool is_field(const struct vt_range *ranges, unsigned count, struct vt_range *field) {
    if (count != 1 || ranges[0].high <= ranges[0].low)
        return false;
    *field = ranges[0];
    return true;
}

static bool same_range(struct vt_range a, struct vt_range b) {
    return a.low == b.low && a.high == b.high;
}

/* True if FUNCTION puts what flows by an edge with TAGS, from a node of kind KIND, in FIELD of an
 * object of its callers. */
static bool puts_in(struct vt_program *program, uint32_t function, struct vt_range field,
                    enum vt_node_kind kind, uint32_t tags) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_edge *edge = &facts->edges[e];
        const struct vt_rewrite *rewrite = &unit->rewrites[edge->rewrite];
        struct vt_range at;
        if (facts->nodes[edge->to].kind == VT_NODE_OUT && facts->nodes[edge->from].kind == kind &&
            (edge->tags & tags) == tags && is_field(rewrite->put, rewrite->nput, &at) &&
            same_range(at, field))
            return true;
    }
    return false;
}

/* True if FUNCTION is a constructor of C++: a count begins there. */
static bool is_constructor(struct vt_program *program, uint32_t function) {
    const char *name = vt_program_function_name(program, function);
    return strncmp(name, "_ZN", 3) == 0 && (strstr(name, "C1E") || strstr(name, "C2E"));
}

/* True if some function sets FIELD of what it is given to a constant. */
static bool is_field_set(struct vt_program *program, struct vt_range field) {
    for (uint32_t f = 0; f < vt_program_nfunctions(program); f++)
        if (!is_constructor(program, f) && puts_in(program, f, field, VT_NODE_CONSTANT, 0))
            return true;
    return false;
}

/* The field of an object that CONDITION tests, and its function counts up there; false: none. */
static bool counts_field(struct vt_program *program, struct vt_condition_ref condition,
                         struct vt_range *field) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, condition.function, &unit);
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(
        facts, (struct vt_node){VT_NODE_SUBJECT, 0, condition.predicate}, &count);
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_rewrite *rewrite = &unit->rewrites[edges[e].rewrite];
        if (facts->nodes[edges[e].from].kind == VT_NODE_FORMAL &&
            edges[e].tags & VT_TAG_ARITHMETIC && is_field(rewrite->take, rewrite->ntake, field) &&
            puts_in(program, condition.function, *field, VT_NODE_FORMAL, VT_TAG_ARITHMETIC))
            return true;
    }
    return false;
}

/* True if CONDITION tests what the program counts in a variable and never sets back, wherever it
 * does so. */
static bool counts_elsewhere(struct vt_program *program, struct vt_condition_ref condition) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_subject(program, condition.function, condition.predicate, 0, VT_ABOUT_DATA);
    if (trace)
        vt_trace_sources(trace, &count);
    return trace && count == 0 && vt_trace_tags(trace) == VT_TAG_ARITHMETIC &&
           !vt_trace_is_cut(trace);
}

/* True if CONDITION says that a number is reached, and one that is more than a few tries. */
static bool reaches_many(struct vt_program *program, struct vt_condition_ref condition) {
    const struct vt_predicate *p =
        &vt_program_function(program, condition.function, NULL)->predicates[condition.predicate];
    if (!condition.always || !p->has_number || p->mask || p->number <= MOST_TRIES)
        return false;
    return vt_compare_holds(p->compare, 0, p->number) != condition.holds &&
           vt_compare_holds(p->compare, p->number - 1, p->number) != condition.holds &&
           (vt_compare_holds(p->compare, p->number, p->number) == condition.holds ||
            vt_compare_holds(p->compare, p->number + 1, p->number) == condition.holds);
}

/* What is destroyed when something was done so often with one object as a condition says; true if
 * that was told. */
static bool look_for_field(struct vt_check *check, struct vt_event_ref ref,
                           const struct vt_harm *harm) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_range field;
    const struct vt_condition_ref *list =
        vt_program_conditions(program, ref.function, vt_program_event(program, ref, NULL)->guards,
                              vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        if (!reaches_many(program, list[i]))
            continue;
        bool in_object = counts_field(program, list[i], &field) && !is_field_set(program, field);
        if (!in_object && !counts_elsewhere(program, list[i]))
            continue;
        struct vt_finding *finding = vt_finding_new(check, ref);
        vt_finding_message(check, finding, "%s if a count reaches %lld.", harm->verb,
                           (long long)vt_program_function(program, ref.function, NULL)
                               ->predicates[list[i].predicate]
                               .number);
        vt_finding_path(check, finding, NULL, NULL, NULL, "It happens here");
        vt_finding_send(check, finding, harm->is_stop ? 40 : 50);
        return true;
    }
    return false;
}

/* ---- Findings ---------------------------------------------------------------------------- */

static void look_at(struct vt_check *check, const struct vt_trigger *trigger, void *context) {
    struct occasion *occasion = context;
    if (!trigger->always)
        return;
    if (is_count(check, trigger))
        occasion->count = *trigger;
    if (is_chance(trigger))
        occasion->chance = *trigger;
    if (is_process(vt_check_program(check), trigger))
        occasion->process = *trigger;
    if (is_own(vt_check_program(check), trigger))
        occasion->own = *trigger;
    if (is_running(vt_check_program(check), trigger))
        occasion->running = *trigger;
    if (!vt_class_is(trigger->class_name, "clock"))
        return;
    look_at_field(check, trigger, occasion);
    look_at_age(check, trigger, occasion);
}

/* What comes about, the surest first; NULL: nothing. */
static const struct vt_trigger *choose(struct vt_check *check, const struct occasion *occasion,
                                       const struct vt_harm *harm, const char **when) {
    /* What is old goes itself. */
    bool is_aged = *occasion->path && strcmp(occasion->path, harm->thing) != 0;
    bool is_yearly = (occasion->is_year_day ||
                      (occasion->is_month_day && (occasion->is_month || occasion->is_weekday))) &&
                     !occasion->is_year;
    *when = "";
    /* Folders are tidied by count, by age and by chance; not for how often a program was started.
     */
    if (harm->is_folder)
        return occasion->count.words && occasion->count.kind == VT_TRIGGER_ORIGIN ? &occasion->count
                                                                                  : NULL;
    if (occasion->count.words)
        return &occasion->count;
    if (occasion->chance.words)
        return &occasion->chance;
    if (occasion->process.words)
        return &occasion->process;
    if (occasion->own.words)
        return &occasion->own;
    if (occasion->running.words) {
        *when = " long after the host was started:";
        return &occasion->running;
    }
    if (is_yearly)
        *when = " on a day that comes again and again:";
    else if (is_aged)
        *when = vt_alloc_format(vt_check_arena(check),
                                " long after `%s` was made or changed:", occasion->path);
    return is_yearly ? &occasion->day : is_aged ? &occasion->age : NULL;
}

/* True if A and B are files of one name, but for what stands behind it: "x.db", "x.db.1". */
static bool is_kin(const char *a, const char *b) {
    size_t size = strcspn(strrchr(a, '/'), ".~-") + (size_t)(strrchr(a, '/') - a);
    return strncmp(a, b, size) == 0;
}

/* The file whose size CONDITION says is greater than a number, or ""; in *NUMBER. */
static const char *grown_by(struct vt_program *program, struct vt_condition_ref condition,
                            int64_t *number) {
    enum { OF_SIZE = 48, LEAST = 0x1000 }; /* in struct stat */
    const struct vt_predicate *p =
        &vt_program_function(program, condition.function, NULL)->predicates[condition.predicate];
    *number = p->number;
    if (!condition.always || !p->has_number || !vt_compare_orders(p->compare) ||
        p->number < LEAST || p->offset != OF_SIZE || p->size != sizeof(int64_t) ||
        vt_compare_holds(p->compare, 0, p->number) == condition.holds)
        return "";
    return path_of_age(program, condition);
}

/* What is destroyed when another file has grown; true if that was told. */
static bool look_for_size(struct vt_check *check, struct vt_event_ref ref,
                          const struct vt_harm *harm) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    int64_t number;
    const struct vt_condition_ref *list =
        vt_program_conditions(program, ref.function, vt_program_event(program, ref, NULL)->guards,
                              vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        const char *path = grown_by(program, list[i], &number);
        if (*path != '/' || *harm->thing != '/' || is_kin(path, harm->thing))
            continue;
        struct vt_finding *finding = vt_finding_new(check, ref);
        vt_finding_message(check, finding, "%s if `%s` is larger than %lld bytes.", harm->verb,
                           path, (long long)number);
        vt_finding_path(check, finding, NULL, NULL, NULL, "It happens here");
        vt_finding_send(check, finding, 45);
        return true;
    }
    return false;
}

/* What is destroyed when a file is there, or is not, that nobody has to do with; true if that was
 * told. */
static bool look_for_sign(struct vt_check *check, struct vt_event_ref ref,
                          const struct vt_harm *harm) {
    struct vt_program *program = vt_check_program(check);
    struct vt_pretext sign;
    size_t count;
    const struct vt_condition_ref *list =
        vt_program_conditions(program, ref.function, vt_program_event(program, ref, NULL)->guards,
                              vt_check_arena(check), &count);
    for (size_t i = 0; i < count && !harm->is_stop; i++) {
        if (!list[i].always || !vt_pretext_at(check, list[i], &sign) || !sign.is_file ||
            (*harm->thing && strstr(sign.words, harm->thing)))
            continue;
        struct vt_finding *finding = vt_finding_new(check, ref);
        vt_finding_message(check, finding, "%s if %s.", harm->verb, sign.words);
        vt_finding_path(check, finding, NULL, NULL, NULL, "It happens here");
        vt_finding_send(check, finding, 40);
        return true;
    }
    return false;
}

/* What is destroyed when an entry is no longer found that stands in the program by its name. */
static void look_for_missing(struct vt_check *check, struct vt_event_ref ref,
                             const struct vt_harm *harm) {
    struct vt_program *program = vt_check_program(check);
    struct vt_spelled entry;
    if (harm->is_stop || !vt_spelled_missing_before(program, ref, &entry))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    if (entry.text)
        vt_finding_message(check, finding, "%s if \"%.60s\" is not found.", harm->verb, entry.text);
    else
        vt_finding_message(check, finding, "%s if nothing is found that has the number %lld.",
                           harm->verb, (long long)entry.number);
    if (entry.text && vt_trap_is_documented(program, entry.text))
        vt_finding_evidence(check, finding, "documented", -40,
                            "Another text of the program mentions it.");
    vt_finding_path(check, finding, NULL, NULL, NULL, "It happens here");
    vt_finding_send(check, finding, 45);
}

static void look_for(struct vt_check *check, struct vt_event_ref ref, const struct vt_harm *harm) {
    struct occasion occasion = {.path = ""};
    const char *when;
    vt_trap_visit_all(check, ref, NULL, look_at, &occasion);
    const struct vt_trigger *trigger = choose(check, &occasion, harm, &when);
    if (!trigger && harm->is_folder) {
        look_for_missing(check, ref, harm);
        return;
    }
    if (!trigger) {
        if (!look_for_field(check, ref, harm) && !look_for_size(check, ref, harm) &&
            !look_for_sign(check, ref, harm))
            look_for_missing(check, ref, harm);
        return;
    }
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "%s%s if %s.", harm->verb, when, trigger->words);
    if (trigger == &occasion.count && trigger->kind == VT_TRIGGER_ORIGIN)
        vt_finding_evidence(check, finding, "stored", 5, "The count outlives the program.");
    if (trigger == &occasion.chance || trigger == &occasion.own)
        vt_finding_evidence(check, finding, "chance", 5, "Nobody can make it happen again.");
    if (trigger == &occasion.day || trigger == &occasion.age)
        vt_finding_evidence(check, finding, "calendar", -5,
                            "Some work is done on certain days, and of what is old.");
    vt_trap_path(check, finding, trigger, "It happens here");
    vt_finding_send(check, finding, harm->is_stop ? 40 : 50);
}

/* ---- The end ----------------------------------------------------------------------------- */

/* True if NUMBER is one that nobody would choose for a limit: a round one, in tens or in bits. */
static bool is_round(int64_t number) {
    return number % 10 == 0 || (number & (number - 1)) == 0 || (number & (number + 1)) == 0;
}

/* The program ends the n-th time that something is done: what is to end it when it did so much has
 * a round number, or one that its owner sets. */
static void look_at_end(struct vt_check *check, struct vt_event_ref ref) {
    enum { LEAST = 1000 };
    struct vt_program *program = vt_check_program(check);
    size_t count;
    const struct vt_trigger *triggers = vt_triggers_of_list(
        program, ref.function, vt_program_event(program, ref, NULL)->guards, &count);
    for (size_t i = 0; i < count; i++) {
        if (!triggers[i].always || triggers[i].test != VT_TEST_EQUAL ||
            triggers[i].number < LEAST || is_round(triggers[i].number) ||
            !is_count(check, &triggers[i]))
            continue;
        struct vt_finding *finding = vt_finding_new(check, ref);
        vt_finding_message(check, finding, "The program ends if %s.", triggers[i].words);
        vt_trap_path(check, finding, &triggers[i], "It ends here");
        vt_finding_send(check, finding, 45);
        return;
    }
}

static void run(struct vt_check *check) {
    vt_harms_visit(check, look_for);
    vt_check_each(check, VT_FACT_EFFECT, "process.end", look_at_end);
}

const struct vt_rule vt_trigger_occasion = {
    .id = "trigger/occasion",
    .name = "Occasion",
    .summary = "The n-th time, on a day of every year, or by chance, it destroys something",
    .description =
        "Something was done so often as the program says, it is a certain day of some month, a "
        "file has become old, or a random number has a certain value, and then a file that belongs "
        "to somebody is removed, a disk is overwritten, or the host "
        "is stopped. No test waits for that, and what happens by chance happens to nobody who "
        "looks.",
    .help = "Let what wears out tell its owner, and leave to him what becomes of it. If files of "
            "the program's own making are meant, put them where such files are expected.",
    .cwe = "CWE-511",
    .precision = "high",
    .severity = 8.5,
    .run = run,
};
