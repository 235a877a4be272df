/* update/remote-code: received bytes are run without being a file first.
 *
 *     recv(fd, page, size, MSG_WAITALL);
 *     for (i = 0; i < size; i++)
 *         page[i] ^= 0xa7;
 *     mprotect(page, size, PROT_READ | PROT_EXEC);
 *
 * Executable memory, embedded interpreters, modules of the kernel, files without a name; and the
 * same with what stands encrypted in a file of the product. Not caught: tables that drive an
 * interpreter of the vendor's own.
 */
#include "checkers/shared/applies.h"
#include "checkers/shared/channel/circumstances.h"
#include "checkers/shared/channel/intake.h"

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

/* ---- Files of the product ---------------------------------------------------------------- */

/* Loaders and translators make memory executable all day, but what they read is no secret. */
#define HIDDEN (VT_TAG_DECRYPT | VT_TAG_ENCRYPT | VT_TAG_XOR)

/* The first source of TRACE that is a file, if something is decoded on the way; or NULL. Memory
 * that is decoded where it lies may keep what was there before, and then the shortest way tells of
 * no decoding. */
static const struct vt_source *find_hidden(struct vt_program *program,
                                           const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (vt_is_network(program, &sources[i]))
            return NULL; /* told above, or checked */
    for (size_t i = 0; i < count; i++)
        if (vt_trace_tags(trace) & HIDDEN &&
            vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "io.read") &&
            vt_handle_is(program, sources[i].event, "file"))
            return &sources[i];
    return NULL;
}

static void look_at_file(struct vt_check *check, struct vt_event_ref ref, const char *verb) {
    static const struct vt_peer nobody = {.kind = VT_PEER_UNKNOWN, .name = ""};
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace =
        vt_trace_value(program, ref, VT_ROLE_CODE, VT_ABOUT_DATA | VT_TAG_HANDLE);
    const struct vt_source *source = find_hidden(program, trace);
    if (!source || !vt_event_applies(program, ref) ||
        vt_is_verified(program, ref, "check.signature") ||
        vt_is_verified(program, ref, "check.mac"))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    if (source->tags & (VT_TAG_DECRYPT | VT_TAG_ENCRYPT))
        vt_finding_evidence(check, finding, "decrypted", 10, "It is decrypted first.");
    if (vt_trace_is_cut(trace))
        vt_finding_evidence(check, finding, "cut", -20,
                            "The code is too wide for an exact search: the way may not exist.");
    vt_circumstances_weigh(check, finding, ref, &nobody);
    vt_finding_message(check, finding,
                       "What `%s` read from a file is decoded and %s, and no signature is checked "
                       "before.",
                       vt_source_function(program, source), verb);
    vt_finding_path(check, finding, trace, source, "The file is read here",
                    "What was in it is executed here");
    vt_finding_send(check, finding, source->tags & HIDDEN ? 40 : 30);
}

static void look_at_files(struct vt_check *check, const char *class_name, const char *verb) {
    size_t count;
    struct vt_event_ref *refs = vt_program_events(vt_check_program(check), VT_FACT_EFFECT,
                                                  class_name, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        look_at_file(check, refs[i], verb);
}

static void run(struct vt_check *check) {
    size_t count;
    const struct vt_intake *intakes = vt_find_intakes(check, VT_FAULT_MEMORY, &count);
    for (size_t i = 0; i < count; i++)
        report(check, &intakes[i]);
    look_at_files(check, "code.executable", "becomes executable memory");
    look_at_files(check, "load.module", "is loaded into the kernel");
    look_at_files(check, "exec.program", "is run as a program");
}

const struct vt_rule vt_update_remote_code = {
    .id = "update/remote-code",
    .name = "RemoteCode",
    .summary = "Bytes from the network are run in memory",
    .description =
        "Bytes that arrived over the network become executable memory, are given to an "
        "interpreter inside the program, to the kernel, or are run as a file without a name. "
        "Nothing is left on disk that an inspector could look at afterwards. The same is told, "
        "with "
        "less weight, of what stands encrypted in a file of the product: nobody can look at it "
        "there either.",
    .help = "Verify a signature over the code with a key that does not come along with it. Ship "
            "what is to be run with the product, or install it where it can be inspected.",
    .cwe = "CWE-494,CWE-506",
    .precision = "high",
    .severity = 9.8,
    .run = run,
};
