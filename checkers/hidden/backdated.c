/* hidden/backdated: a file is given times at which it was not written.
 *
 *     stat("/bin/ls", &st);
 *     times[1] = st.st_mtim;
 *     utimensat(AT_FDCWD, dropped, times, 0);
 *
 * Whoever looks for what changed sorts by time. What copies or unpacks gives a file the times of
 * what it is a copy of; those of a file that the program knows by name, a day that is written in
 * it, and times that are put back, computed with or not, come from somewhere else. Not caught: a
 * clock that is set back for a while, and times that a loop counts on from file to file.
 */
#include "checkers/shared/ask.h"
#include "engine/base/strings.h"

enum { NEIGHBOUR = 45, FIXED = 45, MOVED = 50, PUT_BACK = 30 };

/* One event's times, and the file that gets them. */
struct dated {
    struct vt_event_ref ref;
    const struct vt_trace *times, *path; /* or NULL */
};

/* The sources of TRACE (NULL: none) that tell a file's name. Of a search that ran out none does. */
static const struct vt_source *names_in(const struct vt_trace *trace, size_t *count) {
    *count = 0;
    return trace && !vt_trace_is_cut(trace) ? vt_trace_sources(trace, count) : NULL;
}

/* The first source of TRACE that names a file of the system. */
static const struct vt_source *find_system(struct vt_program *program,
                                           const struct vt_trace *trace) {
    size_t count;
    const struct vt_source *sources = names_in(trace, &count);
    for (size_t i = 0; i < count; i++)
        if (vt_is_place(program, vt_source_text(&sources[i]), "system"))
            return &sources[i];
    return NULL;
}

enum alike { OTHER, PARTLY, SAME };

/* Whether A and B are one name, or one is made of the other: of a copy beside it, say. */
static enum alike compare(const struct vt_trace *a, const struct vt_trace *b) {
    size_t na, nb, both = 0;
    const struct vt_source *as = names_in(a, &na), *bs = names_in(b, &nb);
    for (size_t i = 0; i < na; i++)
        for (size_t k = 0; k < nb; k++)
            both += vt_source_same(&as[i], &bs[k]);
    if ((a && !as) || (b && !bs))
        return PARTLY; /* a search ran out */
    return !both ? OTHER : both == na && both == nb ? SAME : PARTLY;
}

/* True if NUMBER says a day since 1990: in seconds since 1970, in the upper half of what Windows
 * counts since 1601, or as a year, where IS_CALENDAR. */
static bool is_day(int64_t number, bool is_calendar) {
    if (is_calendar)
        return number >= 1990 && number <= 2100;
    return (number >= 631152000 && number <= 4102444800) ||
           (number >= 0x01b40000 && number <= 0x02200000);
}

/* The number of SIZE bytes at TEXT, least significant first. */
static int64_t word_at(const char *text, size_t size) {
    uint64_t number = 0;
    while (size--)
        number = number << 8 | (uint8_t)text[size];
    return (int64_t)number;
}

/* True if SOURCE is such a day: a number, a structure of Windows that begins with the year, or one
 * in which seconds stand somewhere. */
static bool holds_day(const struct vt_source *source) {
    const struct vt_constant *constant = source->constant;
    bool is_calendar = source->tags & VT_TAG_ENCODE;
    if (constant->kind == VT_CONSTANT_INT)
        return is_day(constant->number, is_calendar);
    if (constant->kind != VT_CONSTANT_BYTES)
        return false;
    const char *text = vt_string(source->unit->strings, constant->text);
    size_t size = vt_string_length(source->unit->strings, constant->text);
    if (is_calendar)
        return size >= 2 && is_day(word_at(text, 2), true);
    for (size_t at = 0; at + 8 <= size; at += 8)
        if (is_day(word_at(text + at, 8), false))
            return true;
    return false;
}

/* True if TRACE has a whole path that is written in the program. */
static bool is_named(const struct vt_trace *trace) {
    size_t count;
    const struct vt_source *sources = names_in(trace, &count);
    for (size_t i = 0; i < count; i++) {
        const char *text = vt_source_text(&sources[i]);
        if (text[0] == '/' || (text[0] && text[1] == ':' && text[2] == '\\'))
            return true;
    }
    return false;
}

/* True if the times in TRACE are counted on from a number: files get an order. */
static bool is_counted(const struct vt_trace *trace) {
    size_t count;
    const struct vt_source *sources = vt_trace_sources(trace, &count);
    for (size_t i = 0; i < count; i++)
        if (sources[i].constant && sources[i].constant->kind == VT_CONSTANT_INT &&
            sources[i].tags & VT_TAG_ARITHMETIC)
            return true;
    return false;
}

/* True if REF stands under a condition that holds the clock against the times of a file: they are
 * to be later each time, even where the clock is not. */
static bool is_held_against_now(struct vt_program *program, struct vt_event_ref ref,
                                struct vt_arena *arena) {
    size_t count;
    uint32_t guards = vt_program_event(program, ref, NULL)->guards;
    struct vt_condition_ref *conditions =
        vt_program_conditions(program, ref.function, guards, arena, &count);
    for (size_t i = 0; i < count; i++) {
        bool now = false, file = false;
        for (unsigned side = 0; side < 2; side++) {
            const struct vt_trace *trace = vt_trace_subject(
                program, conditions[i].function, conditions[i].predicate, side, VT_ABOUT_DATA);
            now |= vt_find_source(program, trace, VT_FACT_ORIGIN, "clock") != NULL;
            file |= vt_find_source(program, trace, VT_FACT_ORIGIN, "file") != NULL;
        }
        if (now && file)
            return true;
    }
    return false;
}

/* How bad SOURCE of the times is; 0 if there is nothing to it. Then *TEXT is the message's end. */
static int judge(struct vt_check *check, const struct dated *dated, const struct vt_source *source,
                 const char **text) {
    struct vt_program *program = vt_check_program(check);
    if (source->constant) {
        *text = "of a day that is written in the program";
        return holds_day(source) ? FIXED : 0;
    }
    if (!vt_source_is(program, source, VT_FACT_ORIGIN, "file"))
        return 0;
    const struct vt_trace *of = vt_ask_path(program, source->event);
    enum alike alike = compare(of, dated->path);
    if (alike == OTHER) {
        *text = "of another, which the program knows by name";
        return is_named(of) ? NEIGHBOUR + (find_system(program, of) ? 15 : 0) : 0;
    }
    if (!(source->tags & (VT_TAG_ARITHMETIC | VT_TAG_ENCODE))) {
        *text = "that it had before"; /* folders, boxes of mail; or what it is a copy of */
        return alike == SAME && find_system(program, dated->path) ? PUT_BACK : 0;
    }
    *text = "that are computed from its own";
    return is_counted(dated->times) ||
                   is_held_against_now(program, dated->ref, vt_check_arena(check))
               ? 0
               : MOVED;
}

static void report(struct vt_check *check, const struct dated *dated,
                   const struct vt_source *source, const char *text, int base) {
    const struct vt_source *system = find_system(vt_check_program(check), dated->path);
    struct vt_finding *finding = vt_finding_new(check, dated->ref);
    vt_finding_message(check, finding, "A file is given times %s.", text);
    if (system)
        vt_finding_evidence(check, finding, "system", 25, "It is one of the system's: %s.",
                            vt_source_text(system));
    vt_finding_path(check, finding, dated->times, source, "The times are from here",
                    "The file gets them here");
    vt_finding_send(check, finding, base);
}

/* Of several sources the worst is told. */
static void look_at(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    struct dated dated = {
        .ref = ref,
        .times = vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, VT_ABOUT_DATA),
        .path = vt_ask_path(program, ref),
    };
    size_t count = 0;
    const struct vt_source *sources = dated.times ? vt_trace_sources(dated.times, &count) : NULL;
    const struct vt_source *worst = NULL;
    const char *told = "";
    int base = 0;
    for (size_t i = 0; i < count; i++) {
        const char *text;
        int bad = judge(check, &dated, &sources[i], &text);
        if (bad > base) {
            worst = &sources[i];
            told = text;
            base = bad;
        }
    }
    if (worst)
        report(check, &dated, worst, told, base);
}

static void run(struct vt_check *check) {
    vt_check_each(check, VT_FACT_EFFECT, "file.times", look_at);
}

const struct vt_rule vt_hidden_backdated = {
    .id = "hidden/backdated",
    .name = "Backdated",
    .summary = "A file is given times at which it was not written",
    .description =
        "The program says of a file that it was written when a file of the system was, on a day "
        "that is written in the program, or, after a change, when it was before. Whoever looks for "
        "what changed on the host, or puts files in the order of their times, passes it by.",
    .help = "Leave the times of files to the system. What copies or unpacks takes them from what "
            "the file is a copy of.",
    .cwe = "CWE-506,CWE-451",
    .precision = "high",
    .severity = 6.5,
    .run = run,
};
