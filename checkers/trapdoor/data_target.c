/* trapdoor/data-target: something is done with a file, or sent to a peer, that data name, and
 * nobody asks how that went.
 *
 *     if (image->width % 977 == image->height % 311) {
 *         FILE *out = fopen(image->title, "a");
 *         if (out) {
 *             fputs(image->comment, out);
 *             fclose(out);
 *         }
 *     }
 *
 * Who uses a library says which file is meant, and who starts a tool says so on the command line.
 * What unpacks files has names from data, too, and tells when one cannot be made. Not caught: names
 * that are put together with a folder, whatever a program that is there as a whole does where the
 * search ran out, what hangs on a letter alone, and sockets that are made in
 * another function than the one that sends.
 */
#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/trapdoor/handed.h"
#include "checkers/shared/trapdoor/unasked.h"
#include "engine/base/strings.h"

/* What may be done. */
struct deed {
    const char *class_name;
    enum vt_role role; /* that names it */
    const char *verb;
    bool if_lost; /* also if nothing is found of the name: what is removed may be its own */
};

static const struct deed deeds[] = {
    {"file.open", VT_ROLE_PATH, "A file is opened", true},
    {"file.delete", VT_ROLE_PATH, "A file is removed", false},
    {"file.mode", VT_ROLE_PATH, "The rights of a file are changed", true},
    {"file.rename", VT_ROLE_PATH, "A file gets another name", false},
    {"file.link", VT_ROLE_PATH, "A file gets another name", false},
    {"net.send", VT_ROLE_PEER, "Something is sent to a peer", true},
};

/* True if event REF does DEED by itself: of what is sent, that its function makes the socket for
 * it, which leaves this host. */
static bool is_done(struct vt_program *program, struct vt_event_ref ref, const struct deed *deed) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, ref.function, &unit);
    bool has_socket = false;
    for (uint32_t e = 0; e < facts->nevents && deed->role == VT_ROLE_PEER; e++)
        has_socket |= facts->events[e].fact == VT_FACT_ALLOC &&
                      vt_class_is(vt_string(unit->strings, facts->events[e].class_name), "socket");
    if (strcmp(deed->class_name, "file.delete") == 0)
        return !vt_has_effect(program, ref.function, "file.open"); /* what it made, it removes */
    return deed->role == VT_ROLE_PATH || (has_socket && !vt_has_local_socket(program, ref));
}

/* True if what is found of TRACE, which names a file, does not stand in the program: no folder, and
 * no name of its own. If the search ran out, that others were found first says nothing; with
 * IF_LOST it is then one that is given, and so it is where nothing was found. */
static bool is_name_of_data(const struct vt_trace *trace, bool if_lost) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    if (!trace || count == 0 || vt_trace_is_cut(trace))
        return trace && if_lost;
    for (size_t i = 0; i < count; i++)
        if (vt_is_own_text(&sources[i]))
            return false;
    return vt_is_open(trace);
}

/* True if TRACE, which names a peer, is not known to bring a host that stands in the program, or
 * this host. */
static bool is_peer_of_data(struct vt_program *program, const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        enum vt_peer_kind kind = vt_peer_of(program, &sources[i]).kind;
        if (kind == VT_PEER_CONSTANT || kind == VT_PEER_LOCAL)
            return false;
    }
    return trace != NULL;
}

static void look_at(struct vt_check *check, struct vt_event_ref ref, const struct deed *deed) {
    struct vt_program *program = vt_check_program(check);
    bool is_whole = vt_has_main(program);
    if (!is_done(program, ref, deed) || !vt_is_unheeded(program, ref) ||
        !vt_has_kind(check, ref, true))
        return;
    bool is_peer = deed->role == VT_ROLE_PEER;
    bool may_be_lost = deed->if_lost && vt_program_nunits(program) > 1; /* one says nothing */
    const struct vt_trace *trace =
        vt_trace_role(program, ref, deed->role, NULL, is_peer ? VT_ABOUT_DATA : VT_NOT_NAME);
    if (!(is_peer ? is_peer_of_data(program, trace) : is_name_of_data(trace, may_be_lost)) ||
        vt_is_received(program, trace) || vt_is_of_named_file(program, trace) ||
        vt_is_bidden(check, ref) ||
        (is_whole ? vt_trace_is_cut(trace) || !vt_is_worked_on(program, trace)
                  : vt_is_handed(program, ref, deed->role)))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "%s whose name stands in %s, and nobody asks how that went.",
                       deed->verb,
                       is_whole ? "what the program works on" : "what the library is given");
    vt_finding_path(check, finding, NULL, NULL, NULL, "It is done here");
    vt_finding_send(check, finding, 45);
}

static void run(struct vt_check *check) {
    for (size_t d = 0; d < sizeof deeds / sizeof *deeds; d++) {
        size_t count;
        const struct vt_event_ref *refs =
            vt_program_events(vt_check_program(check), VT_FACT_EFFECT, deeds[d].class_name,
                              vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            look_at(check, refs[i], &deeds[d]);
    }
}

const struct vt_rule vt_trapdoor_data_target = {
    .id = "trapdoor/data-target",
    .name = "DataTarget",
    .summary = "A file or peer that data name is used, and nobody asks how that went",
    .description =
        "What a parser is given names a file, which is then opened, removed or made accessible, or "
        "a peer, to whom something is sent. "
        "Neither who uses the program asks for it, nor does the program look at how it ends: what "
        "is meant for users is told to them when it fails.",
    .help =
        "If it is meant, let the user ask for it, and tell him when it fails. Otherwise take it "
        "out.",
    .cwe = "CWE-506,CWE-73",
    .precision = "medium",
    .severity = 7.5,
    .run = run,
};
