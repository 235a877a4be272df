/* hidden/injected-code: another process is made to run what this program brings with it.
 *
 *     static const unsigned char code[] = {0x48, 0x31, 0xc0, ...};
 *     for (i = 0; i < sizeof code; i += sizeof word)
 *         ptrace(PTRACE_POKETEXT, pid, at + i, word_at(code + i));
 *
 * What is written is a piece of the program; what a peer sends is update/remote-code's. A debugger
 * writes single instructions, what was there before, and what its user says. On Windows it is
 * enough that the same program writes memory of another process, and starts a thread there or sets
 * where one goes on. Not caught: code that is read from a file on Linux, and memory that both
 * processes share.
 */
#include "checkers/shared/ask.h"
#include "engine/base/strings.h"

enum {
    BASE = 60,
    FEWEST_BYTES = 12, /* of code that does something */
    POKE_TEXT = 4,     /* ptrace(2) */
    POKE_DATA = 5,
};

/* True if the constant of SOURCE is as long as code is, and has bytes that no text has. */
static bool is_code(const struct vt_source *source) {
    const struct vt_constant *constant = source->constant;
    if (constant->kind != VT_CONSTANT_BYTES && constant->kind != VT_CONSTANT_TEXT)
        return false;
    const char *bytes = vt_string(source->unit->strings, constant->text);
    size_t size = vt_string_length(source->unit->strings, constant->text), untyped = 0;
    for (size_t i = 0; i < size; i++)
        untyped += (unsigned char)bytes[i] >= 0x80 || (bytes[i] && bytes[i] < '\t');
    return size >= FEWEST_BYTES && untyped > 0;
}

/* The first source of TRACE (NULL: none) that is code of the program's own. */
static const struct vt_source *find_code(const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind == VT_SOURCE_CONSTANT && is_code(&sources[i]))
            return &sources[i];
    return NULL;
}

/* True if REF, of class process.trace, writes memory of the other process. */
static bool pokes(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_MODE, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    if (count != 1 || sources[0].kind != VT_SOURCE_CONSTANT)
        return false;
    int64_t request = sources[0].constant->number;
    return request == POKE_TEXT || request == POKE_DATA;
}

/* True if the program lets another process go on somewhere else. */
static bool diverts(struct vt_check *check) {
    size_t count;
    vt_program_events(vt_check_program(check), VT_FACT_EFFECT, "process.divert",
                      vt_check_arena(check), &count);
    return count > 0;
}

static void report(struct vt_check *check, struct vt_event_ref ref, const struct vt_trace *trace,
                   const struct vt_source *source) {
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "%s written into the memory of another process%s.",
                       source ? "A piece of the program is" : "Something is",
                       source ? "" : ", which is made to run it");
    vt_finding_path(check, finding, source ? trace : NULL, source, "It comes from here",
                    "It is written here");
    vt_finding_send(check, finding, source ? BASE : BASE - 10);
}

static void look_at_write(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, VT_ABOUT_DATA);
    const struct vt_source *source = find_code(trace);
    if (source || diverts(check))
        report(check, ref, trace, source);
}

static void look_at_trace(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, VT_ABOUT_DATA);
    const struct vt_source *source = find_code(trace);
    if (source && pokes(program, ref))
        report(check, ref, trace, source);
}

static void run(struct vt_check *check) {
    vt_check_each(check, VT_FACT_EFFECT, "process.memory", look_at_write);
    vt_check_each(check, VT_FACT_EFFECT, "process.trace", look_at_trace);
}

const struct vt_rule vt_hidden_injected_code = {
    .id = "hidden/injected-code",
    .name = "InjectedCode",
    .summary = "Another process is made to run what this program brings with it",
    .description =
        "Bytes that stand in the program are written into the memory of another process, or a "
        "thread of it is made to go on where the program wrote. What they do "
        "is done in the name of that process, and seen by nobody who looks for this one.",
    .help = "Run code in a process of its own. If the other process is meant to be extended, let "
            "it load what extends it.",
    .cwe = "CWE-506,CWE-829",
    .precision = "high",
    .severity = 9.0,
    .run = run,
};
