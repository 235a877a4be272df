#include "checkers/shared/channel/leak.h"
#include "checkers/shared/trapdoor/prompt.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

#include "checkers/shared/channel/circumstances.h"
#include "checkers/shared/channel/far_end.h"
#include "checkers/shared/verdict.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/trigger/trigger.h"

enum { MAX_SIBLINGS = 32 };

/* ---- Places ------------------------------------------------------------------------------- */

static void look_at(struct vt_check *check, const struct vt_asked *asked, vt_leak_visit visit,
                    void *context) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_value(vt_check_program(check), asked->ref, asked->role, asked->avoid);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        struct vt_leak leak = {*asked, trace, &sources[i]};
        if (visit(check, &leak, context))
            return;
    }
}

static struct vt_asked ask(struct vt_event_ref ref, enum vt_role role) {
    return (struct vt_asked){.ref = ref, .role = role, .avoid = VT_NOT_LEAKED, .value_only = true};
}

void vt_leaks_by(struct vt_check *check, const char *class_name, enum vt_role role,
                 vt_leak_visit visit, void *context) {
    size_t count;
    struct vt_event_ref *refs = vt_program_events(vt_check_program(check), VT_FACT_EFFECT,
                                                  class_name, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        struct vt_asked asked = ask(refs[i], role);
        look_at(check, &asked, visit, context);
    }
}

static bool has_source(const struct vt_trace *trace, bool (*test)(const struct vt_source *)) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (test(&sources[i]))
            return true;
    return false;
}

static bool leads_to_network(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    return vt_handle_is(program, ref, "socket") || vt_handle_is(program, ref, "tls") ||
           vt_far_end_sends(vt_check_program(check), ref);
}

static bool leads_to_file(struct vt_check *check, struct vt_event_ref ref) {
    return vt_handle_is(vt_check_program(check), ref, "file");
}

static void look_at_writes(struct vt_check *check, const char *class_name,
                           bool (*leads)(struct vt_check *, struct vt_event_ref),
                           vt_leak_visit visit, void *context) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, class_name, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        struct vt_asked asked = ask(refs[i], VT_ROLE_PAYLOAD);
        if (leads(check, refs[i]))
            look_at(check, &asked, visit, context);
    }
}

void vt_leaks_to_network(struct vt_check *check, vt_leak_visit visit, void *context) {
    vt_leaks_by(check, "net.send", VT_ROLE_PAYLOAD, visit, context);
    look_at_writes(check, "io.write", leads_to_network, visit, context);
    look_at_writes(check, "io.copy", leads_to_network, visit, context);
}

void vt_leaks_to_files(struct vt_check *check, vt_leak_visit visit, void *context) {
    look_at_writes(check, "io.write", leads_to_file, visit, context);
}

/* True if the call that made event REF also has effect CLASS_NAME. */
static bool also_does(struct vt_program *program, struct vt_event_ref ref, const char *class_name) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    const struct vt_function *function = vt_program_function(program, ref.function, NULL);
    for (uint32_t i = 0; i < function->nevents; i++) {
        const struct vt_event *other = &function->events[i];
        if (other->fact == VT_FACT_EFFECT && other->function == event->function &&
            other->location == event->location && other->guards == event->guards &&
            vt_class_is(vt_string(unit->strings, other->class_name), class_name))
            return true;
    }
    return false;
}

/* True if SOURCE is the number of port 53, in the order of bytes of either kind of host, and no
 * letter of a name that is decoded first. */
static bool is_name_service(const struct vt_source *source) {
    if (source->kind != VT_SOURCE_CONSTANT || source->tags & VT_TAG_XOR)
        return false;
    if (source->constant->kind == VT_CONSTANT_INT)
        return source->constant->number == 53 || source->constant->number == 53 << 8;
    return strcmp(vt_source_text(source), "53") == 0 ||
           strcmp(vt_source_text(source), "domain") == 0;
}

static bool is_raw_type(const struct vt_source *source) {
    return (source->constant->number & 0xf) == SOCK_RAW;
}

static bool is_packet_domain(const struct vt_source *source) {
    return source->constant->number == PF_PACKET;
}

static bool is_local_domain(const struct vt_source *source) {
    return source->constant->number == PF_UNIX || source->constant->number == PF_NETLINK;
}

/* True if FIELD of the handle of REF is a number for which TEST holds, and never another. */
static bool is_made_as(struct vt_program *program, struct vt_event_ref ref, const char *field,
                       bool (*test)(const struct vt_source *)) {
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_HANDLE, field, VT_ABOUT_DATA);
    size_t count = 0, passed = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (sources[i].kind != VT_SOURCE_CONSTANT || sources[i].constant->kind != VT_CONSTANT_INT)
            continue;
        if (!test(&sources[i]))
            return false;
        passed++;
    }
    return passed > 0;
}

enum vt_way vt_leak_way(struct vt_program *program, struct vt_event_ref ref) {
    if (also_does(program, ref, "net.resolve"))
        return VT_WAY_LOOKUP;
    if (is_made_as(program, ref, "domain", is_local_domain))
        return VT_WAY_LOCAL;
    if (is_made_as(program, ref, "type", is_raw_type) ||
        is_made_as(program, ref, "domain", is_packet_domain))
        return VT_WAY_RAW;
    if (has_source(vt_trace_role(program, ref, VT_ROLE_PEER, NULL, VT_ABOUT_DATA),
                   is_name_service) ||
        has_source(vt_trace_role(program, ref, VT_ROLE_HANDLE, "peer", VT_ABOUT_DATA),
                   is_name_service))
        return VT_WAY_LOOKUP;
    return VT_WAY_PLAIN;
}

/* ---- Secrets ------------------------------------------------------------------------------ */

static bool is_secret_variable(struct vt_check *check, struct vt_leak *leak) {
    struct vt_naming naming = {.sink = leak->asked,
                               .origin = leak->source->event,
                               .role = VT_ROLE_TARGET,
                               .kind = "variable",
                               .class_name = "secret"};
    return vt_ask_naming(vt_check_program(check), &naming, vt_check_arena(check), &leak->trace,
                         &leak->source);
}

/* What a peer answers that is known for handing secrets out. */
static bool is_handed_out(struct vt_check *check, struct vt_leak *leak) {
    struct vt_program *program = vt_check_program(check);
    struct vt_naming naming = {.sink = leak->asked,
                               .origin = leak->source->event,
                               .role = VT_ROLE_HANDLE,
                               .field = "peer",
                               .kind = "peer",
                               .class_name = "secret"};
    return vt_source_is(program, leak->source, VT_FACT_ORIGIN, "network") &&
           vt_trace_role(program, leak->source->event, VT_ROLE_HANDLE, "peer", VT_ABOUT_DATA) &&
           vt_ask_naming(program, &naming, vt_check_arena(check), &leak->trace, &leak->source);
}

const char *vt_leak_secret(struct vt_check *check, struct vt_leak *leak) {
    struct vt_program *program = vt_check_program(check);
    if (vt_source_is(program, leak->source, VT_FACT_ORIGIN, "secret.credential"))
        return "A credential";
    if (vt_source_is(program, leak->source, VT_FACT_ORIGIN, "secret.key"))
        return "A secret key";
    bool is_file = vt_source_is(program, leak->source, VT_FACT_ORIGIN, "io.read") ||
                   vt_leak_is_copy(program, leak);
    if (is_file && vt_leak_is_named(check, leak, "secret"))
        return "The content of a file of secrets";
    if (vt_source_is(program, leak->source, VT_FACT_ORIGIN, "environment") &&
        is_secret_variable(check, leak))
        return "A credential of the environment";
    if ((is_file || vt_source_is(program, leak->source, VT_FACT_ORIGIN, "file")) &&
        is_secret_variable(check, leak)) /* of files only values of the registry have names */
        return "A credential of the registry";
    if (is_handed_out(check, leak))
        return "A credential of this machine";
    return vt_is_prompted(program, leak->source) ? "A typed password" : NULL;
}

/* ---- Switches ----------------------------------------------------------------------------- */

static bool compares_setting(struct vt_program *program, struct vt_event_ref ref) {
    static const enum vt_role sides[] = {VT_ROLE_LEFT, VT_ROLE_RIGHT};
    for (unsigned side = 0; side < 2; side++) {
        size_t count = 0;
        const struct vt_trace *trace = vt_trace_role(program, ref, sides[side], NULL, 0);
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
        for (size_t i = 0; i < count; i++)
            if (vt_leak_is_setting(program, &sources[i]))
                return true;
    }
    return false;
}

/* True if FUNCTION compares a setting; or, with READS, brings one. */
static bool has_setting(struct vt_program *program, uint32_t function, bool reads) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    for (uint32_t i = 0; i < facts->nevents; i++) {
        struct vt_event_ref ref = {function, i};
        struct vt_source event = {.kind = VT_SOURCE_EVENT, .event = ref, .function = function};
        uint8_t fact = facts->events[i].fact;
        if ((fact == VT_FACT_COMPARE && compares_setting(program, ref)) ||
            (reads && fact == VT_FACT_ORIGIN && vt_leak_is_setting(program, &event)))
            return true;
    }
    return false;
}

/* True if SOURCE is the outcome of comparing a setting, or a constant from a function that compares
 * one; or, of a VARIABLE, from one that reads settings: a flag. (Facts leave out a comparison that
 * only decides whether a constant is stored.) */
static bool is_flag(struct vt_program *program, const struct vt_source *source, bool variable) {
    if (source->kind == VT_SOURCE_EVENT)
        return vt_program_event(program, source->event, NULL)->fact == VT_FACT_COMPARE &&
               compares_setting(program, source->event);
    return source->kind == VT_SOURCE_CONSTANT && source->constant->kind == VT_CONSTANT_INT &&
           has_setting(program, source->function, variable);
}

/* True if SOURCE is what somebody sends to log in: a library checks or hashes it there. */
static bool is_of_login(struct vt_program *program, const struct vt_source *source) {
    if (source->kind != VT_SOURCE_EVENT)
        return false;
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, source->event.function, &unit);
    for (uint32_t e = 0; e < facts->nevents; e++) {
        const char *class_name = vt_string(unit->strings, facts->events[e].class_name);
        struct vt_event_ref ref = {source->event.function, e};
        if (vt_is_same_call(program, source->event, ref) &&
            (vt_class_is(class_name, "crypto.kdf") || vt_class_is(class_name, "check.password")))
            return true;
    }
    return false;
}

/* True if at most LEVELS calls lead from function ABOVE to FUNCTION; *LOOKS are counted down. */
static bool leads_to(struct vt_program *program, uint32_t above, uint32_t function, unsigned levels,
                     unsigned *looks) {
    const struct vt_site *sites;
    size_t count = vt_program_callers(program, function, &sites);
    for (size_t i = 0; i < count && *looks; i++, --*looks)
        if (sites[i].function == above ||
            (levels > 1 && leads_to(program, above, sites[i].function, levels - 1, looks)))
            return true;
    return false;
}

/* True if CONDITION says whether anybody may log in that way, DATA being what is sent for that:
 * nobody is asked there whether it may go elsewhere. */
static bool is_of_whole_login(struct vt_program *program, struct vt_condition_ref condition,
                              const struct vt_source *data) {
    enum { MOST_LEVELS = 8, MOST_LOOKS = 100 };
    unsigned looks = MOST_LOOKS;
    if (!data || !is_of_login(program, data))
        return false;
    uint32_t function = data->event.function;
    if (condition.function != function)
        return leads_to(program, condition.function, function, MOST_LEVELS, &looks);
    return vt_list_needs(vt_program_function(program, function, NULL),
                         vt_program_event(program, data->event, NULL)->guards,
                         condition.predicate) == (condition.holds ? 1 : -1);
}

/* True if CONDITION asks for a flag in a field that the command line sets. */
static bool is_option(struct vt_program *program, struct vt_condition_ref condition) {
    struct vt_arena *arena = vt_arena_new();
    size_t count;
    const struct vt_trigger *triggers = vt_triggers_of_condition(program, condition, arena, &count);
    bool found = false;
    for (size_t i = 0; i < count; i++)
        found |= triggers[i].is_indirect && triggers[i].test == VT_TEST_EQUAL &&
                 (triggers[i].kind == VT_TRIGGER_CALLER
                      ? vt_program_is_main(program, triggers[i].source->function)
                      : vt_class_is(triggers[i].class_name, "argument"));
    vt_arena_free(arena);
    return found;
}

/* A switch is on or off; how large something is, is none. */
static bool is_switch(struct vt_program *program, struct vt_condition_ref condition,
                      void *context) {
    const struct vt_source *data = context;
    const struct vt_function *function = vt_program_function(program, condition.function, NULL);
    uint8_t compare = function->predicates[condition.predicate].compare;
    if (compare != VT_EQ && compare != VT_NE)
        return false;
    const struct vt_trace *trace =
        vt_trace_subject(program, condition.function, condition.predicate, 0,
                         VT_TAG_LENGTH | VT_TAG_ASSUMED | VT_TAG_HANDLE);
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    bool found = false, variable = trace && vt_trace_passes_variable(trace);
    for (size_t i = 0; i < count; i++) {
        if (data && data->kind == sources[i].kind && sources[i].kind == VT_SOURCE_EVENT &&
            vt_event_same(data->event, sources[i].event))
            return false;
        found |=
            vt_leak_is_setting(program, &sources[i]) || is_flag(program, &sources[i], variable);
    }
    return (found || is_option(program, condition)) && !is_of_whole_login(program, condition, data);
}

bool vt_leak_has_switch(struct vt_program *program, struct vt_event_ref event,
                        const struct vt_source *source) {
    return vt_program_is_guarded(program, event, is_switch, (void *)source);
}

/* ---- Peers -------------------------------------------------------------------------------- */

struct vt_peer vt_leak_peer(struct vt_check *check, const struct vt_leak *leak) {
    size_t nsteps;
    const struct vt_flow_step *steps =
        vt_trace_steps(leak->trace, leak->source, vt_check_arena(check), &nsteps);
    return vt_ask_peer_at(vt_check_program(check), leak->asked.ref, steps, nsteps, leak->source);
}

/* True if it does, and LEAK's source comes there by the calls by which constant NAME of NAMED does.
 */
static bool comes_along(struct vt_check *check, struct vt_leak *leak, const struct vt_trace *named,
                        const struct vt_source *name) {
    size_t count = 0, nsteps;
    const struct vt_flow_step *steps = vt_trace_steps(named, name, vt_check_arena(check), &nsteps);
    const struct vt_trace *trace =
        vt_trace_role_at(vt_check_program(check), &leak->asked, steps, nsteps);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        struct vt_leak other = {leak->asked, trace, &sources[i]};
        if (!vt_source_same(&sources[i], leak->source) ||
            vt_leak_peer(check, &other).kind != VT_PEER_CONSTANT)
            continue;
        *leak = other;
        return true;
    }
    return false;
}

bool vt_leak_has_constant_peer(struct vt_check *check, struct vt_leak *leak) {
    struct vt_program *program = vt_check_program(check);
    static const struct {
        enum vt_role role;
        const char *field;
    } peers[] = {{VT_ROLE_PEER, NULL}, {VT_ROLE_HANDLE, "peer"}};
    for (size_t p = 0; p < sizeof peers / sizeof *peers; p++) {
        size_t count = 0;
        const struct vt_trace *trace =
            vt_trace_role(program, leak->asked.ref, peers[p].role, peers[p].field, VT_ABOUT_DATA);
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
        for (size_t i = 0; i < count; i++)
            if (vt_peer_of(program, &sources[i]).kind == VT_PEER_CONSTANT &&
                comes_along(check, leak, trace, &sources[i]))
                return true;
    }
    return false;
}

bool vt_peer_is_group(const struct vt_peer *peer) {
    char *end;
    long first = strtol(peer->name, &end, 10);
    return strncasecmp(peer->name, "ff0", 3) == 0 ||
           (end != peer->name && *end == '.' && ((first >= 224 && first < 240) || first == 255));
}

/* ---- Evidence ----------------------------------------------------------------------------- */

void vt_leak_weigh_peer(struct vt_check *check, struct vt_finding *finding,
                        const struct vt_peer *peer) {
    if (peer->kind == VT_PEER_CONSTANT && vt_peer_is_group(peer))
        vt_finding_evidence(check, finding, "local-group", -30,
                            "It goes to whoever listens on the local network.");
    else if (peer->kind == VT_PEER_CONSTANT)
        vt_finding_evidence(check, finding, "constant-peer", 25,
                            "The peer is written in the program%s%s.", *peer->name ? ": " : "",
                            peer->name);
    if (peer->kind == VT_PEER_CONSTANT && peer->concealed)
        vt_finding_evidence(check, finding, "concealed-peer", 20,
                            "The peer is decoded before it is used.");
    if (peer->kind == VT_PEER_CONFIGURED)
        vt_finding_evidence(check, finding, "configured-peer", -40, "A setting names the peer.");
    if (peer->kind == VT_PEER_CALLER)
        vt_finding_evidence(check, finding, "any-peer", -20,
                            "The peer connected itself, or whoever calls names it.");
}

void vt_leak_weigh_disguise(struct vt_check *check, struct vt_finding *finding, uint32_t tags) {
    if (tags & VT_TAG_XOR)
        vt_finding_evidence(check, finding, "xored", 15, "It is xored on the way.");
    if (tags & (VT_TAG_ENCODE | VT_TAG_INDEX))
        vt_finding_evidence(check, finding, "encoded", 10, "It is encoded on the way.");
    if (tags & VT_TAG_COMPRESS)
        vt_finding_evidence(check, finding, "compressed", 5, "It is compressed on the way.");
    if (tags & VT_TAG_ENCRYPT)
        vt_finding_evidence(check, finding, "encrypted", 5,
                            "It is encrypted on the way; whoever has the key reads it.");
}

void vt_leak_weigh_start(struct vt_check *check, struct vt_finding *finding,
                         const struct vt_leak *leak) {
    if (vt_starts_by_itself(vt_check_program(check), leak->asked.ref.function))
        vt_finding_evidence(check, finding, "from-constructor", 20,
                            "It runs before `main`, or when a library is loaded.");
}

void vt_leak_weigh_doubt(struct vt_check *check, struct vt_finding *finding,
                         const struct vt_leak *leak) {
    if (vt_trace_is_cut(leak->trace))
        vt_finding_evidence(check, finding, "cut", -15,
                            "The code is too wide for an exact search: the way may not exist.");
}

/* True if something else that the program sends stands behind a setting. */
static bool has_switched_sibling(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "net.send", vt_check_arena(check), &count);
    for (size_t i = 0; i < count && i < MAX_SIBLINGS; i++)
        if ((refs[i].function != ref.function || refs[i].event != ref.event) &&
            vt_leak_has_switch(program, refs[i], NULL))
            return true;
    return false;
}

void vt_leak_weigh_switch(struct vt_check *check, struct vt_finding *finding,
                          const struct vt_leak *leak) {
    if (vt_leak_has_switch(vt_check_program(check), leak->asked.ref, leak->source))
        vt_finding_evidence(check, finding, "switch", -30, "A setting can turn it off.");
}

void vt_leak_weigh_siblings(struct vt_check *check, struct vt_finding *finding,
                            const struct vt_leak *leak) {
    if (!vt_leak_has_switch(vt_check_program(check), leak->asked.ref, leak->source) &&
        has_switched_sibling(check, leak->asked.ref))
        vt_finding_evidence(check, finding, "unlike-siblings", 15,
                            "A setting can turn off other things that are sent, and not this.");
}

void vt_leak_weigh(struct vt_check *check, struct vt_finding *finding, const struct vt_leak *leak,
                   const struct vt_peer *peer) {
    vt_leak_weigh_peer(check, finding, peer);
    vt_leak_weigh_disguise(check, finding, leak->source->tags);
    vt_leak_weigh_start(check, finding, leak);
    vt_leak_weigh_switch(check, finding, leak);
    vt_circumstances_weigh(check, finding, leak->asked.ref, peer);
    vt_leak_weigh_doubt(check, finding, leak);
}
