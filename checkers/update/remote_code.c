/* update/remote-code: received bytes are run without being a file first.
 *
 *     recv(fd, page, size, MSG_WAITALL);
 *     for (i = 0; i < size; i++)
 *         page[i] ^= 0xa7;
 *     mprotect(page, size, PROT_READ | PROT_EXEC);
 *
 * Executable memory, embedded interpreters, modules of the kernel, files without a name. Not
 * caught: tables that drive an interpreter of the vendor's own.
 */
#include "checkers/intake.h"

static void weigh(struct vt_check *check, struct vt_finding *finding,
                  const struct vt_intake *intake) {
    uint32_t tags = intake->source->tags;
    vt_intake_weigh(check, finding, intake);
    if (tags & (VT_TAG_DECRYPT | VT_TAG_ENCRYPT))
        vt_finding_evidence(check, finding, "decrypted", 10, "It is decrypted first.");
    if (tags & VT_TAG_XOR)
        vt_finding_evidence(check, finding, "xored", 15, "It is xored first.");
}

static void report(struct vt_check *check, const struct vt_intake *intake) {
    struct vt_finding *finding = vt_finding_new(check, intake->sink);
    weigh(check, finding, intake);
    vt_finding_message(
        check, finding,
        "What `%s` received from the network %s, and no signature is checked before.",
        vt_intake_receiver(vt_check_program(check), intake), intake->verb);
    vt_intake_path(check, finding, intake, NULL);
    vt_finding_send(check, finding, intake->base);
}

static void run(struct vt_check *check) {
    size_t count;
    const struct vt_intake *intakes = vt_find_intakes(check, VT_FAULT_MEMORY, &count);
    for (size_t i = 0; i < count; i++)
        report(check, &intakes[i]);
}

const struct vt_rule vt_update_remote_code = {
    .id = "update/remote-code",
    .name = "RemoteCode",
    .summary = "Bytes from the network are run in memory",
    .description =
        "Bytes that arrived over the network become executable memory, are given to an "
        "interpreter inside the program, to the kernel, or are run as a file without a name. "
        "Nothing is left on disk that an inspector could look at afterwards.",
    .help = "Verify a signature over the code with a key that does not come along with it. Ship "
            "what is to be run with the product, or install it where it can be inspected.",
    .cwe = "CWE-494,CWE-506",
    .precision = "high",
    .severity = 9.8,
    .run = run,
};
