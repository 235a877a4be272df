#include "checkers/shared/ask.h"

#include "checkers/shared/channel/command.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"

bool vt_source_is(struct vt_program *program, const struct vt_source *source, enum vt_fact fact,
                  const char *class_name) {
    const struct vt_unit *unit;
    if (source->kind != VT_SOURCE_EVENT)
        return false;
    const struct vt_event *event = vt_program_event(program, source->event, &unit);
    return event->fact == fact &&
           vt_class_is(vt_string(unit->strings, event->class_name), class_name);
}

const struct vt_source *vt_find_source(struct vt_program *program, const struct vt_trace *trace,
                                       enum vt_fact fact, const char *class_name) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (vt_source_is(program, &sources[i], fact, class_name))
            return &sources[i];
    return NULL;
}

const struct vt_source *vt_find_event(const struct vt_trace *trace, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind == VT_SOURCE_EVENT && vt_event_same(sources[i].event, ref))
            return &sources[i];
    return NULL;
}

const char *vt_source_text(const struct vt_source *source) {
    if (source->kind != VT_SOURCE_CONSTANT || source->constant->kind == VT_CONSTANT_INT ||
        source->constant->kind == VT_CONSTANT_FUNCTION)
        return "";
    return vt_string(source->unit->strings, source->constant->text);
}

const char *vt_text_at(const struct vt_unit *unit, const struct vt_function *facts,
                       struct vt_node to) {
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(facts, to, &count);
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &facts->nodes[edges[e].from];
        if (from->kind == VT_NODE_CONSTANT && unit->constants[from->ref].kind == VT_CONSTANT_TEXT)
            return vt_string(unit->strings, unit->constants[from->ref].text);
    }
    return NULL;
}

bool vt_is_format(const char *text) {
    const char *at = strchr(text, '%');
    return at && at[1] && strchr("sdiuxlc0123456789.*-", at[1]);
}

bool vt_has_source(const struct vt_trace *trace, const struct vt_source *source) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (vt_source_same(&sources[i], source))
            return true;
    return false;
}

bool vt_has_text(const struct vt_trace *trace, const char *text) {
    size_t count = 0;
    const struct vt_source *sources = trace && *text ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (strcmp(vt_source_text(&sources[i]), text) == 0)
            return true;
    return false;
}

const char *vt_only_text(const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    return count == 1 ? vt_source_text(&sources[0]) : "";
}

const char *vt_event_value(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    return vt_string(unit->strings, event->value);
}

bool vt_is_same_call(struct vt_program *program, struct vt_event_ref a, struct vt_event_ref b) {
    const struct vt_event *left = vt_program_event(program, a, NULL);
    const struct vt_event *right = vt_program_event(program, b, NULL);
    return a.function == b.function && left->function == right->function &&
           left->location == right->location;
}

bool vt_has_main(struct vt_program *program) {
    for (uint32_t f = 0; f < vt_program_nfunctions(program); f++)
        if (vt_program_is_main(program, f))
            return true;
    return false;
}

const char *vt_source_function(struct vt_program *program, const struct vt_source *source) {
    const struct vt_unit *unit;
    if (source->kind != VT_SOURCE_EVENT)
        return "";
    uint32_t name = vt_program_event(program, source->event, &unit)->function;
    return vt_string(unit->strings, name);
}

/* ---- Peers ------------------------------------------------------------------------------- */

/* True of numbers with dots between them, unless they are four as in an address: a version. */
static bool is_version(const char *text) {
    unsigned dots = 0;
    for (const char *at = text; *at; at++)
        dots += *at == '.';
    return text[strspn(text, "0123456789.")] == '\0' && dots != 3;
}

/* A text that can name a host: a dot or colon between name characters, or an URL that has one. What
 * begins "name/1.2" tells a version. */
static bool names_host(const char *text) {
    size_t length = strlen(text), inner = 0;
    const char *mark = strstr(text, "://");
    if (mark)
        return isalnum((unsigned char)mark[3]) || mark[3] == '[';
    if (length < 4 || text[0] == '/' || is_version(text))
        return false;
    bool path = false;
    for (size_t i = 0; i < length; i++) {
        if (!isalnum((unsigned char)text[i]) && !strchr(".-_:/[]", text[i]))
            return false;
        path |= text[i] == '/';
        inner += !path && i > 0 && i + 1 < length && (text[i] == '.' || text[i] == ':');
    }
    return inner > 0;
}

static bool names_this_host(const char *text) {
    static const char *const local[] = {"127.",  "localhost",   "::1",
                                        "[::1]", "http://127.", "http://localhost"};
    for (size_t i = 0; i < sizeof local / sizeof *local; i++)
        if (strncasecmp(text, local[i], strlen(local[i])) == 0)
            return true;
    return text[0] == '/';
}

/* 127.0.0.1 as four bytes of either order; anything else with a high byte is some address. */
static enum vt_peer_kind kind_of_number(int64_t number) {
    uint32_t address = (uint32_t)number;
    if (address == 0x7f000001u || address == 0x0100007fu)
        return VT_PEER_LOCAL;
    bool address_sized = number >= INT32_MIN && number <= UINT32_MAX;
    return address_sized && address > 0xffffff && address < 0xfffff000u ? VT_PEER_CONSTANT
                                                                        : VT_PEER_UNKNOWN;
}

static bool is_configuration(struct vt_program *program, const struct vt_source *source) {
    enum { PRINTED = VT_TAG_FORMAT | VT_TAG_NUMBER };
    if ((source->tags & PRINTED) == PRINTED)
        return false; /* a number that is printed names nobody */
    if (source->kind == VT_SOURCE_PARAMETER)
        return vt_program_is_main(program, source->function);
    static const char *const classes[] = {"environment",   "argument",  "io.read", "file",
                                          "terminal.read", "host.user", "ipc"};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (vt_source_is(program, source, VT_FACT_ORIGIN, classes[i]))
            return true;
    return false;
}

struct vt_peer vt_peer_of(struct vt_program *program, const struct vt_source *source) {
    enum vt_peer_kind kind = VT_PEER_UNKNOWN;
    const char *text = vt_source_text(source);
    if (*text && names_this_host(text))
        kind = VT_PEER_LOCAL;
    else if (*text && names_host(text))
        kind = VT_PEER_CONSTANT;
    else if (source->kind == VT_SOURCE_CONSTANT && source->constant->kind == VT_CONSTANT_INT)
        kind = kind_of_number(source->constant->number);
    else if (is_configuration(program, source))
        kind = VT_PEER_CONFIGURED;
    else if (source->kind == VT_SOURCE_PARAMETER ||
             vt_source_is(program, source, VT_FACT_ORIGIN, "network"))
        kind = VT_PEER_CALLER;
    if (kind != VT_PEER_CONSTANT)
        return (struct vt_peer){.kind = kind, .name = ""};
    bool concealed = source->constant->concealed || source->tags & VT_TAG_XOR;
    return (struct vt_peer){.kind = kind, .name = text, .concealed = concealed};
}

/* True if SOURCE is a number that is computed with, met before the search for TRACE ran out: that
 * of a hash, most likely, and no address. */
static bool is_stray(const struct vt_trace *trace, const struct vt_source *source) {
    return vt_trace_is_cut(trace) && source->kind == VT_SOURCE_CONSTANT &&
           source->constant->kind == VT_CONSTANT_INT &&
           source->tags & (VT_TAG_XOR | VT_TAG_ARITHMETIC);
}

/* True if TEXT begins an URL, names the host, and has a place for more behind it: the host is that,
 * whatever comes there. */
static bool begins_url(const char *text) {
    const char *host = strstr(text, "://");
    const char *path = host ? strpbrk(host + 3, "/?") : NULL;
    if (!path || path == host + 3 || memchr(host, '%', (size_t)(path - host)))
        return false;
    return strpbrk(path, "?%") || text[strlen(text) - 1] == '=';
}

/* Calls of one place that a way to the name of a peer may lead into. */
enum { MAX_ROUNDS = 2 };

/* True if the way of SOURCE, one of TRACE, leads again and again into the call that a loop makes: a
 * walk of a list, in which whatever the list holds comes to stand wherever something is read. */
static bool goes_round(const struct vt_trace *trace, const struct vt_source *source) {
    struct vt_arena *scratch = vt_arena_new();
    size_t count;
    const struct vt_flow_step *steps = vt_trace_steps(trace, source, scratch, &count);
    bool found = false;
    for (size_t i = 0; i < count && !found; i++) {
        unsigned rounds = 0;
        for (size_t k = i; k < count; k++)
            rounds += steps[i].kind == VT_STEP_CALL && steps[k].kind == VT_STEP_CALL &&
                      steps[k].function == steps[i].function && steps[k].call == steps[i].call;
        found = rounds > MAX_ROUNDS;
    }
    vt_arena_free(scratch);
    return found;
}

/* Numbers that come along with an address, such as ports, tell nothing beside a name; nor do DATA
 * (or NULL) that come there in rounds of a loop, beside a constant. */
static struct vt_peer weigh(struct vt_program *program, const struct vt_trace *trace,
                            const struct vt_source *data) {
    struct vt_peer peer = {.name = ""};
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        bool is_data = data && vt_source_same(&sources[i], data);
        if (is_stray(trace, &sources[i]) || (is_data && goes_round(trace, &sources[i])))
            continue;
        struct vt_peer other = vt_peer_of(program, &sources[i]);
        if (other.kind == VT_PEER_CONSTANT && begins_url(other.name))
            return other;
        bool decoded = other.kind == peer.kind && other.concealed && !peer.concealed;
        if (other.kind > peer.kind || decoded)
            peer = other;
    }
    return data && peer.kind != VT_PEER_CONSTANT ? weigh(program, trace, NULL) : peer;
}

/* Whom the command writes to that is the other end of a pipe. */
static struct vt_peer peer_of_command(struct vt_program *program, const struct vt_trace *trace) {
    struct vt_peer peer = weigh(program, trace, NULL);
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    bool is_open =
        peer.kind == VT_PEER_UNKNOWN || peer.kind == VT_PEER_LOCAL; /* begins as a path */
    for (size_t i = 0; i < count && is_open; i++)
        if (vt_command_sends(vt_source_text(&sources[i])))
            return (struct vt_peer){.kind = VT_PEER_CONSTANT, .name = vt_source_text(&sources[i])};
    return peer;
}

bool vt_is_own_pair(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_HANDLE, VT_ABOUT_DATA);
    size_t count = 0, npairs = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (sources[i].kind != VT_SOURCE_EVENT ||
            vt_program_event(program, sources[i].event, NULL)->fact != VT_FACT_ALLOC ||
            vt_source_is(program, &sources[i], VT_FACT_ALLOC, "memory"))
            continue;
        if (!vt_source_is(program, &sources[i], VT_FACT_ALLOC, "socket.pair"))
            return false;
        npairs++;
    }
    return npairs > 0;
}

struct vt_peer vt_ask_peer_at(struct vt_program *program, struct vt_event_ref ref,
                              const struct vt_flow_step *steps, size_t nsteps,
                              const struct vt_source *data) {
    /* A peer that only seems to be configured must not be called a hidden one. */
    struct vt_asked asked = {
        .ref = ref, .role = VT_ROLE_PEER, .avoid = VT_ABOUT_DATA & ~VT_AVOID_BLUR};
    struct vt_peer peer = weigh(program, vt_trace_role_at(program, &asked, steps, nsteps), data);
    if (peer.kind != VT_PEER_UNKNOWN)
        return peer;
    asked.role = VT_ROLE_HANDLE;
    asked.field = "peer";
    peer = weigh(program, vt_trace_role_at(program, &asked, steps, nsteps), data);
    if (peer.kind != VT_PEER_UNKNOWN)
        return peer;
    asked.field = "command";
    peer = peer_of_command(program, vt_trace_role_at(program, &asked, steps, nsteps));
    if (peer.kind == VT_PEER_UNKNOWN && vt_is_own_pair(program, ref))
        peer.kind = VT_PEER_LOCAL;
    return peer;
}

bool vt_has_local_socket(struct vt_program *program, struct vt_event_ref ref) {
    enum { LOCAL = 1 }; /* AF_UNIX, of every target */
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_HANDLE, "domain", VT_ABOUT_DATA);
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind != VT_SOURCE_CONSTANT || sources[i].constant->number != LOCAL)
            return false;
    return count > 0;
}

/* The same of all sockets that the program connects or binds, of which there are some. */
static bool has_only_local_sockets(struct vt_check *check) {
    static const char *const classes[] = {"net.connect", "net.bind"};
    size_t count, all = 0;
    for (size_t c = 0; c < sizeof classes / sizeof *classes; c++, all += count) {
        struct vt_event_ref *refs = vt_program_events(vt_check_program(check), VT_FACT_EFFECT,
                                                      classes[c], vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            if (!vt_has_local_socket(vt_check_program(check), refs[i]))
                return false;
    }
    return all > 0;
}

bool vt_is_from_this_host(struct vt_check *check, struct vt_event_ref ref) {
    return vt_has_local_socket(vt_check_program(check), ref) ||
           vt_is_own_pair(vt_check_program(check), ref) || has_only_local_sockets(check);
}

struct vt_peer vt_ask_peer(struct vt_program *program, struct vt_event_ref ref) {
    return vt_ask_peer_at(program, ref, NULL, 0, NULL);
}

/* ---- Names ------------------------------------------------------------------------------- */

/* Letters, digits and "_": what a variable of the environment may be called. */
static bool is_identifier(const char *text) {
    for (; *text; text++)
        if (!isalnum((unsigned char)*text) && *text != '_')
            return false;
    return true;
}

static bool is_name(struct vt_program *program, const struct vt_naming *naming, const char *text) {
    if (strcmp(naming->kind, "variable") == 0 && !is_identifier(text))
        return false;
    return vt_program_fits(program, naming->kind, text, naming->class_name);
}

/* The last part of TEXT, if it is one that is put behind a folder's name: "%s/config". Else NULL.
 */
static const char *file_within(const char *text) {
    const char *slash = strrchr(text, '/'), *name = slash ? slash + 1 : text;
    return *text != '/' && strlen(name) > 2 && *name != '.' && !strchr(name, '%') ? name : NULL;
}

/* True if TEXT names a folder of secrets, and NAMES, what the whole name is made of, says which
 * files in it are meant, none of which holds any. */
static bool is_of_other_file(struct vt_program *program, const struct vt_naming *naming,
                             const struct vt_trace *names, const char *text,
                             struct vt_arena *arena) {
    const char *slash = strrchr(text, '/');
    size_t count, nfiles = 0;
    const struct vt_source *sources = vt_trace_sources(names, &count);
    if (strcmp(naming->kind, "file") != 0 || !slash || slash[1] != '.')
        return false;
    for (size_t i = 0; i < count; i++) {
        const char *name = file_within(vt_source_text(&sources[i]));
        if (vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "file.name"))
            return false;
        if (!name)
            continue;
        if (is_name(program, naming, vt_alloc_format(arena, "%s/%s", text, name)))
            return false;
        nfiles++;
    }
    return nfiles > 0;
}

/* A command tells what it prints. */
static bool tells(struct vt_program *program, const struct vt_naming *naming, const char *text,
                  struct vt_arena *arena) {
    size_t count;
    if (!naming->field || strcmp(naming->field, "command") != 0)
        return is_name(program, naming, text);
    const char **files = vt_command_prints(text, arena, &count);
    for (size_t i = 0; i < count; i++)
        if (is_name(program, naming, files[i]))
            return true;
    return vt_command_tells(vt_program_models(program), text, naming->class_name);
}

/* True if the way of NSTEPS STEPS leads through a global that the program stores into. */
static bool is_kept(const struct vt_flow_step *steps, size_t nsteps) {
    for (size_t i = 1; i < nsteps; i++)
        if (steps[i].kind == VT_STEP_GLOBAL)
            return true;
    return false;
}

bool vt_ask_naming(struct vt_program *program, const struct vt_naming *naming,
                   struct vt_arena *arena, const struct vt_trace **trace,
                   const struct vt_source **source) {
    struct vt_asked asked = {.ref = naming->origin,
                             .role = naming->role,
                             .field = naming->field,
                             .avoid = VT_ABOUT_DATA,
                             .value_only = !naming->field};
    size_t count = 0, nsteps;
    const struct vt_trace *named = vt_trace_role_at(program, &asked, NULL, 0);
    const struct vt_source *names = named ? vt_trace_sources(named, &count) : NULL;
    for (size_t n = 0; n < count; n++) {
        const char *text = vt_source_text(&names[n]);
        if (!tells(program, naming, text, arena) ||
            is_of_other_file(program, naming, named, text, arena))
            continue;
        const struct vt_flow_step *steps = vt_trace_steps(named, &names[n], arena, &nsteps);
        if (vt_trace_is_cut(named) && is_kept(steps, nsteps) &&
            *vt_program_function_name(program, names[n].function))
            continue; /* too wide a search, and settings lie in it: the name may be another's */
        struct vt_asked sink = naming->sink;
        sink.is_of_end = true;
        const struct vt_trace *at = vt_trace_role_at(program, &sink, steps, nsteps);
        const struct vt_source *found = vt_find_event(at, naming->origin);
        if (!found)
            continue;
        *trace = at;
        *source = found;
        return true;
    }
    return false;
}

bool vt_has_function(const struct vt_trace *trace, uint32_t function) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind == VT_SOURCE_FUNCTION && sources[i].function == function)
            return true;
    return false;
}

bool vt_has_opening(struct vt_program *program, const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind == VT_SOURCE_EVENT &&
            vt_program_event(program, sources[i].event, NULL)->fact == VT_FACT_ALLOC)
            return true;
    return false;
}

/* What an object that is no handle itself has opened is its field "object". */
bool vt_handle_is(struct vt_program *program, struct vt_event_ref ref, const char *class_name) {
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_HANDLE, VT_ABOUT_DATA);
    if (vt_find_source(program, trace, VT_FACT_ALLOC, class_name))
        return true;
    if (!trace || vt_has_opening(program, trace))
        return false;
    trace = vt_trace_role(program, ref, VT_ROLE_HANDLE, "object", VT_ABOUT_DATA);
    return vt_find_source(program, trace, VT_FACT_ALLOC, class_name) != NULL;
}

/* ---- Ways -------------------------------------------------------------------------------- */

/* True if TRACE has a text that is a whole name: no sign that may stand in one, and no word before
 * something else ("load "). */
static bool has_word(const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const char *text = vt_source_text(&sources[i]);
        size_t length = strlen(text);
        if (length > 1 && isalnum((unsigned char)text[length - 1]))
            return true;
    }
    return false;
}

/* True if a source of TRACE is a comparison of what REQUEST brought with a name of the program. */
static bool compares(struct vt_program *program, const struct vt_trace *trace,
                     struct vt_event_ref request) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (!vt_source_is(program, &sources[i], VT_FACT_COMPARE, ""))
            continue;
        struct vt_event_ref ref = sources[i].event;
        const struct vt_trace *left =
            vt_trace_role(program, ref, VT_ROLE_LEFT, NULL, VT_TAG_LENGTH);
        const struct vt_trace *right =
            vt_trace_role(program, ref, VT_ROLE_RIGHT, NULL, VT_TAG_LENGTH);
        if ((vt_find_event(left, request) && has_word(right)) ||
            (vt_find_event(right, request) && has_word(left)))
            return true;
    }
    return false;
}

/* The condition is about what the event that CONTEXT points to brought. */
static bool looks_at(struct vt_program *program, struct vt_condition_ref condition, void *context) {
    const struct vt_event_ref *request = context;
    for (unsigned side = 0; side < 2; side++) {
        const struct vt_trace *trace =
            vt_trace_subject(program, condition.function, condition.predicate, side, VT_TAG_LENGTH);
        if (vt_find_event(trace, *request) || compares(program, trace, *request))
            return true;
    }
    return false;
}

bool vt_is_looked_at(struct vt_program *program, struct vt_event_ref ref,
                     struct vt_event_ref request) {
    return vt_program_is_guarded(program, ref, looks_at, &request);
}

bool vt_starts_by_itself(struct vt_program *program, uint32_t function) {
    struct vt_arena *arena = vt_arena_new();
    size_t total = vt_program_nfunctions(program), depth = 0;
    bool *seen = vt_alloc_array(arena, total, sizeof *seen), found = false;
    uint32_t *stack = vt_alloc_array(arena, total, sizeof *stack);
    stack[depth++] = function;
    seen[function] = true;
    while (depth > 0 && !found) {
        uint32_t at = stack[--depth];
        const struct vt_site *sites;
        size_t count = vt_program_callers(program, at, &sites);
        found = vt_program_function(program, at, NULL)->flags &
                (VT_FUNCTION_CONSTRUCTOR | VT_FUNCTION_IFUNC);
        for (size_t i = 0; i < count; i++) {
            if (seen[sites[i].function])
                continue;
            seen[sites[i].function] = true;
            stack[depth++] = sites[i].function;
        }
    }
    vt_arena_free(arena);
    return found;
}

bool vt_is_place(struct vt_program *program, const char *path, const char *class_name) {
    return vt_program_fits(program, "place", path, class_name);
}

const struct vt_trace *vt_ask_path(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_PATH, NULL, VT_ABOUT_DATA);
    return trace ? trace : vt_trace_role(program, ref, VT_ROLE_HANDLE, "path", VT_ABOUT_DATA);
}

const char *vt_ask_file_read(struct vt_program *program, const struct vt_source *source) {
    return vt_source_is(program, source, VT_FACT_ORIGIN, "io.read")
               ? vt_only_text(
                     vt_trace_role(program, source->event, VT_ROLE_HANDLE, "path", VT_ABOUT_DATA))
               : "";
}

bool vt_reads_generator(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_HANDLE, "path", VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (!vt_program_fits(program, "file", vt_source_text(&sources[i]), "random"))
            return false;
    return count > 0;
}

bool vt_is_drawn(struct vt_program *program, const struct vt_source *source) {
    return vt_source_is(program, source, VT_FACT_ORIGIN, "random.strong") ||
           (vt_source_is(program, source, VT_FACT_ORIGIN, "io.read") &&
            vt_reads_generator(program, source->event));
}

bool vt_has_assembly(const struct vt_unit *unit) {
    for (uint32_t i = 0; i < unit->nblinds; i++)
        if (unit->blinds[i].kind == VT_BLIND_ASM)
            return true;
    return false;
}

/* True if GUARD, of FUNCTION, needs a number that never comes. */
static bool is_unmet(struct vt_program *program, uint32_t function, const struct vt_guard *guard) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    const struct vt_predicate *predicate = &facts->predicates[guard->predicate];
    size_t count = 0;
    if (!guard->always || !predicate->has_number || predicate->mask ||
        vt_predicate_returned(predicate))
        return false;
    const struct vt_trace *trace = vt_trace_subject(program, function, guard->predicate, 0, 0);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind != VT_SOURCE_CONSTANT || sources[i].tags ||
            sources[i].constant->kind != VT_CONSTANT_INT ||
            vt_compare_holds(predicate->compare, sources[i].constant->number, predicate->number) ==
                guard->holds)
            return false;
    return count > 0 && !vt_trace_is_cut(trace) && !vt_trace_passes_unknown(trace);
}

bool vt_never_runs(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_function *facts = vt_program_function(program, ref.function, NULL);
    uint32_t list = facts->events[ref.event].guards;
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++)
        if (is_unmet(program, ref.function, &guards[g]))
            return true;
    return false;
}

bool vt_is_verified(struct vt_program *program, struct vt_event_ref ref, const char *class_name) {
    return vt_program_is_checked(program, ref, class_name);
}

bool vt_has_consequence(const struct vt_unit *unit, const struct vt_event *event) {
    return event->fact == VT_FACT_EFFECT &&
           !vt_class_is(vt_string(unit->strings, event->class_name), "process.end");
}

bool vt_has_effect(struct vt_program *program, uint32_t function, const char *class_name) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (facts->events[e].fact == VT_FACT_EFFECT &&
            vt_class_is(vt_string(unit->strings, facts->events[e].class_name), class_name))
            return true;
    return false;
}
