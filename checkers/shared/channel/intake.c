/* The search that the rules of family update/ share. See intake.h. */
#include "checkers/shared/channel/intake.h"

#include <string.h>

#include "checkers/shared/applies.h"
#include "checkers/shared/channel/command.h"
#include "checkers/shared/channel/far_end.h"
#include "checkers/shared/channel/use.h"
#include "checkers/shared/trapdoor/trap.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

/* Data stay code through text functions; a number that is printed is a number. */
#define NOT_CODE (VT_ABOUT_DATA | VT_TAG_NUMBER | VT_TAG_HANDLE)

/* What takes code itself; what takes the name of a file with code is a use (use.h). */
struct sink {
    const char *class_name;
    enum vt_role role;
    enum vt_fault fault;
    int base;
    const char *verb;
};

static const struct sink sinks[] = {
    {"exec.shell", VT_ROLE_COMMAND, VT_FAULT_COMMAND, 70, "is run as a command"},
    {"exec.program", VT_ROLE_ARGUMENT, VT_FAULT_COMMAND, 70, "is run as a command"},
    {"io.write", VT_ROLE_PAYLOAD, VT_FAULT_COMMAND, 70, "is run as a command"}, /* by pipe */
    {"exec.program", VT_ROLE_CODE, VT_FAULT_MEMORY, 75, "is run as a program"},
    {"exec.code", VT_ROLE_CODE, VT_FAULT_MEMORY, 70, "is run by an interpreter"},
    {"process.memory", VT_ROLE_PAYLOAD, VT_FAULT_MEMORY, 60,
     "is written into another process"}, /* as debuggers do */
    {"load.module", VT_ROLE_CODE, VT_FAULT_MEMORY, 75, "is loaded into the kernel"},
    {"code.executable", VT_ROLE_CODE, VT_FAULT_MEMORY, 75, "becomes executable memory"},
    {"entry.thread", VT_ROLE_CODE, VT_FAULT_MEMORY, 75, "is run in a thread"},
};

struct list {
    struct vt_intake *items;
    size_t count, capacity;
};

/* A write of such data to a file. */
struct download {
    struct vt_event_ref write;
    const struct vt_trace *path;
    bool told; /* in an intake about running it, or what comes nearest */
};

struct downloads {
    struct download *items;
    size_t count, capacity;
};

struct search {
    struct vt_check *check;
    struct vt_program *program;
    struct vt_arena *arena;
    enum vt_fault wanted;
    bool has_local; /* data of this host count as well: there are checks of signatures */
    bool has_downloads;
    struct downloads downloads;
    struct list found;
};

const char *vt_event_function(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    return vt_string(unit->strings, event->function);
}

/* ---- Where data come from ---------------------------------------------------------------- */

bool vt_is_network(struct vt_program *program, const struct vt_source *source) {
    const struct vt_unit *unit;
    if (vt_source_is(program, source, VT_FACT_ORIGIN, "network")) {
        uint32_t value = vt_program_event(program, source->event, &unit)->value;
        return value == 0; /* the text of a message: no address, no control data */
    }
    if (vt_source_is(program, source, VT_FACT_ORIGIN, "capture.traffic"))
        return true; /* whoever sends packets past the host */
    return vt_source_is(program, source, VT_FACT_ORIGIN, "io.read") &&
           (vt_handle_is(program, source->event, "socket") ||
            vt_handle_is(program, source->event, "tls") ||
            vt_far_end_fetches(program, source->event));
}

static bool is_local(struct vt_program *program, const struct vt_source *source) {
    return vt_source_is(program, source, VT_FACT_ORIGIN, "io.read") ||
           vt_source_is(program, source, VT_FACT_ORIGIN, "ipc") ||
           vt_source_is(program, source, VT_FACT_ORIGIN, "file");
}

/* The first source of TRACE that is from outside, the network before this host. */
static const struct vt_source *find_outside(const struct search *search,
                                            const struct vt_trace *trace, bool *local) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    *local = false;
    for (size_t i = 0; i < count; i++)
        if (vt_is_network(search->program, &sources[i]))
            return &sources[i];
    *local = true;
    for (size_t i = 0; i < count && search->has_local; i++)
        if (is_local(search->program, &sources[i]))
            return &sources[i];
    return NULL;
}

static bool has_event(const struct search *search, enum vt_fact fact, const char *class_name) {
    size_t count;
    vt_program_events(search->program, fact, class_name, search->arena, &count);
    return count > 0;
}

/* True if nothing that opens a descriptor reaches the one that SOURCE was read from, and it is not
 * just a number: that is no secret of a search. */
static bool is_unplaced(struct vt_program *program, const struct vt_source *source) {
    size_t count = 0;
    bool is_kept = false;
    const struct vt_trace *trace =
        vt_trace_value(program, source->event, VT_ROLE_HANDLE, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        is_kept |= sources[i].kind != VT_SOURCE_CONSTANT;
    return (is_kept || (trace && vt_trace_is_cut(trace))) && !vt_has_opening(program, trace);
}

/* True if ROLE of event REF may be descriptor 0. Where others are opened, 0 is what they begin as.
 */
static bool may_be_zero(struct vt_program *program, struct vt_event_ref ref, enum vt_role role) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, role, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind == VT_SOURCE_CONSTANT && sources[i].constant->kind == VT_CONSTANT_INT &&
            sources[i].constant->number == 0)
            return !vt_trace_is_cut(trace) && !vt_has_opening(program, trace);
    return false;
}

/* True if standard input is a connection: one is put there, or its peer is asked for. */
static bool serves_standard_input(const struct search *search) {
    size_t count;
    struct vt_program *program = search->program;
    struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "io.redirect", search->arena, &count);
    for (size_t i = 0; i < count; i++)
        if (!vt_has_effect(program, refs[i].function, "exec.program") && /* it is for that */
            may_be_zero(program, refs[i], VT_ROLE_TARGET) &&
            vt_handle_is(program, refs[i], "socket"))
            return true;
    refs = vt_program_events(program, VT_FACT_ORIGIN, "network", search->arena, &count);
    for (size_t i = 0; i < count; i++)
        if (may_be_zero(program, refs[i], VT_ROLE_HANDLE))
            return true;
    return false;
}

/* The first source of TRACE that was read from standard input, where that is a connection, or in a
 * program that accepts connections from a descriptor whose opening the search did not find: servers
 * keep theirs deep in objects. */
static const struct vt_source *find_unplaced(const struct search *search,
                                             const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    bool accepts = has_event(search, VT_FACT_EFFECT, "net.accept");
    for (size_t i = 0; i < count; i++) {
        if (!vt_source_is(search->program, &sources[i], VT_FACT_ORIGIN, "io.read"))
            continue;
        if (accepts && is_unplaced(search->program, &sources[i]))
            return &sources[i];
        if (vt_trap_is_terminal(search->program, &sources[i]) && serves_standard_input(search))
            return &sources[i];
    }
    return NULL;
}

/* ---- Through memory ---------------------------------------------------------------------- */

static void add_steps(struct search *search, struct vt_intake *intake,
                      const struct vt_flow_step *steps, size_t nsteps) {
    struct vt_flow_step *all = vt_alloc_array(search->arena, intake->nsteps + nsteps, sizeof *all);
    if (intake->nsteps)
        memcpy(all, intake->steps, intake->nsteps * sizeof *all);
    memcpy(all + intake->nsteps, steps, nsteps * sizeof *all);
    intake->steps = all;
    intake->nsteps += nsteps;
}

/* Judges INTAKE and keeps it if its fault is the one that is wanted; true if it has any. */
static bool keep(struct search *search, struct vt_intake *intake, enum vt_fault unchecked) {
    size_t nsteps;
    const struct vt_flow_step *steps =
        vt_trace_steps(intake->trace, intake->source, search->arena, &nsteps);
    add_steps(search, intake, steps, nsteps);
    vt_intake_judge(search->check, intake);
    bool is_checked = intake->fault != VT_FAULT_FILE;
    if (intake->is_local && intake->fault != VT_FAULT_MISREAD && intake->fault != VT_FAULT_SKIPPED)
        return false;
    if (!is_checked)
        intake->fault = unchecked;
    if (unchecked == VT_FAULT_FILE && (!is_checked || intake->fault == VT_FAULT_CHECKSUM) &&
        vt_intake_is_plain(search->program, intake))
        intake->fault = VT_FAULT_TRANSPORT;
    if (intake->fault == search->wanted) {
        search->found.items = vt_grow(search->arena, search->found.items, search->found.count,
                                      &search->found.capacity, sizeof *search->found.items);
        search->found.items[search->found.count++] = *intake;
    }
    return intake->fault != VT_FAULT_NONE;
}

/* True if some text of role ROLE of INTAKE's sink passes TEST, in the context of its way. */
static bool has_text(struct search *search, const struct vt_intake *intake, enum vt_role role,
                     bool (*test)(const char *text)) {
    struct vt_asked asked = {
        .ref = intake->sink, .role = role, .avoid = VT_ABOUT_DATA, .value_only = true};
    size_t nsteps, count = 0;
    const struct vt_flow_step *steps =
        vt_trace_steps(intake->trace, intake->source, search->arena, &nsteps);
    const struct vt_trace *trace = vt_trace_role_at(search->program, &asked, steps, nsteps);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (test(vt_source_text(&sources[i])))
            return true;
    return false;
}

/* An argument is code only for a program that takes code as an argument. */
static bool is_interpreted(struct search *search, const struct vt_intake *intake) {
    return has_text(search, intake, VT_ROLE_PATH, vt_command_interprets) &&
           has_text(search, intake, VT_ROLE_ARGUMENT, vt_command_announces_code);
}

/* ---- Through files ----------------------------------------------------------------------- */

static void add_download(struct search *search, struct vt_event_ref write) {
    struct vt_program *program = search->program;
    struct downloads *downloads = &search->downloads;
    struct download download = {.write = write};
    const struct vt_trace *payload = vt_trace_value(program, write, VT_ROLE_PAYLOAD, NOT_CODE);
    bool local;
    if (!find_outside(search, payload, &local))
        return;
    download.path = vt_trace_role(program, write, VT_ROLE_PATH, NULL, VT_NOT_NAME);
    if (!download.path)
        download.path = vt_trace_role(program, write, VT_ROLE_HANDLE, "path", VT_NOT_NAME);
    if (!download.path)
        return;
    downloads->items = vt_grow(search->arena, downloads->items, downloads->count,
                               &downloads->capacity, sizeof *downloads->items);
    downloads->items[downloads->count++] = download;
}

static const struct downloads *find_downloads(struct search *search) {
    static const char *const classes[] = {"io.write", "net.receive"};
    for (size_t c = 0; c < sizeof classes / sizeof *classes && !search->has_downloads; c++) {
        size_t count;
        struct vt_event_ref *refs =
            vt_program_events(search->program, VT_FACT_EFFECT, classes[c], search->arena, &count);
        for (size_t i = 0; i < count; i++)
            add_download(search, refs[i]);
    }
    search->has_downloads = true;
    return &search->downloads;
}

/* What makes another name of a name: two that differ in these are not the same. */
#define OTHER_NAME (VT_TAG_HASH | VT_TAG_ENCODE | VT_TAG_ENCRYPT | VT_TAG_XOR)

/* True if sources A and B give the same name: the same text, or the same place it came from. */
static bool same_name(const struct vt_source *a, const struct vt_source *b) {
    if (a->kind != b->kind || (a->tags ^ b->tags) & OTHER_NAME)
        return false;
    switch (a->kind) {
    case VT_SOURCE_CONSTANT:
        return vt_use_is_name(vt_source_text(a)) &&
               strcmp(vt_source_text(a), vt_source_text(b)) == 0;
    case VT_SOURCE_EVENT:
        return vt_event_same(a->event, b->event);
    case VT_SOURCE_PARAMETER:
        return a->function == b->function && a->index == b->index;
    default:
        return false;
    }
}

/* True if WORDS, what names the file that is used, have NAME, a name that it is written under. */
static bool has_name(const struct vt_trace *words, const struct vt_source *name) {
    size_t count;
    const struct vt_source *sources = vt_trace_sources(words, &count);
    for (size_t i = 0; i < count; i++)
        if (same_name(&sources[i], name))
            return true;
    return false;
}

/* True if a command made of WORDS runs a file of name NAME. What a search met before it ran out may
 * be pieces of other commands. */
static bool runs_name(const struct vt_trace *words, const struct vt_source *name) {
    size_t count;
    const struct vt_source *sources = vt_trace_sources(words, &count);
    const char *text = vt_source_text(name);
    bool named = has_name(words, name), others = false;
    for (size_t i = 0; i < count; i++) {
        const char *piece = vt_source_text(&sources[i]);
        const char *at = vt_use_is_name(text) ? strstr(piece, text) : NULL;
        if (at && strcmp(piece, text) != 0)
            return vt_command_runs(piece, at);
        if (!*piece || at)
            continue;
        others = true;
        if (named && !vt_trace_is_cut(words) && vt_command_runs_argument(piece))
            return true;
    }
    return named && !others;
}

/* Makes INTAKE tell of DOWNLOAD, as far as it goes to a file of name NAME, a source of its path;
 * false if nothing from outside does. */
static bool take(struct search *search, struct vt_intake *intake, const struct download *download,
                 const struct vt_source *name) {
    struct vt_asked asked = {
        .ref = download->write, .role = VT_ROLE_PAYLOAD, .avoid = NOT_CODE, .value_only = true};
    size_t nsteps;
    const struct vt_flow_step *steps = vt_trace_steps(download->path, name, search->arena, &nsteps);
    intake->is_file = true;
    intake->name = vt_source_text(name);
    intake->is_shared = !*intake->name && (name->kind != VT_SOURCE_PARAMETER ||
                                           name->function != intake->sink.function);
    intake->write = download->write;
    intake->is_wide = vt_trace_is_cut(download->path);
    intake->trace = vt_trace_role_at(search->program, &asked, steps, nsteps);
    intake->source = find_outside(search, intake->trace, &intake->is_local);
    intake->nsteps = 0;
    add_steps(search, intake, steps, nsteps);
    return intake->source != NULL;
}

/* True if the searches for DOWNLOAD's name and for WORDS both ran out: what they have in common is
 * what many things hang on, and no file's name. */
static bool are_wide(const struct download *download, const struct vt_trace *words) {
    return vt_trace_is_cut(download->path) && vt_trace_is_cut(words);
}

/* Keeps what INTAKE and DOWNLOAD are together, under a name that is also among WORDS; true if there
 * is something to tell. */
static bool keep_file(struct search *search, struct vt_intake *intake, struct download *download,
                      const struct vt_trace *words) {
    size_t count;
    const struct vt_source *names = vt_trace_sources(download->path, &count);
    for (size_t i = 0; i < count && !are_wide(download, words); i++) {
        bool used = intake->role == VT_ROLE_COMMAND ? runs_name(words, &names[i])
                                                    : has_name(words, &names[i]);
        if (!used || !take(search, intake, download, &names[i]))
            continue;
        intake->is_wide |= vt_trace_is_cut(words);
        if (!keep(search, intake, VT_FAULT_FILE))
            continue;
        download->told = true;
        return true;
    }
    return false;
}

/* True if the program gives the file of name NAME one that is among WORDS. */
static bool is_renamed(struct search *search, const struct vt_source *name,
                       const struct vt_trace *words) {
    size_t nrenames, count;
    struct vt_event_ref *renames =
        vt_program_events(search->program, VT_FACT_EFFECT, "file.rename", search->arena, &nrenames);
    for (size_t i = 0; i < nrenames; i++) {
        const struct vt_trace *from =
            vt_trace_value(search->program, renames[i], VT_ROLE_PAYLOAD, VT_NOT_NAME);
        const struct vt_trace *to =
            vt_trace_value(search->program, renames[i], VT_ROLE_PATH, VT_NOT_NAME);
        if (!from || !to || !has_name(from, name))
            continue;
        const struct vt_source *names = vt_trace_sources(to, &count);
        for (size_t k = 0; k < count; k++)
            if (names[k].kind == VT_SOURCE_CONSTANT && has_name(words, &names[k]))
                return true;
    }
    return false;
}

/* Keeps what INTAKE and DOWNLOAD are together if WORDS name the file it goes to. Names have to
 * stand in the program: a folder that the user names may hold anything. */
static bool keep_lines(struct search *search, const struct vt_intake *intake,
                       const struct download *download, const struct vt_trace *words,
                       enum vt_fault fault) {
    size_t count;
    const struct vt_source *names = vt_trace_sources(download->path, &count);
    for (size_t i = 0; i < count && !are_wide(download, words); i++) {
        struct vt_intake through = *intake;
        if (names[i].kind != VT_SOURCE_CONSTANT ||
            !(has_name(words, &names[i]) || is_renamed(search, &names[i], words)) ||
            !take(search, &through, download, &names[i]) || through.is_local)
            continue;
        through.is_wide |= vt_trace_is_cut(words);
        if (keep(search, &through, fault))
            return true;
    }
    return false;
}

/* Text of a file is run, and something from the network was put into a file of that name. */
static void look_at_lines(struct search *search, const struct vt_intake *intake,
                          const struct sink *sink) {
    size_t count = 0;
    const struct vt_source *sources =
        intake->trace ? vt_trace_sources(intake->trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        struct vt_intake read = *intake;
        read.source = &sources[i];
        if (!vt_source_is(search->program, &sources[i], VT_FACT_ORIGIN, "io.read") ||
            (sink->role == VT_ROLE_ARGUMENT && !is_interpreted(search, &read)))
            continue;
        const struct vt_trace *words =
            vt_trace_role(search->program, sources[i].event, VT_ROLE_HANDLE, "path", VT_NOT_NAME);
        const struct downloads *downloads = words ? find_downloads(search) : NULL;
        for (size_t d = 0; downloads && d < downloads->count; d++)
            if (keep_lines(search, intake, &downloads->items[d], words, sink->fault))
                return;
    }
}

static void look_at_content(struct search *search, struct vt_event_ref ref,
                            const struct sink *sink) {
    struct vt_intake intake = {
        .sink = ref, .role = sink->role, .base = sink->base, .verb = sink->verb};
    uint32_t avoid = NOT_CODE;
    if (strcmp(sink->class_name, "io.write") == 0 && !vt_far_end_interprets(search->program, ref))
        return;
    if (strcmp(sink->class_name, "code.executable") == 0)
        avoid &= ~(uint32_t)VT_TAG_NUMBER; /* machine code may well have come as numbers */
    intake.trace = vt_trace_value(search->program, ref, sink->role, avoid);
    intake.source = find_outside(search, intake.trace, &intake.is_local);
    if (!intake.source && sink->fault == VT_FAULT_COMMAND) {
        intake.source = find_unplaced(search, intake.trace);
        intake.is_unplaced = intake.source != NULL;
        intake.is_local = false;
    }
    if (!intake.source || intake.is_local)
        look_at_lines(search, &intake, sink);
    if (!intake.source || !vt_event_applies(search->program, ref))
        return;
    if (sink->role == VT_ROLE_ARGUMENT && !is_interpreted(search, &intake))
        return;
    keep(search, &intake, sink->fault);
}

static void look_at_use(struct search *search, const struct vt_use *use) {
    const struct downloads *downloads = find_downloads(search);
    for (size_t i = 0; i < downloads->count; i++) {
        struct vt_intake intake = {
            .sink = use->ref, .role = use->role, .base = use->base, .verb = use->verb};
        if (use->prepares && downloads->items[i].told)
            continue;
        if (keep_file(search, &intake, &downloads->items[i], use->words))
            return;
    }
}

/* Files that are written where the system runs them, and that nothing else is done to. */
static void look_at_places(struct search *search) {
    const struct downloads *downloads = find_downloads(search);
    for (size_t i = 0; i < downloads->count; i++) {
        struct download *download = &downloads->items[i];
        struct vt_intake intake = {.sink = download->write,
                                   .role = VT_ROLE_PAYLOAD,
                                   .base = 55,
                                   .verb = "is put among the system's programs"};
        size_t count;
        const struct vt_source *names = vt_trace_sources(download->path, &count);
        for (size_t n = 0; n < count && !download->told; n++)
            download->told =
                vt_is_place(search->program, vt_source_text(&names[n]), "system.program") &&
                take(search, &intake, download, &names[n]) && keep(search, &intake, VT_FAULT_FILE);
    }
}

/* ---- All --------------------------------------------------------------------------------- */

/* True if an intake that is UNCHECKED without a check may turn out to have fault WANTED. */
static bool may_be(enum vt_fault unchecked, enum vt_fault wanted) {
    return wanted < VT_FAULT_COMMAND || wanted == unchecked ||
           (wanted == VT_FAULT_TRANSPORT && unchecked == VT_FAULT_FILE);
}

struct vt_intake *vt_find_intakes(struct vt_check *check, enum vt_fault fault, size_t *count) {
    struct search search = {.check = check,
                            .program = vt_check_program(check),
                            .arena = vt_check_arena(check),
                            .wanted = fault};
    bool about_checks = fault == VT_FAULT_MISREAD || fault == VT_FAULT_SKIPPED;
    search.has_local = has_event(&search, VT_FACT_CHECK, "check.signature");
    *count = 0;
    if (about_checks && !search.has_local && !has_event(&search, VT_FACT_CHECK, "check.mac"))
        return NULL;
    for (size_t s = 0; s < sizeof sinks / sizeof *sinks; s++) {
        size_t nrefs;
        if (!may_be(sinks[s].fault, fault))
            continue;
        struct vt_event_ref *refs = vt_program_events(search.program, VT_FACT_EFFECT,
                                                      sinks[s].class_name, search.arena, &nrefs);
        for (size_t i = 0; i < nrefs; i++)
            look_at_content(&search, refs[i], &sinks[s]);
    }
    if (may_be(VT_FAULT_FILE, fault)) {
        size_t nuses = 0;
        const struct vt_use *uses =
            find_downloads(&search)->count ? vt_find_uses(check, &nuses) : NULL;
        for (size_t i = 0; i < nuses; i++)
            look_at_use(&search, &uses[i]);
        look_at_places(&search);
    }
    *count = search.found.count;
    return search.found.items;
}
