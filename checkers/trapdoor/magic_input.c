/* trapdoor/magic-input: a word or number that stands alone opens the host.
 *
 *     recv(fd, line, sizeof line - 1, 0);
 *     if (strcmp(line, "z4k1r-9") == 0) {
 *         setuid(0);
 *         execl("/bin/sh", "sh", (char *)NULL);
 *     }
 *
 * What opens it is a shell, a login service, or a port to listen at. One byte is no word: parsers
 * compare bytes in every line. A password is trapdoor/hardcoded-credential's. Not caught: words
 * that the program computes from the day, and ways of more than six calls between the word and what
 * it opens.
 */
#include <string.h>

#include "checkers/command.h"
#include "checkers/login.h"
#include "checkers/trigger.h"
#include "engine/strings.h"

/* How an event opens the host. */
struct opening {
    struct vt_event_ref ref;
    const char *program; /* that is run; "" for a port */
    int base;            /* 0: it opens nothing */
};

/* ---- Openings ---------------------------------------------------------------------------- */

static const char *constant_of(struct vt_program *program, struct vt_event_ref ref,
                               enum vt_role role, bool (*fits)(const char *text)) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_role(program, ref, role, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (fits(vt_source_text(&sources[i])))
            return vt_source_text(&sources[i]);
    return NULL;
}

/* A shell that is run to do some work is told the work. */
static bool is_told_what(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_ARGUMENT, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (strcmp(vt_source_text(&sources[i]), "-c") == 0)
            return true;
    return false;
}

static bool does(struct vt_program *program, uint32_t function, const char *class_name) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (facts->events[e].fact == VT_FACT_EFFECT &&
            vt_class_is(vt_string(unit->strings, facts->events[e].class_name), class_name))
            return true;
    return false;
}

/* A shell on a connection is update/remote-shell's. */
static struct opening opening_of(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    const char *class_name = vt_string(unit->strings, event->class_name);
    struct opening opening = {.ref = ref, .program = ""};
    const char *text = NULL;
    if (vt_class_is(class_name, "exec.shell"))
        text = constant_of(program, ref, VT_ROLE_COMMAND, vt_command_opens);
    else if (vt_class_is(class_name, "exec.program") && !is_told_what(program, ref) &&
             !does(program, ref.function, "io.redirect"))
        text = constant_of(program, ref, VT_ROLE_PATH, vt_command_opens);
    if (text)
        opening = (struct opening){ref, text, 45};
    else if (vt_class_is(class_name, "net.listen"))
        opening.base = 40;
    return opening;
}

/* ---- Triggers ---------------------------------------------------------------------------- */

/* The best of those that stand before one opening. */
struct search {
    const struct opening *opening;
    struct vt_trigger best;
    unsigned bytes;   /* that are compared one by one with a constant */
    char letters[32]; /* and what they have to be */
};

/* A number that nobody writes by chance. */
static bool is_magic(int64_t number) {
    return (number > 0xffffff && number != INT32_MAX && number != UINT32_MAX) || number < -0xffffff;
}

static bool is_letter(int64_t number) {
    return number > ' ' && number < 127;
}

static bool is_wanted(int64_t number) {
    return is_magic(number) || is_letter(number);
}

static bool is_outside(enum vt_measure measure) {
    return measure == VT_MEASURE_NETWORK || measure == VT_MEASURE_ARGUMENT ||
           measure == VT_MEASURE_TERMINAL || measure == VT_MEASURE_ENVIRONMENT;
}

static void add_letter(struct search *search, const struct vt_trigger *trigger) {
    if (search->bytes + 1 >= sizeof search->letters)
        return;
    memmove(search->letters + 1, search->letters, search->bytes++); /* the nearest comes first */
    search->letters[0] = (char)trigger->number;
    if (search->bytes > 1) {
        search->best = *trigger;
        search->best.text = search->letters;
    }
}

/* What is hashed, or a password by its origin. */
static bool is_password(struct vt_program *program, const struct vt_trigger *trigger) {
    return trigger->source->tags & VT_TAG_HASH ||
           vt_source_is(program, trigger->source, VT_FACT_ORIGIN, "secret.credential");
}

static void look_at(struct vt_check *check, const struct vt_trigger *trigger, void *context) {
    struct search *search = context;
    if (!is_outside(trigger->measure) || trigger->relation != VT_RELATION_EQUAL ||
        is_password(vt_check_program(check), trigger))
        return;
    bool is_word = strlen(trigger->text) > 1;
    if (is_word || (!*trigger->text && is_magic(trigger->number)))
        search->best = *trigger;
    else if (!*trigger->text && is_letter(trigger->number) &&
             search->best.measure == VT_MEASURE_NONE)
        add_letter(search, trigger);
}

/* ---- Weighing ---------------------------------------------------------------------------- */

static void weigh(struct vt_check *check, struct vt_finding *finding, const struct search *search) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trigger *trigger = &search->best;
    unsigned siblings = vt_trigger_siblings(check, trigger);
    if (trigger->measure == VT_MEASURE_NETWORK)
        vt_finding_evidence(check, finding, "network", 15, "Whoever connects can send it.");
    if (siblings >= 2)
        vt_finding_evidence(check, finding, "listed", -30, "It is one of %u words that are known.",
                            siblings + 1);
    else
        vt_finding_evidence(check, finding, "alone", 15, "It stands alone.");
    if (trigger->concealed || search->bytes > 1)
        vt_finding_evidence(check, finding, "concealed", 15,
                            "What it has to be stands nowhere in the program as such.");
    if (does(program, search->opening->ref.function, "privilege.change"))
        vt_finding_evidence(check, finding, "privilege", 15,
                            "The user or group is changed beside it.");
    if (*trigger->text == '-')
        vt_finding_evidence(check, finding, "option", -25, "It looks like an option.");
    if (*trigger->text && vt_is_documented(program, trigger->text))
        vt_finding_evidence(check, finding, "documented", -40,
                            "Another text of the program mentions it.");
    else
        vt_finding_evidence(check, finding, "unmentioned", 10,
                            "No other text of the program mentions it.");
    if (vt_has_logged_in(program, search->opening->ref))
        vt_finding_evidence(check, finding, "authenticated", -50,
                            "Whoever sends it has to log in first.");
}

static void report(struct vt_check *check, const struct search *search) {
    const struct opening *opening = search->opening;
    const char *when = vt_trigger_words(check, &search->best);
    struct vt_finding *finding = vt_finding_new(check, opening->ref);
    if (*opening->program)
        vt_finding_message(check, finding, "`%s` is run if %s.", opening->program, when);
    else
        vt_finding_message(check, finding, "A port is opened if %s.", when);
    weigh(check, finding, search);
    vt_trigger_path(check, finding, &search->best, "The host is opened here");
    vt_finding_send(check, finding, opening->base);
}

static void run(struct vt_check *check) {
    static const char *const classes[] = {"exec.shell", "exec.program", "net.listen"};
    for (size_t c = 0; c < sizeof classes / sizeof *classes; c++) {
        size_t count;
        struct vt_event_ref *refs = vt_program_events(vt_check_program(check), VT_FACT_EFFECT,
                                                      classes[c], vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++) {
            struct opening opening = opening_of(check, refs[i]);
            struct search search = {.opening = &opening};
            if (opening.base == 0)
                continue;
            vt_triggers_before(check, refs[i],
                               &(struct vt_trigger_search){is_wanted, look_at, &search});
            if (search.best.measure != VT_MEASURE_NONE)
                report(check, &search);
        }
    }
}

const struct vt_rule vt_trapdoor_magic_input = {
    .id = "trapdoor/magic-input",
    .name = "MagicInput",
    .summary = "A word that stands alone opens a shell, a login service or a port",
    .description =
        "Something that comes from outside (a message, a name, an argument) is held against a word "
        "or number that is written in the program, and if they are equal the host is opened: a "
        "shell is run, a login service is started, a port is listened at. Commands that a program "
        "is meant to have stand in a list and in its manual; this one does not.",
    .help = "If the command is meant, list it with the others, name it in the manual, and let it "
            "ask who is there first. Otherwise take it out.",
    .cwe = "CWE-506,CWE-912",
    .precision = "high",
    .severity = 9.5,
    .run = run,
};
