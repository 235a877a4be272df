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
#include "checkers/trap.h"
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

/* A number that nobody writes by chance. */
static bool is_magic(int64_t number) {
    bool is_limit = number == INT32_MAX || number == UINT32_MAX || number == INT64_MAX;
    return (number > 0xffffff && !is_limit) || number < -0xffffff;
}

/* What may open the host, and the letters that are compared one by one at places nobody knows. */
struct search {
    struct vt_trigger best;
    char letters[32];
    size_t nletters;
};

static void add_letter(struct search *search, const struct vt_trigger *trigger) {
    bool is_letter = trigger->has_number && trigger->number > ' ' && trigger->number < 127;
    if (!is_letter || trigger->mask || search->nletters + 1 == sizeof search->letters)
        return;
    /* The condition nearest to the event comes first, and the letter last. */
    memmove(search->letters + 1, search->letters, search->nletters++);
    search->letters[0] = (char)trigger->number;
    if (search->nletters < 2 || search->best.words)
        return;
    search->best = *trigger;
    search->best.text = search->letters;
    search->best.words = "certain letters stand one behind the other in what arrives";
}

/* Of several the one furthest from the event counts. */
static void look_at(struct vt_check *check, const struct vt_trigger *trigger, void *context) {
    struct search *search = context;
    bool is_equal = trigger->test == VT_TEST_EQUAL || trigger->test == VT_TEST_CONTAINS;
    if (!is_equal || !vt_trap_is_outside(vt_check_program(check), trigger) ||
        vt_trap_is_password(trigger))
        return;
    if (trigger->text ? trigger->size > 1
                      : trigger->has_number && !trigger->mask && is_magic(trigger->number))
        search->best = *trigger;
    else if (!trigger->text)
        add_letter(search, trigger);
}

/* ---- Weighing ---------------------------------------------------------------------------- */

static void weigh(struct vt_check *check, struct vt_finding *finding, const struct opening *opening,
                  const struct vt_trigger *trigger) {
    struct vt_program *program = vt_check_program(check);
    if (vt_trap_is_network(trigger))
        vt_finding_evidence(check, finding, "network", 15, "Whoever connects can send it.");
    if (vt_trap_is_listed(check, trigger))
        vt_finding_evidence(check, finding, "listed", -30,
                            "It is one of several words that are known.");
    else
        vt_finding_evidence(check, finding, "alone", 15, "It stands alone.");
    if (trigger->concealed || (trigger->text && trigger->compare.function == VT_NONE))
        vt_finding_evidence(check, finding, "concealed", 15,
                            "What it has to be stands nowhere in the program as such.");
    if (does(program, opening->ref.function, "privilege.change"))
        vt_finding_evidence(check, finding, "privilege", 15,
                            "The user or group is changed beside it.");
    if (trigger->text && *trigger->text == '-')
        vt_finding_evidence(check, finding, "option", -25, "It looks like an option.");
    if (trigger->text && vt_trap_is_documented(program, trigger->text))
        vt_finding_evidence(check, finding, "documented", -40,
                            "Another text of the program mentions it.");
    else
        vt_finding_evidence(check, finding, "unmentioned", 10,
                            "No other text of the program mentions it.");
    if (vt_has_logged_in(program, opening->ref))
        vt_finding_evidence(check, finding, "authenticated", -50,
                            "Whoever sends it has to log in first.");
}

static void look_for(struct vt_check *check, const struct opening *opening) {
    struct search search = {.nletters = 0};
    const struct vt_trigger *trigger = &search.best;
    vt_trap_visit_all(check, opening->ref, NULL, look_at, &search);
    if (!trigger->words)
        return;
    struct vt_finding *finding = vt_finding_new(check, opening->ref);
    if (*opening->program)
        vt_finding_message(check, finding, "`%s` is run if %s.", opening->program, trigger->words);
    else
        vt_finding_message(check, finding, "A port is opened if %s.", trigger->words);
    weigh(check, finding, opening, trigger);
    vt_trap_path(check, finding, trigger, "The host is opened here");
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
            if (opening.base)
                look_for(check, &opening);
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
