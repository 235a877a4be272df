/* update/unverified-code: a file of what came over the network is used as code, and nobody checks
 * it.
 *
 *     size = receive(tls, data);
 *     save("/run/codec.so", data, size);
 *     dlopen("/run/codec.so", RTLD_NOW);
 *
 * The search is shared by the rules of this family (checkers/shared/channel/intake.h). Not caught:
 * names that are put together differently where the file is written and where it is run.
 */
#include "checkers/shared/channel/fetched.h"
#include "checkers/shared/channel/intake.h"

static void report(struct vt_check *check, const struct vt_intake *intake) {
    struct vt_finding *finding = vt_finding_new(check, intake->sink);
    vt_intake_weigh(check, finding, intake);
    vt_finding_message(
        check, finding,
        "A %s of what `%s` received from the network %s, and no signature is checked before.",
        vt_intake_file(check, intake), vt_intake_receiver(vt_check_program(check), intake),
        intake->verb);
    vt_intake_path(check, finding, intake, NULL);
    vt_finding_send(check, finding, intake->base);
}

static void run(struct vt_check *check) {
    size_t count;
    const struct vt_intake *intakes = vt_find_intakes(check, VT_FAULT_FILE, &count);
    for (size_t i = 0; i < count; i++)
        report(check, &intakes[i]);
    const struct vt_fetched *fetched = vt_find_fetched(check, false, &count);
    for (size_t i = 0; i < count; i++)
        vt_fetched_report(check, &fetched[i]);
}

const struct vt_rule vt_update_unverified_code = {
    .id = "update/unverified-code",
    .name = "UnverifiedCode",
    .summary = "A file from the network is executed or installed without a signature check",
    .description =
        "Bytes that arrived over the network are written to a file that is run, loaded or "
        "installed, and nothing looks at a signature of theirs. TLS tells who sent them, not who "
        "made them.",
    .help =
        "Verify a signature over the whole payload with a key that does not come along with it, "
        "and go on only if the check says success.",
    .cwe = "CWE-494",
    .precision = "high",
    .severity = 9.8,
    .run = run,
};
