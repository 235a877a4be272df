/* hidden/masquerade: a process calls itself what it is not.
 *
 *     prctl(PR_SET_NAME, "kworker/0:1", 0, 0, 0);
 *     execl("/usr/lib/updater", "[kswapd0]", (char *)NULL);
 *
 * Names of threads of the kernel, which no program has: models' patterns of kind "word". A thread
 * that is named for its work is not one. Arguments of a program count in brackets only: one may be
 * told to look for a thread. Or it has something mounted over what the kernel tells of it. Not
 * caught: names of other programs, and argv[0] written over.
 */
#include <ctype.h>
#include <string.h>

#include "checkers/shared/ask.h"

enum { MOST_LETTERS = 31 }; /* the kernel itself keeps 15 */

/* True if TEXT is such a name, by itself (unless IN_BRACKETS) or in brackets, as ps tells it. */
static bool is_thread(struct vt_program *program, const char *text, bool in_brackets) {
    char name[MOST_LETTERS + 1];
    size_t size = strlen(text);
    bool brackets = size > 2 && text[0] == '[' && text[size - 1] == ']';
    if (brackets)
        text++, size -= 2;
    if (size == 0 || size > MOST_LETTERS || (in_brackets && !brackets))
        return false;
    memcpy(name, text, size);
    name[size] = 0;
    return vt_program_fits(program, "word", name, "system.thread");
}

static void look_at(struct vt_check *check, struct vt_event_ref ref, enum vt_role role) {
    struct vt_program *program = vt_check_program(check);
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_role(program, ref, role, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (!is_thread(program, vt_source_text(&sources[i]), role == VT_ROLE_ARGUMENT))
            continue;
        struct vt_finding *finding = vt_finding_new(check, ref);
        vt_finding_message(check, finding,
                           "A process is called \"%s\", as threads of the kernel are.",
                           vt_source_text(&sources[i]));
        if (sources[i].constant->concealed)
            vt_finding_evidence(check, finding, "concealed", 20, "The name is decoded first.");
        vt_finding_path(check, finding, trace, &sources[i], "The name stands here",
                        "The process takes it here");
        vt_finding_send(check, finding, 65);
        return;
    }
}

/* What the kernel tells of a process is covered by something else. */
static void look_at_mount(struct vt_check *check, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_role(vt_check_program(check), ref, VT_ROLE_PATH, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const char *path = vt_source_text(&sources[i]);
        if (strncmp(path, "/proc/", 6) != 0 ||
            !(path[6] == '%' || isdigit((unsigned char)path[6]) || !path[6] ||
              strncmp(path + 6, "self", 4) == 0))
            continue;
        struct vt_finding *finding = vt_finding_new(check, ref);
        vt_finding_message(check, finding,
                           "Something is mounted over `%s`, where the kernel tells of a process.",
                           path);
        vt_finding_path(check, finding, trace, &sources[i], "The place is named here",
                        "It is covered here");
        vt_finding_send(check, finding, 65);
        return;
    }
}

static void run(struct vt_check *check) {
    static const struct {
        const char *class_name;
        enum vt_role role;
    } places[] = {{"process.hide", VT_ROLE_PAYLOAD}, {"exec.program", VT_ROLE_ARGUMENT}};
    for (size_t p = 0; p < sizeof places / sizeof *places; p++) {
        size_t count;
        struct vt_event_ref *refs =
            vt_program_events(vt_check_program(check), VT_FACT_EFFECT, places[p].class_name,
                              vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            look_at(check, refs[i], places[p].role);
    }
    vt_check_each(check, VT_FACT_EFFECT, "file.mount", look_at_mount);
}

const struct vt_rule vt_hidden_masquerade = {
    .id = "hidden/masquerade",
    .name = "Masquerade",
    .summary = "A process takes a name that only threads of the kernel have",
    .description =
        "The program names itself, or what it runs, as the kernel names its threads: kworker, "
        "kswapd, a name in brackets. Whoever lists the processes takes it for the system's and "
        "looks past it.",
    .help = "Name a process for what it is.",
    .cwe = "CWE-506,CWE-451",
    .precision = "very-high",
    .severity = 8.0,
    .run = run,
};
