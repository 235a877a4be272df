/* hidden/patched-code: code that stands there, or a table of the linker, is written over.
 *
 *     char *check = dlsym(RTLD_DEFAULT, "pam_authenticate");
 *     mprotect(page_of(check), 4096, PROT_READ | PROT_WRITE);
 *     memcpy(check, "\x31\xc0\xc3", 3);
 *
 * A compiler at run time writes to memory that it asked for; nobody who translates code makes a
 * function writable that somebody else wrote. Not caught: addresses that are found by looking
 * through memory, or that `/proc/self/maps` tells.
 */
#include "checkers/shared/applies.h"
#include "checkers/shared/ask.h"

enum { BASE = 60 };

static bool is_function(const struct vt_source *source) {
    return source->kind == VT_SOURCE_FUNCTION ||
           (source->constant && source->constant->kind == VT_CONSTANT_FUNCTION);
}

/* The first source of TRACE (NULL: none) that is code or, if the trace is of an address
 * (IS_ADDRESS), where code lies. */
static const struct vt_source *find_code(struct vt_program *program, const struct vt_trace *trace,
                                         bool is_address) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if ((is_address && is_function(&sources[i])) ||
            vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "code.memory") ||
            (is_address && vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "code.address")))
            return &sources[i];
    return NULL;
}

/* The first text in TRACE (NULL: none). */
static const struct vt_source *find_text(const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (*vt_source_text(&sources[i]))
            return &sources[i];
    return NULL;
}

/* The name by which the call that brought SOURCE looked something up, or NULL. */
static const struct vt_source *find_name(struct vt_check *check, const struct vt_source *source) {
    struct vt_program *program = vt_check_program(check);
    uint32_t function = source->event.function;
    const struct vt_event *events = vt_program_function(program, function, NULL)->events;
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "load.symbol", vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (refs[i].function == function &&
            events[refs[i].event].location == events[source->event.event].location)
            return find_text(
                vt_trace_role(program, refs[i], VT_ROLE_ARGUMENT, NULL, VT_ABOUT_DATA));
    return NULL;
}

static void tell_whose(struct vt_check *check, struct vt_finding *finding,
                       const struct vt_source *source) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_source *name = is_function(source) ? NULL : find_name(check, source);
    if (is_function(source))
        vt_finding_message(check, finding, "The code of function `%s` is made writable.",
                           source->name);
    else if (name)
        vt_finding_message(check, finding, "The code of `%s`, as `%s` found it, is made writable.",
                           vt_source_text(name), vt_source_function(program, source));
    else
        vt_finding_message(check, finding,
                           "Code or a table of a module that `%s` told of is made writable.",
                           vt_source_function(program, source));
    if (name && name->constant->concealed)
        vt_finding_evidence(check, finding, "concealed", 20, "Its name is decoded first.");
}

static void look_at_memory(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_TARGET, VT_ABOUT_DATA);
    const struct vt_source *source = find_code(program, trace, true);
    if (!source) {
        trace = vt_trace_value(program, ref, VT_ROLE_CODE, VT_ABOUT_DATA);
        source = find_code(program, trace, false);
    }
    if (!source || !vt_event_applies(program, ref))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    tell_whose(check, finding, source);
    vt_finding_path(check, finding, trace, source, "Where code lies is asked for here",
                    "It may be written from here on");
    vt_finding_send(check, finding, BASE);
}

/* A file that is the memory of the process itself: no page of it is protected. */
static void look_at_write(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_HANDLE, "path", VT_ABOUT_DATA);
    const struct vt_source *path = find_text(trace);
    if (!path || !vt_is_place(program, vt_source_text(path), "system.memory"))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "The program writes its own memory through %s.",
                       vt_source_text(path));
    vt_finding_path(check, finding, trace, path, "The name of the file stands here",
                    "It is written here");
    vt_finding_send(check, finding, BASE);
}

static void run(struct vt_check *check) {
    vt_check_each(check, VT_FACT_EFFECT, "code.writable", look_at_memory);
    vt_check_each(check, VT_FACT_EFFECT, "io.write", look_at_write);
}

const struct vt_rule vt_hidden_patched_code = {
    .id = "hidden/patched-code",
    .name = "PatchedCode",
    .summary = "The program writes over code, or over tables of the linker, at run time",
    .description =
        "A function that was looked up, one of the program's own, or what the dynamic linker "
        "keeps of a module becomes writable, or is written through a file that knows no "
        "protection. From then on a name no longer leads to the code that was inspected: logins, "
        "checks and scans of the same process can be answered by something else.",
    .help = "Change the source of the function, or register what is to be called in its place.",
    .cwe = "CWE-506,CWE-829",
    .precision = "high",
    .severity = 8.5,
    .run = run,
};
