/* update/remote-shell: a shell's standard streams are a connection.
 *
 *     dup2(fd, 0);                          // fd: accepted, or connected to somebody
 *     dup2(fd, 1);
 *     execl("/bin/sh", "sh", (char *)NULL);
 *
 * Redirection and shell belong together if one function does both, or they are at most two calls
 * apart, or one function calls both. So does a command that does all of it ("nc -e /bin/sh"). A
 * shell on a terminal of its own whose bytes a loop carries is update/remote-command's.
 */
#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/channel/command.h"
#include "checkers/shared/channel/errand.h"
#include "checkers/shared/channel/login.h"
#include "engine/base/arena.h"

/* A connection that becomes a standard stream. */
struct redirection {
    struct vt_event_ref ref;
    const struct vt_trace *trace;
    const struct vt_source *connection;
};

struct redirections {
    struct redirection *items;
    size_t count;
};

/* ---- Connections ------------------------------------------------------------------------- */

/* A socket that leaves the host, as far as its making tells. */
static const struct vt_source *find_connection(struct vt_program *program,
                                               const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (vt_source_is(program, &sources[i], VT_FACT_ALLOC, "socket") &&
            !vt_source_is(program, &sources[i], VT_FACT_ALLOC, "socket.pair"))
            return &sources[i];
    return NULL;
}

/* Without a target it is the lowest free descriptor, which may be a standard stream. */
static bool is_standard(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_TARGET, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind == VT_SOURCE_CONSTANT && sources[i].constant->kind == VT_CONSTANT_INT &&
            sources[i].constant->number >= 0 && sources[i].constant->number <= 2)
            return true;
    return !trace;
}

static struct redirections find_redirections(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    struct vt_arena *arena = vt_check_arena(check);
    size_t count;
    struct vt_event_ref *events =
        vt_program_events(program, VT_FACT_EFFECT, "io.redirect", arena, &count);
    struct redirections found = {vt_alloc_array(arena, count, sizeof *found.items), 0};
    for (size_t i = 0; i < count; i++) {
        const struct vt_trace *trace =
            vt_trace_value(program, events[i], VT_ROLE_HANDLE, VT_ABOUT_DATA);
        const struct vt_source *connection = find_connection(program, trace);
        if (connection && is_standard(program, events[i]))
            found.items[found.count++] = (struct redirection){events[i], trace, connection};
    }
    return found;
}

/* ---- Shells ------------------------------------------------------------------------------ */

static const char *find_shell(struct vt_program *program, struct vt_event_ref ref,
                              enum vt_role role) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, role, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (vt_command_interprets(vt_source_text(&sources[i])))
            return vt_source_text(&sources[i]);
    return NULL;
}

/* True if what REF runs may be several other programs: whatever somebody wants to be run. */
static bool runs_others(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0, others = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_PATH, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const char *text = vt_source_text(&sources[i]);
        others += strlen(text) > 1 && !vt_command_interprets(text);
    }
    return others > 1;
}

/* True if FUNCTION is CALLEE, or calls it by at most DEPTH calls. */
static bool reaches(struct vt_program *program, uint32_t function, uint32_t callee,
                    unsigned depth) {
    if (function == callee)
        return true;
    const struct vt_site *sites;
    size_t count = depth ? vt_program_callers(program, callee, &sites) : 0;
    for (size_t i = 0; i < count; i++)
        if (reaches(program, function, sites[i].function, depth - 1))
            return true;
    return false;
}

/* Calls on the way down to a redirection, the last one first. */
struct calls {
    struct vt_flow_step steps[2];
    size_t count;
};

/* True if FUNCTION makes the redirection, or calls at most DEPTH more than CALLS deep for it, and
 * by these calls a connection comes: one function starts children of many kinds. */
static bool hands_down(struct vt_program *program, uint32_t function, uint32_t callee,
                       struct redirection *redirection, struct calls calls, unsigned depth) {
    if (function == callee) {
        struct vt_asked asked = {redirection->ref, VT_ROLE_HANDLE, NULL, VT_ABOUT_DATA, true};
        if (!calls.count)
            return true;
        redirection->trace = vt_trace_role_at(program, &asked, calls.steps, calls.count);
        redirection->connection = find_connection(program, redirection->trace);
        return redirection->connection;
    }
    const struct vt_site *sites;
    size_t count = depth ? vt_program_callers(program, callee, &sites) : 0;
    for (size_t i = 0; i < count; i++) {
        struct calls further = calls;
        further.steps[further.count++] = (struct vt_flow_step){.kind = VT_STEP_CALL,
                                                               .function = sites[i].function,
                                                               .location = VT_NONE,
                                                               .callee = callee,
                                                               .call = sites[i].call};
        if (hands_down(program, function, sites[i].function, redirection, further, depth - 1))
            return true;
    }
    return false;
}

/* True if what RUNS a shell does so behind REDIRECTION, which then tells the connection there. */
static bool belong_together(struct vt_program *program, struct redirection *redirection,
                            uint32_t runs) {
    uint32_t redirects = redirection->ref.function;
    if (reaches(program, redirects, runs, 2) ||
        hands_down(program, runs, redirects, redirection, (struct calls){0}, 2))
        return true;
    const struct vt_site *sites;
    size_t count = vt_program_callers(program, runs, &sites);
    for (size_t i = 0; i < count; i++)
        if (hands_down(program, sites[i].function, redirects, redirection, (struct calls){0}, 1))
            return true;
    return false;
}

/* ---- Weighing ---------------------------------------------------------------------------- */

static void weigh_peer(struct vt_check *check, struct vt_finding *finding,
                       struct vt_event_ref redirection) {
    struct vt_peer peer = vt_ask_peer(vt_check_program(check), redirection);
    if (peer.kind == VT_PEER_CONSTANT)
        vt_finding_evidence(check, finding, "constant-peer", 15,
                            "The program calls %s, and nobody else can be named.",
                            *peer.name ? peer.name : "a fixed address");
    if (peer.kind == VT_PEER_CONSTANT && peer.concealed)
        vt_finding_evidence(check, finding, "concealed-peer", 15,
                            "The name is decoded before it is used.");
    if (peer.kind == VT_PEER_CALLER)
        vt_finding_evidence(check, finding, "any-peer", 10, "It is whoever connects.");
    if (peer.kind == VT_PEER_CONFIGURED)
        vt_finding_evidence(check, finding, "configured-peer", -35,
                            "Whoever starts or configures the program names the peer.");
    if (peer.kind == VT_PEER_LOCAL)
        vt_finding_evidence(check, finding, "local-peer", -40, "It is on this host.");
}

static void report(struct vt_check *check, struct vt_event_ref ref, const char *shell,
                   const struct redirection *redirection) {
    struct vt_program *program = vt_check_program(check);
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "%s is run with a connection for its standard streams.",
                       shell);
    weigh_peer(check, finding, redirection->ref);
    if (runs_others(program, ref))
        vt_finding_evidence(check, finding, "any-program", -45,
                            "Several other programs are run there as well, and this connection may "
                            "be for one of them.");
    if (vt_has_logged_in(program, ref) || vt_has_logged_in(program, redirection->ref))
        vt_finding_evidence(check, finding, "authenticated", -50,
                            "Whoever connects has to log in first.");
    vt_finding_path(check, finding, redirection->trace, redirection->connection,
                    "The connection is made here.", "It becomes a standard stream here.");
    vt_finding_path(check, finding, NULL, NULL, NULL, "The shell is run here.");
    vt_finding_send(check, finding, 70);
}

/* ROLE names what is run. */
static void look_at(struct vt_check *check, struct vt_event_ref ref, enum vt_role role,
                    const struct redirections *redirections) {
    struct vt_program *program = vt_check_program(check);
    const char *shell = find_shell(program, ref, role);
    for (size_t i = 0; shell && i < redirections->count; i++) {
        struct redirection redirection = redirections->items[i];
        if (!belong_together(program, &redirection, ref.function))
            continue;
        report(check, ref, shell, &redirection);
        return;
    }
}

/* ---- Commands that do it all ------------------------------------------------------------- */

static bool visit_command(struct vt_check *check, const struct vt_errand *errand, void *context) {
    (void)context;
    if (!vt_command_connects_shell(errand->text))
        return false;
    struct vt_finding *finding = vt_finding_new(check, errand->ref);
    if (errand->is_open)
        vt_finding_evidence(check, finding, "configured-peer", -35,
                            "What comes from outside the program is part of the command.");
    vt_finding_message(check, finding, "A command joins a shell and a connection: %s",
                       errand->text);
    vt_finding_path(check, finding, errand->trace, errand->source,
                    "The command stands in the program.", "It is run here.");
    vt_finding_send(check, finding, 70);
    return true;
}

static void run(struct vt_check *check) {
    vt_errands(check, visit_command, NULL);
    struct redirections redirections = find_redirections(check);
    static const struct {
        const char *class_name;
        enum vt_role role;
    } runs[] = {{"exec.program", VT_ROLE_PATH}, {"exec.shell", VT_ROLE_COMMAND}};
    for (size_t r = 0; redirections.count && r < sizeof runs / sizeof *runs; r++) {
        size_t count;
        struct vt_event_ref *events =
            vt_program_events(vt_check_program(check), VT_FACT_EFFECT, runs[r].class_name,
                              vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            look_at(check, events[i], runs[r].role, &redirections);
    }
}

const struct vt_rule vt_update_remote_shell = {
    .id = "update/remote-shell",
    .name = "RemoteShell",
    .summary = "A shell is run with a network connection for its standard streams",
    .description =
        "A descriptor of a connection, one that was accepted or one that the program opened, takes "
        "the place of standard input or output, and a shell or other interpreter is run there. "
        "Whoever is at the other end works on this machine. Services that are for this ask for a "
        "password first, and their configuration names the program that is run.",
    .help =
        "Remove it. If remote maintenance is what it is for, say so in the declaration, and use "
        "a login service with authentication, encryption and logging.",
    .cwe = "CWE-912,CWE-506",
    .precision = "very-high",
    .severity = 9.8,
    .run = run,
};
