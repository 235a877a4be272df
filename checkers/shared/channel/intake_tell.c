/* Who an intake's bytes come from, and how it is told. See intake.h. */
#include <string.h>

#include "checkers/shared/channel/circumstances.h"
#include "checkers/shared/channel/command.h"
#include "checkers/shared/channel/intake.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

/* ---- Peers ------------------------------------------------------------------------------- */

/* The effect that event REF, data that a library hands to a callback, belongs to; else REF. */
static struct vt_event_ref find_transfer(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_function *facts = vt_program_function(program, ref.function, NULL);
    const struct vt_event *origin = &facts->events[ref.event];
    const struct vt_unit *unit;
    for (uint32_t e = 0; e < facts->nevents; e++) {
        const struct vt_event *event = &facts->events[e];
        struct vt_event_ref other = {ref.function, e};
        if (event->fact != VT_FACT_EFFECT || event->function != origin->function ||
            event->location != origin->location || event->guards != origin->guards)
            continue;
        vt_program_event(program, other, &unit);
        if (vt_class_is(vt_string(unit->strings, event->class_name), "net.receive"))
            return other;
    }
    return ref;
}

/* True if INTAKE is a transfer that goes to a file by itself: its source is where it is prepared.
 */
static bool is_transfer(struct vt_program *program, const struct vt_intake *intake) {
    const struct vt_unit *unit;
    if (!intake->is_file)
        return false;
    const struct vt_event *write = vt_program_event(program, intake->write, &unit);
    return vt_class_is(vt_string(unit->strings, write->class_name), "net.receive");
}

const char *vt_intake_receiver(struct vt_program *program, const struct vt_intake *intake) {
    return is_transfer(program, intake) ? vt_event_function(program, intake->write)
                                        : vt_source_function(program, intake->source);
}

struct vt_peer vt_intake_ask_peer(struct vt_program *program, const struct vt_intake *intake) {
    struct vt_event_ref ref = is_transfer(program, intake)
                                  ? intake->write
                                  : find_transfer(program, intake->source->event);
    struct vt_peer peer = vt_ask_peer_at(program, ref, intake->steps, intake->nsteps, NULL);
    const char *url = vt_command_url(peer.name); /* of the command that fetches it */
    peer.name = url ? url : peer.name;
    return peer;
}

/* True if what INTAKE takes came in the clear: by the scheme of a URL, or from a socket that was
 * connected to an address of the program. */
bool vt_intake_is_plain(struct vt_program *program, const struct vt_intake *intake) {
    struct vt_peer peer = vt_intake_ask_peer(program, intake);
    if (peer.kind != VT_PEER_CONSTANT)
        return false;
    if (vt_url_is_plain(peer.name))
        return true;
    return !strstr(peer.name, "://") && vt_handle_is(program, intake->source->event, "socket") &&
           !vt_handle_is(program, intake->source->event, "tls");
}

static void weigh_peer(struct vt_check *check, struct vt_finding *finding,
                       const struct vt_intake *intake) {
    struct vt_peer peer = vt_intake_ask_peer(vt_check_program(check), intake);
    if (peer.kind == VT_PEER_CONSTANT)
        vt_finding_evidence(check, finding, "constant-peer", 10,
                            "It comes from a peer that is written in the program%s%s.",
                            *peer.name ? ": " : "", peer.name);
    if (peer.concealed)
        vt_finding_evidence(check, finding, "concealed-peer", 15,
                            "The peer is decoded before it is used.");
    if (vt_is_from_this_host(check, intake->source->event))
        vt_finding_evidence(check, finding, "local-peer", -40,
                            "It comes from another process of this host.");
    else if (peer.kind == VT_PEER_CALLER)
        vt_finding_evidence(check, finding, "any-peer", 5, "It comes from whoever connects.");
    vt_circumstances_weigh(check, finding, intake->sink, &peer);
}

/* True if what INTAKE reads from is a file, in the calls that its bytes go through: the function
 * that reads serves others as well. */
static bool reads_file(struct vt_program *program, const struct vt_intake *intake) {
    struct vt_asked asked = {.ref = intake->source->event,
                             .role = VT_ROLE_HANDLE,
                             .avoid = VT_ABOUT_DATA,
                             .value_only = true};
    if (!vt_source_is(program, intake->source, VT_FACT_ORIGIN, "io.read"))
        return false;
    const struct vt_trace *trace = vt_trace_role_at(program, &asked, intake->steps, intake->nsteps);
    return trace && !vt_trace_is_cut(trace) &&
           vt_find_source(program, trace, VT_FACT_ALLOC, "file") &&
           !vt_find_source(program, trace, VT_FACT_ALLOC, "socket") &&
           !vt_find_source(program, trace, VT_FACT_ALLOC, "tls");
}

void vt_intake_weigh(struct vt_check *check, struct vt_finding *finding,
                     const struct vt_intake *intake) {
    if (!intake->is_local)
        weigh_peer(check, finding, intake);
    if (intake->is_unplaced)
        vt_finding_evidence(check, finding, "unplaced", -20,
                            "The program accepts connections; whether this descriptor is one was "
                            "not found.");
    if (intake->is_shared)
        vt_finding_evidence(check, finding, "name-read", -40,
                            "The name of the file and the one that is used come from one place, "
                            "and may be two names.");
    if (intake->is_wide)
        vt_finding_evidence(check, finding, "name-wide", -25,
                            "The search for the file's name ran out: it may be another file's.");
    if (!intake->is_local && reads_file(vt_check_program(check), intake))
        vt_finding_evidence(check, finding, "file-read", -40,
                            "On this way it is read from a file; the same function also reads from "
                            "peers.");
    vt_circumstances_weigh_knot(check, finding, intake->steps, intake->nsteps);
}

const char *vt_intake_file(struct vt_check *check, const struct vt_intake *intake) {
    return *intake->name ? vt_alloc_format(vt_check_arena(check), "file `%s`", intake->name)
                         : "file";
}

/* ---- Telling ----------------------------------------------------------------------------- */

/* The same data at the check, if its payload is known; else the event alone has to do. */
static bool tell_check(struct vt_check *check, struct vt_finding *finding,
                       const struct vt_intake *intake, const char *first, const char *checked) {
    static const enum vt_role roles[] = {VT_ROLE_PAYLOAD, VT_ROLE_LEFT, VT_ROLE_RIGHT};
    struct vt_program *program = vt_check_program(check);
    for (size_t r = 0; r < sizeof roles / sizeof *roles; r++) {
        size_t count = 0;
        const struct vt_trace *trace =
            vt_trace_role(program, intake->check, roles[r], NULL, VT_ABOUT_DATA);
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
        for (size_t i = 0; i < count; i++) {
            if (sources[i].kind != VT_SOURCE_EVENT ||
                sources[i].event.function != intake->source->event.function ||
                sources[i].event.event != intake->source->event.event)
                continue;
            vt_finding_path(check, finding, trace, &sources[i], first, checked);
            return true;
        }
    }
    return false;
}

void vt_intake_path(struct vt_check *check, struct vt_finding *finding,
                    const struct vt_intake *intake, const char *checked) {
    const char *first = is_transfer(vt_check_program(check), intake)
                            ? "A transfer from the network is prepared here"
                        : intake->is_local ? "Data are read here"
                                           : "Data arrive from the network here";
    bool told = checked && tell_check(check, finding, intake, first, checked);
    bool here = intake->write.function == intake->sink.function &&
                intake->write.event == intake->sink.event;
    const char *last =
        intake->is_file ? "They are written to a file here" : "They are executed here";
    if (told && !intake->is_file) {
        vt_finding_path(check, finding, NULL, NULL, NULL, last);
        return;
    }
    vt_finding_path(check, finding, intake->trace, intake->source, told ? "The same data" : first,
                    last);
    if (intake->is_file && !here)
        vt_finding_path(check, finding, NULL, NULL, NULL, "The file is used here");
}
