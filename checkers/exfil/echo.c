/* exfil/echo: the peer says how much of this program's memory it gets.
 *
 *     recv(fd, &request, sizeof request, 0);
 *     memcpy(reply + 4, request.body, ntohs(request.size));
 *     send(fd, reply, 4 + ntohs(request.size), 0);
 *
 * Not caught: a length that is held against something, but against the wrong thing.
 */
#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/channel/leak.h"

/* The length is a number that the peer sent: not how many bytes came, not one of a table. */
#define NOT_LENGTH (VT_ABOUT_DATA | VT_TAG_HANDLE)

/* Where it comes from is told by the system, and no number of the peer's own. */
static bool is_from_peer(struct vt_program *program, const struct vt_source *source) {
    if (vt_source_is(program, source, VT_FACT_ORIGIN, "network"))
        return strcmp(vt_event_value(program, source->event), "address") != 0;
    return vt_source_is(program, source, VT_FACT_ORIGIN, "io.read") &&
           (vt_handle_is(program, source->event, "socket") ||
            vt_handle_is(program, source->event, "tls"));
}

/* True if FUNCTION asks whether what EVENT brought is less or greater than something. */
static bool bounds(struct vt_program *program, uint32_t function, struct vt_event_ref event) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    for (uint32_t i = 0; i < facts->npredicates; i++)
        for (unsigned side = 0; side < 2; side++)
            if (facts->predicates[i].compare != VT_EQ && facts->predicates[i].compare != VT_NE &&
                vt_find_event(vt_trace_subject(program, function, i, side, NOT_LENGTH), event))
                return true;
    return false;
}

/* True if a function on the way bounds the length, or the lesser of it and a constant is taken. */
static bool is_bounded(struct vt_check *check, const struct vt_leak *leak) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    const struct vt_source *sources = vt_trace_sources(leak->trace, &count);
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind == VT_SOURCE_CONSTANT && !(sources[i].tags & VT_TAG_ARITHMETIC) &&
            sources[i].constant->kind == VT_CONSTANT_INT && sources[i].constant->number > 1)
            return true;
    const struct vt_flow_step *steps =
        vt_trace_steps(leak->trace, leak->source, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (bounds(program, steps[i].function, leak->source->event))
            return true;
    return false;
}

static void look_at(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    struct vt_asked asked = {
        .ref = ref, .role = VT_ROLE_LENGTH, .avoid = NOT_LENGTH, .value_only = true};
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_LENGTH, NOT_LENGTH);
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        struct vt_leak leak = {asked, trace, &sources[i]};
        if (!is_from_peer(program, &sources[i]))
            continue;
        if (vt_leak_way(program, ref) == VT_WAY_LOCAL || is_bounded(check, &leak))
            return;
        struct vt_finding *finding = vt_finding_new(check, ref);
        if (vt_trace_is_cut(trace))
            vt_finding_evidence(check, finding, "cut", -20,
                                "The search ran out of its budget: the way may not exist.");
        vt_finding_message(check, finding,
                           "The peer says, in what `%s` received, how many bytes are sent back.",
                           vt_source_function(program, &sources[i]));
        vt_finding_path(check, finding, trace, &sources[i], "The length arrives here",
                        "So much memory is sent here");
        vt_finding_send(check, finding, 50);
        return;
    }
}

static void run(struct vt_check *check) {
    static const char *const classes[] = {"net.send", "io.write"};
    for (size_t c = 0; c < sizeof classes / sizeof *classes; c++) {
        size_t count;
        struct vt_event_ref *refs = vt_program_events(vt_check_program(check), VT_FACT_EFFECT,
                                                      classes[c], vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            if (c == 0 || vt_handle_is(vt_check_program(check), refs[i], "socket") ||
                vt_handle_is(vt_check_program(check), refs[i], "tls"))
                look_at(check, refs[i]);
    }
}

const struct vt_rule vt_exfil_echo = {
    .id = "exfil/echo",
    .name = "Echo",
    .summary = "The peer says how much memory it is sent, and nothing bounds it",
    .description =
        "A number that a peer sent becomes the length of a send, and no function on the way asks "
        "whether it is too large. Whoever asks for more than the program has to tell reads its "
        "memory: keys, passwords, the data of others.",
    .help = "Hold the number against how many bytes came, and against the size of the buffer, "
            "before anything is copied or sent.",
    .cwe = "CWE-126,CWE-130",
    .precision = "medium",
    .severity = 8.2,
    .run = run,
};
