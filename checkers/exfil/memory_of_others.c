/* exfil/memory-of-others: the memory of another process is read and kept or sent.
 *
 *     process_vm_readv(pid, &here, 1, &there, 1, 0);
 *     write(open("/var/tmp/.m", O_WRONLY | O_APPEND), block, sizeof block);
 *
 * Memory that is read from a file below /proc and sent is exfil/secret-to-network's. Not caught:
 * memory that only decides what is sent.
 */
#include <string.h>

#include "checkers/shared/channel/leak.h"

/* True if SOURCE is the number, or a handle, of this process itself. */
static bool is_own(struct vt_program *program, const struct vt_source *source) {
    return vt_source_is(program, source, VT_FACT_ORIGIN, "process.identity") &&
           strcmp(vt_event_value(program, source->event), "own") == 0;
}

static bool is_foreign(struct vt_program *program, const struct vt_source *source) {
    if (!vt_source_is(program, source, VT_FACT_ORIGIN, "process.memory"))
        return false;
    const struct vt_trace *trace =
        vt_trace_value(program, source->event, VT_ROLE_TARGET, VT_ABOUT_DATA);
    if (!trace)
        trace = vt_trace_value(program, source->event, VT_ROLE_HANDLE, VT_ABOUT_DATA);
    size_t count = 0, own = 0;
    const struct vt_source *processes = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        own += is_own(program, &processes[i]);
    return own == 0 || own < count;
}

static void tell(struct vt_check *check, struct vt_finding *finding, const struct vt_leak *leak,
                 const char *where, int base) {
    vt_finding_message(check, finding, "Memory of another process, from `%s`, %s.",
                       vt_source_function(vt_check_program(check), leak->source), where);
    vt_finding_path(check, finding, leak->trace, leak->source, "The memory is read here",
                    "It leaves here");
    vt_finding_send(check, finding, base);
}

static bool visit_send(struct vt_check *check, struct vt_leak *leak, void *context) {
    (void)context;
    if (!is_foreign(vt_check_program(check), leak->source))
        return false;
    struct vt_peer peer = vt_leak_peer(check, leak);
    if (peer.kind == VT_PEER_LOCAL ||
        vt_leak_way(vt_check_program(check), leak->asked.ref) == VT_WAY_LOCAL)
        return false;
    struct vt_finding *finding = vt_finding_new(check, leak->asked.ref);
    vt_leak_weigh(check, finding, leak, &peer);
    tell(check, finding, leak, "reaches the network", 50);
    return true;
}

/* Debuggers write what the user asks for; core files lie where core files lie. */
static bool visit_write(struct vt_check *check, struct vt_leak *leak, void *context) {
    struct vt_program *program = vt_check_program(check);
    (void)context;
    if (!is_foreign(program, leak->source) && !vt_leak_is_named(check, leak, "secret.memory"))
        return false;
    struct vt_file_name name = vt_leak_written_name(check, leak);
    if (!*name.text || name.given || vt_leak_pattern(program, name.text, "secret.memory"))
        return false;
    struct vt_finding *finding = vt_finding_new(check, leak->asked.ref);
    if (name.concealed)
        vt_finding_evidence(check, finding, "concealed-name", 20,
                            "The file's name is decoded before it is used.");
    if (vt_is_odd_place(name.text))
        vt_finding_evidence(check, finding, "odd-place", 20, "Nobody looks for it in %s.",
                            name.text);
    vt_leak_weigh_disguise(check, finding, leak->source->tags);
    vt_leak_weigh_start(check, finding, leak);
    vt_leak_weigh_switch(check, finding, leak);
    vt_leak_weigh_doubt(check, finding, leak);
    tell(check, finding, leak, "is kept in a file that no setting names", 30);
    return true;
}

static void run(struct vt_check *check) {
    vt_leaks_to_network(check, visit_send, NULL);
    vt_leaks_to_files(check, visit_write, NULL);
}

const struct vt_rule vt_exfil_memory_of_others = {
    .id = "exfil/memory-of-others",
    .name = "MemoryOfOthers",
    .summary = "Memory of another process is sent, or kept in a file that no setting names",
    .description =
        "What was read from the memory of another process reaches the network or a file with a "
        "name that stands in the program. Debuggers show memory and write it where their user "
        "says; programs that steal credentials collect it.",
    .help = "Read no memory of others, or let the user name the process and where it goes.",
    .cwe = "CWE-506,CWE-522",
    .precision = "high",
    .severity = 8.5,
    .run = run,
};
