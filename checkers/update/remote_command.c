/* update/remote-command: text that came over the network is run by a shell.
 *
 *     recv(fd, line, sizeof line - 1, 0);
 *     if (strncmp(line, "report:", 7) == 0)
 *         popen(line + 7, "r");
 *
 * Not caught: text that a program of the vendor's own interprets as commands. A command that the
 * message only chooses is what an honest service does.
 */
#include <ctype.h>
#include <string.h>

#include "checkers/shared/channel/command.h"
#include "checkers/shared/channel/intake.h"
#include "checkers/shared/channel/login.h"

/* True if TEXT has letters or digits to tell: line ends and separators are no words. */
static bool is_word(const char *text) {
    size_t letters = 0;
    for (; *text; text++)
        letters += isalnum((unsigned char)*text) != 0;
    return letters > 1;
}

/* The text that comparison REF holds what arrived against, or NULL. */
static const char *word_of(struct vt_program *program, struct vt_event_ref ref) {
    static const enum vt_role roles[] = {VT_ROLE_LEFT, VT_ROLE_RIGHT};
    const char *word = NULL;
    bool received = false;
    for (size_t r = 0; r < sizeof roles / sizeof *roles; r++) {
        size_t count = 0;
        const struct vt_trace *trace = vt_trace_role(program, ref, roles[r], NULL, VT_ABOUT_DATA);
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
        for (size_t i = 0; i < count; i++) {
            received |= vt_is_network(program, &sources[i]);
            if (is_word(vt_source_text(&sources[i])))
                word = vt_source_text(&sources[i]);
        }
    }
    return received ? word : NULL;
}

/* The word that a message has to have for CONDITION to let the command run, or NULL: what a search
 * meets before it runs out may be about anything. */
static const char *word_in(struct vt_program *program, struct vt_condition_ref condition) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_subject(program, condition.function, condition.predicate, 0, VT_TAG_ASSUMED);
    const struct vt_source *sources =
        trace && !vt_trace_is_cut(trace) ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (sources[i].kind != VT_SOURCE_EVENT)
            continue;
        const struct vt_event *event = vt_program_event(program, sources[i].event, NULL);
        if (event->fact != VT_FACT_COMPARE ||
            !vt_condition_means(program, condition, (enum vt_success)event->success))
            continue;
        const char *word = word_of(program, sources[i].event);
        if (word)
            return word;
    }
    return NULL;
}

static void weigh_word(struct vt_check *check, struct vt_finding *finding,
                       struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_condition_ref *conditions =
        vt_program_conditions(program, ref.function, vt_program_event(program, ref, NULL)->guards,
                              vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        const char *word = conditions[i].always ? word_in(program, conditions[i]) : NULL;
        if (!word)
            continue;
        vt_finding_evidence(check, finding, "word", 10, "It is run if the message has \"%s\".",
                            word);
        return;
    }
}

/* A program that the user names gets what was received as an argument. */
static void weigh_user(struct vt_check *check, struct vt_finding *finding,
                       const struct vt_intake *intake) {
    if (vt_find_source(vt_check_program(check), intake->trace, VT_FACT_ORIGIN, "environment"))
        vt_finding_evidence(check, finding, "user-command", -35,
                            "A variable of the environment names the command, or a part of it.");
}

/* ---- Letters that are looked at ---------------------------------------------------------- */

/* The calls by which a message comes to be run. */
struct way {
    const struct vt_flow_step *steps;
    size_t nsteps;
};

/* True if the message comes along NODE of FUNCTION. */
static bool leads_through(const struct way *way, uint32_t function, const struct vt_node *node) {
    for (size_t i = 0; i < way->nsteps; i++) {
        const struct vt_flow_step *step = &way->steps[i];
        bool is_here = step->function == function;
        if ((step->kind == VT_STEP_CALL && step->callee == function &&
             node->kind == VT_NODE_FORMAL && node->index == step->index) ||
            (step->kind == VT_STEP_RETURN && is_here && node->ref == step->call &&
             (node->kind == VT_NODE_EFFECT || node->kind == VT_NODE_RESULT)) ||
            (step->kind == VT_STEP_SOURCE && is_here && node->kind == VT_NODE_OUTCOME))
            return true;
    }
    return false;
}

/* True if CALL of FUNCTION is given the message. */
static bool is_given(struct vt_program *program, const struct way *way, uint32_t function,
                     uint32_t call) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *to = &facts->nodes[facts->edges[e].to];
        if (to->kind == VT_NODE_ARGUMENT && to->ref == call &&
            leads_through(way, function, &facts->nodes[facts->edges[e].from]))
            return true;
    }
    return false;
}

/* True if guard list LIST of FACTS says that a letter is in none of two ranges and more, which
 * begin with `a`, `A` or `0`, or in none that the library knows. */
static bool is_in_none(const struct vt_function *facts, uint32_t list) {
    enum { IS_ALPHANUMERIC = 8 }; /* a bit of <ctype.h>'s table */
    unsigned ranges = 0;
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        const struct vt_predicate *predicate = &facts->predicates[guard->predicate];
        int64_t number = predicate->number;
        if (!(guard->always || guard->either) || !predicate->has_number)
            continue;
        if (predicate->mask == IS_ALPHANUMERIC && !predicate->size && number == 0 &&
            (predicate->compare == VT_EQ) == guard->holds)
            return true;
        ranges += (predicate->compare == VT_SGE || predicate->compare == VT_UGE) && !guard->holds &&
                  (number == 'a' || number == 'A' || number == '0');
    }
    return ranges > 1;
}

/* True if FUNCTION says of what has other letters than those that it lists that it is none, or does
 * not come back. */
static bool refuses_others(struct vt_program *program, uint32_t function) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    for (uint32_t v = 0; v < facts->nverdicts; v++)
        if (is_in_none(facts, facts->verdicts[v].guards))
            return true;
    for (uint32_t c = 0; c < facts->ncalls; c++)
        if (facts->calls[c].noreturn && is_in_none(facts, facts->calls[c].guards))
            return true;
    return false;
}

/* True if a function that FUNCTION gives the message, on its WAY, refuses other letters. */
static bool is_refused_in(struct vt_program *program, const struct way *way, uint32_t function) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    for (uint32_t c = 0; c < facts->ncalls; c++) {
        const uint32_t *targets;
        if (vt_program_targets(program, (struct vt_site){function, c}, &targets) == 1 &&
            refuses_others(program, targets[0]) && is_given(program, way, function, c))
            return true;
    }
    return false;
}

/* True if the command has a part that the message does not bring, which says what is run. */
static bool has_own_part(struct vt_program *program, const struct vt_intake *intake) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_role(program, intake->sink, intake->role, NULL, 0);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (is_word(vt_source_text(&sources[i])) ||
            (sources[i].kind == VT_SOURCE_PARAMETER &&
             vt_program_is_main(program, sources[i].function)) ||
            vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "environment"))
            return true;
    return false;
}

/* Letters and digits in a command are an argument, if somebody looks at each of them. */
static void weigh_letters(struct vt_check *check, struct vt_finding *finding,
                          const struct vt_intake *intake) {
    struct vt_program *program = vt_check_program(check);
    struct way way;
    way.steps = vt_trace_steps(intake->trace, intake->source, vt_check_arena(check), &way.nsteps);
    bool is_refused = false;
    for (size_t i = 0; i < way.nsteps && !is_refused; i++)
        is_refused = is_refused_in(program, &way, way.steps[i].function);
    if (is_refused && has_own_part(program, intake))
        vt_finding_evidence(check, finding, "letters", -45,
                            "Other letters than those that are listed are refused on the way.");
}

static void report(struct vt_check *check, const struct vt_intake *intake) {
    struct vt_program *program = vt_check_program(check);
    struct vt_finding *finding = vt_finding_new(check, intake->sink);
    vt_intake_weigh(check, finding, intake);
    weigh_user(check, finding, intake);
    weigh_letters(check, finding, intake);
    weigh_word(check, finding, intake->sink);
    if (vt_has_logged_in(program, intake->sink))
        vt_finding_evidence(check, finding, "authenticated", -50,
                            "Whoever sends it has to log in first.");
    vt_finding_message(check, finding, "What `%s` received from the network %s.",
                       vt_intake_receiver(program, intake), intake->verb);
    vt_intake_path(check, finding, intake, NULL);
    vt_finding_send(check, finding, intake->base);
}

/* ---- Whoever asks is asked back ---------------------------------------------------------- */

/* The address of a peer among the sources of TRACE, or NULL. */
static const struct vt_source *find_address(struct vt_program *program,
                                            const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "network") &&
            !vt_is_network(program, &sources[i]))
            return &sources[i];
    return NULL;
}

/* A command that has the address of a peer, and fetches something: from there, no doubt. */
static void look_at_address(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_COMMAND, VT_ABOUT_DATA);
    const struct vt_source *address = find_address(program, trace);
    bool fetches = false, runs = false;
    size_t count = 0;
    const struct vt_source *sources = address ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (vt_command_fetches(vt_source_text(&sources[i])))
            return; /* in the clear: update/insecure-transport tells of it */
        fetches |= vt_command_has_fetcher(vt_source_text(&sources[i]));
        runs |= vt_command_has_runner(vt_source_text(&sources[i]));
    }
    if (!fetches)
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    weigh_word(check, finding, ref);
    if (runs)
        vt_finding_evidence(check, finding, "runs", 15, "The command also runs something.");
    if (vt_has_logged_in(program, ref))
        vt_finding_evidence(check, finding, "authenticated", -50,
                            "Whoever asks has to log in first.");
    vt_finding_message(check, finding,
                       "A command fetches something from the peer whose address `%s` told.",
                       vt_source_function(program, address));
    vt_finding_path(check, finding, trace, address, "The address of a peer is got here",
                    "It is asked for a file here");
    vt_finding_send(check, finding, 55);
}

/* ---- Whoever is on this host ------------------------------------------------------------- */

/* The name of the file that SOURCE is read from, if everybody may write it; else NULL. */
static const char *open_file_of(struct vt_program *program, const struct vt_source *source) {
    const char *name = vt_ask_file_read(program, source);
    return *name && vt_is_place(program, name, "transient.open") ? name : NULL;
}

/* A command that is read from a file in a place of everybody's, or said over a bus of the host. */
static void look_at_host(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_COMMAND, VT_NOT_NAME);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const char *name = open_file_of(program, &sources[i]);
        bool is_said = vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "ipc.bus");
        if (!name && !is_said)
            continue;
        struct vt_finding *finding = vt_finding_new(check, ref);
        if (name)
            vt_finding_message(check, finding,
                               "What stands in `%s`, where everybody may write, is run.", name);
        else
            vt_finding_message(check, finding,
                               "What another process says over the bus, to `%s`, is run.",
                               vt_source_function(program, &sources[i]));
        vt_finding_path(check, finding, trace, &sources[i],
                        name ? "The file is read here" : "It is said here", "Its text is run here");
        vt_finding_send(check, finding, 50);
        return;
    }
}

static bool is_taken_in(const struct vt_intake *intakes, size_t count, struct vt_event_ref ref) {
    for (size_t i = 0; i < count; i++)
        if (vt_event_same(intakes[i].sink, ref))
            return true;
    return false;
}

static void run(struct vt_check *check) {
    size_t count, nintakes;
    const struct vt_intake *intakes = vt_find_intakes(check, VT_FAULT_COMMAND, &nintakes);
    for (size_t i = 0; i < nintakes; i++)
        report(check, &intakes[i]);
    struct vt_event_ref *refs = vt_program_events(vt_check_program(check), VT_FACT_EFFECT,
                                                  "exec.shell", vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        look_at_address(check, refs[i]);
        if (!is_taken_in(intakes, nintakes, refs[i]))
            look_at_host(check, refs[i]);
    }
}

const struct vt_rule vt_update_remote_command = {
    .id = "update/remote-command",
    .name = "RemoteCommand",
    .summary = "Text from the network is run by a shell",
    .description =
        "A message, or a field of one, becomes a command or a part of a command: of a shell, or of "
        "an interpreter that takes commands as arguments. Whoever can send that message, or change "
        "it on its way, runs what they like. So does who may write to a file of commands in a "
        "folder of everybody's, and any process of the host, if it is said over a bus.",
    .help = "Let the message choose among commands that the program knows, or run a program "
            "directly with checked arguments. If running commands is what the service is for, say "
            "so in the declaration and let it ask who is there first.",
    .cwe = "CWE-78,CWE-506",
    .precision = "high",
    .severity = 9.8,
    .run = run,
};
