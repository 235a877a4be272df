/* update/check-misread: a signature is checked, and the result does not decide what it should.
 *
 *     if (!EVP_VerifyFinal(context, signature, size, key))  -- 1: good, 0: bad, -1: error
 *         return -1;
 *     execv("/var/lib/agent/setup", arguments);
 *
 * Also results that nobody looks at, and conditions that are the wrong way round. Not caught: a
 * result that a function makes a yes or no of in its return statement (`return verify() != 0`).
 */
#include "checkers/shared/channel/intake.h"

/* What is wrong with the check, for its step and for the message. */
static const struct {
    const char *id, *step, *message;
    int weight;
} misreadings[] = {
    [VT_MISREAD_DROPPED] = {"dropped", "They are checked here, and nothing depends on the result",
                            "nothing depends on the result", 10},
    [VT_MISREAD_BLURRED] = {"blurred", "They are checked here, and an error passes for success",
                            "the condition takes an error for success", 0},
    [VT_MISREAD_INVERTED] = {"inverted", "They are checked here, and only failure goes on",
                             "only failure goes on", 15},
};

static void report(struct vt_check *check, const struct vt_intake *intake) {
    struct vt_program *program = vt_check_program(check);
    struct vt_finding *finding = vt_finding_new(check, intake->sink);
    const char *id = misreadings[intake->misreading].id;
    const char *what = misreadings[intake->misreading].message;
    vt_intake_weigh(check, finding, intake);
    vt_finding_evidence(check, finding, id, misreadings[intake->misreading].weight,
                        "`%s` is called, but %s.", vt_event_function(program, intake->check), what);
    vt_finding_message(check, finding, "What `%s` %s %s although `%s` may have failed: %s.",
                       vt_intake_receiver(program, intake),
                       intake->is_local ? "read" : "received from the network", intake->verb,
                       vt_event_function(program, intake->check), what);
    vt_intake_path(check, finding, intake, misreadings[intake->misreading].step);
    vt_finding_send(check, finding, intake->is_local ? 55 : 65);
}

static void run(struct vt_check *check) {
    size_t count;
    const struct vt_intake *intakes = vt_find_intakes(check, VT_FAULT_MISREAD, &count);
    for (size_t i = 0; i < count; i++)
        report(check, &intakes[i]);
}

const struct vt_rule vt_update_check_misread = {
    .id = "update/check-misread",
    .name = "CheckMisread",
    .summary = "Code is run although the check of its signature may have failed",
    .description =
        "The signature of code from outside is checked, but the result does not keep it from being "
        "run: an error (a negative number) passes for success, the condition is the wrong way "
        "round, or nothing depends on the result. It looks like a check in every review.",
    .help = "Go on only if the result is the one that the library documents as success, and on "
            "every way. Compare with that number, do not use the result as a boolean.",
    .cwe = "CWE-347,CWE-253",
    .precision = "high",
    .severity = 9.1,
    .run = run,
};
