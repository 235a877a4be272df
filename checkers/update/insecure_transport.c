/* update/insecure-transport: code is fetched in the clear, and nothing but its sender vouches for
 * it.
 *
 *     fetch("http://updates.vendor.example/agent", &download);
 *     store("/var/lib/agent/next", &download);
 *     execv("/var/lib/agent/next", arguments);
 *
 * Also a command that does all of that. Not caught: peers that come from a configuration, and
 * commands that are put together of pieces.
 */
#include <string.h>

#include "checkers/shared/channel/command.h"
#include "checkers/shared/channel/errand.h"
#include "checkers/shared/channel/fetched.h"
#include "checkers/shared/channel/intake.h"

static void report(struct vt_check *check, const struct vt_intake *intake) {
    struct vt_program *program = vt_check_program(check);
    struct vt_finding *finding = vt_finding_new(check, intake->sink);
    struct vt_peer peer = vt_intake_ask_peer(program, intake);
    vt_intake_weigh(check, finding, intake);
    vt_finding_message(
        check, finding,
        "A %s of what `%s` received in the clear%s%s %s, and no signature is checked "
        "before.",
        vt_intake_file(check, intake), vt_intake_receiver(program, intake),
        *peer.name ? " from " : "", peer.name, intake->verb);
    vt_intake_path(check, finding, intake, NULL);
    vt_finding_send(check, finding, intake->base);
}

/* A command that fetches and runs, as a whole. */
static bool visit_command(struct vt_check *check, const struct vt_errand *errand, void *context) {
    const char *url = vt_command_fetches(errand->text);
    bool is_clear = url != NULL;
    (void)context;
    if (!url)
        url = vt_command_fetches_unverified(errand->text);
    if (!url)
        return false;
    struct vt_finding *finding = vt_finding_new(check, errand->ref);
    vt_finding_message(check, finding, "A command fetches from %.*s %s and runs what comes.",
                       (int)strcspn(url, " \t'\";|&"), url,
                       is_clear ? "in the clear" : "without verifying it");
    vt_finding_path(check, finding, errand->trace, errand->source, "The command stands here",
                    "A shell runs it here");
    vt_finding_send(check, finding, 75);
    return true;
}

static void run(struct vt_check *check) {
    vt_errands(check, visit_command, NULL);
    size_t count;
    const struct vt_intake *intakes = vt_find_intakes(check, VT_FAULT_TRANSPORT, &count);
    for (size_t i = 0; i < count; i++)
        report(check, &intakes[i]);
    const struct vt_fetched *fetched = vt_find_fetched(check, true, &count);
    for (size_t i = 0; i < count; i++)
        vt_fetched_report(check, &fetched[i]);
}

const struct vt_rule vt_update_insecure_transport = {
    .id = "update/insecure-transport",
    .name = "InsecureTransport",
    .summary = "Code is fetched in the clear and used without a signature check",
    .description =
        "A file that arrived over a connection without encryption, from a peer that the program "
        "names, is run, loaded or installed, and nothing looks at a signature of its own. Whoever "
        "is on the way can put their code in its place. A checksum from the same place does not "
        "help: they replace it, too.",
    .help =
        "Verify a signature over the payload with a key that the product was shipped with; then "
        "the transport does not matter. Use TLS with verification all the same.",
    .cwe = "CWE-494,CWE-319",
    .precision = "high",
    .severity = 9.3,
    .run = run,
};
