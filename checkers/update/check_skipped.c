/* update/check-skipped: a signature is checked, and there is a way around the check.
 *
 *     if (settings->check_signatures &&
 *         crypto_sign_verify_detached(signature, body, size, key))
 *         return -1;
 *     execv("/var/lib/agent/setup", arguments);
 *
 * Also a checksum in the place of a signature that comes from where the code comes from. Not
 * caught: a check that the build leaves out, unless another way in the same program makes it.
 */
#include <string.h>

#include "checkers/shared/channel/intake.h"
#include "engine/base/strings.h"

/* ---- The way around ---------------------------------------------------------------------- */

/* What lets the check be skipped, as far as it is known. */
struct bypass {
    const char *word;     /* something is compared with this text */
    const char *variable; /* a variable of the environment is set */
};

/* The longest text that comparison REF has on its sides. */
static const char *text_of(struct vt_program *program, struct vt_event_ref ref) {
    static const enum vt_role roles[] = {VT_ROLE_LEFT, VT_ROLE_RIGHT};
    const char *longest = NULL;
    for (size_t r = 0; r < sizeof roles / sizeof *roles; r++) {
        size_t count = 0;
        const struct vt_trace *trace = vt_trace_role(program, ref, roles[r], NULL, VT_ABOUT_DATA);
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
        for (size_t i = 0; i < count; i++) {
            const char *text = vt_source_text(&sources[i]);
            if (*text && (!longest || strlen(text) > strlen(longest)))
                longest = text;
        }
    }
    return longest;
}

static const char *variable_of(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_TARGET, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (*vt_source_text(&sources[i]))
            return vt_source_text(&sources[i]);
    return NULL;
}

/* What CONDITION asks before it lets the check be skipped. */
static void ask(struct vt_program *program, struct vt_condition_ref condition,
                struct bypass *bypass) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_subject(program, condition.function, condition.predicate, 0, VT_TAG_ASSUMED);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (sources[i].kind != VT_SOURCE_EVENT)
            continue;
        const struct vt_event *event = vt_program_event(program, sources[i].event, NULL);
        if (event->fact == VT_FACT_COMPARE &&
            vt_condition_means(program, condition, (enum vt_success)event->success))
            bypass->word = text_of(program, sources[i].event);
        if (vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "environment"))
            bypass->variable = variable_of(program, sources[i].event);
    }
}

/* Asks the conditions of list GUARDS that do not have to do with the check. */
static void ask_list(struct vt_check *check, uint32_t function, uint32_t guards,
                     struct vt_event_ref about, struct bypass *bypass) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_condition_ref *conditions =
        vt_program_conditions(program, function, guards, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (!vt_condition_about(program, conditions[i], about))
            ask(program, conditions[i], bypass);
}

/* The conditions before the intake itself, and before what the function of the check returns. */
static struct bypass find_bypass(struct vt_check *check, const struct vt_intake *intake) {
    struct vt_program *program = vt_check_program(check);
    struct bypass bypass = {NULL, NULL};
    struct vt_event_ref sink = intake->sink, about = intake->check;
    const struct vt_function *home = vt_program_function(program, about.function, NULL);
    ask_list(check, sink.function, vt_program_event(program, sink, NULL)->guards, about, &bypass);
    for (uint32_t v = 0; v < home->nverdicts; v++)
        ask_list(check, about.function, home->verdicts[v].guards, about, &bypass);
    return bypass;
}

/* ---- Reports ----------------------------------------------------------------------------- */

static void report_skipped(struct vt_check *check, const struct vt_intake *intake) {
    struct vt_program *program = vt_check_program(check);
    struct vt_finding *finding = vt_finding_new(check, intake->sink);
    struct bypass bypass = find_bypass(check, intake);
    vt_intake_weigh(check, finding, intake);
    if (bypass.word)
        vt_finding_evidence(check, finding, "word", 20,
                            "There is a way that depends on the text \"%s\" and not on the check.",
                            bypass.word);
    if (bypass.variable)
        vt_finding_evidence(check, finding, "environment", 15,
                            "There is a way that depends on the environment: %s.", bypass.variable);
    vt_finding_message(
        check, finding,
        "What `%s` %s %s, and there is a way on which `%s` is not asked whether it is genuine.",
        vt_intake_receiver(program, intake),
        intake->is_local ? "read" : "received from the network", intake->verb,
        vt_event_function(program, intake->check));
    vt_intake_path(check, finding, intake, "They are checked here, but not on every way");
    vt_finding_send(check, finding, intake->is_local ? 50 : 60);
}

static void report_checksum(struct vt_check *check, const struct vt_intake *intake) {
    struct vt_program *program = vt_check_program(check);
    struct vt_finding *finding = vt_finding_new(check, intake->sink);
    vt_intake_weigh(check, finding, intake);
    vt_finding_message(check, finding,
                       "What `%s` received from the network %s, and a checksum that came along is "
                       "all that `%s` holds it against.",
                       vt_intake_receiver(program, intake), intake->verb,
                       vt_event_function(program, intake->check));
    vt_intake_path(check, finding, intake,
                   "Their digest is compared here with one that was received as well");
    vt_finding_send(check, finding, 60);
}

static void run(struct vt_check *check) {
    size_t count;
    const struct vt_intake *intakes = vt_find_intakes(check, VT_FAULT_SKIPPED, &count);
    for (size_t i = 0; i < count; i++)
        report_skipped(check, &intakes[i]);
    intakes = vt_find_intakes(check, VT_FAULT_CHECKSUM, &count);
    for (size_t i = 0; i < count; i++)
        report_checksum(check, &intakes[i]);
}

const struct vt_rule vt_update_check_skipped = {
    .id = "update/check-skipped",
    .name = "CheckSkipped",
    .summary = "Code is run on a way around the check of its signature",
    .description =
        "Code from outside is checked before it is run, but not on every way: a setting, an empty "
        "key, a variable of the environment or a certain word in the data lead around the check. "
        "Or all that is checked is a checksum that came along with the code, which whoever "
        "changes the code changes, too.",
    .help = "Make the check on every way, in every build; a missing key is a failure. Hold the "
            "code against a signature with a key that was shipped with the product.",
    .cwe = "CWE-347,CWE-354",
    .precision = "high",
    .severity = 9.1,
    .run = run,
};
