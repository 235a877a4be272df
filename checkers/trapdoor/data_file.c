/* trapdoor/data-file: of a file that stands in data something is done, and nobody asks how that
 * went.
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
 * that are put together with a folder, and conditions that no number in memory says.
 */
#include "checkers/shared/ask.h"
#include "checkers/shared/handed.h"
#include "checkers/shared/unasked.h"

/* What may be done with a file. */
struct deed {
    const char *class_name;
    const char *verb;
    bool if_lost; /* also if nothing is found of the name: what is removed may be its own */
};

static const struct deed deeds[] = {
    {"file.open", "A file is opened", true},
    {"file.delete", "A file is removed", false},
    {"file.mode", "The rights of a file are changed", true},
    {"file.rename", "A file gets another name", false},
    {"file.link", "A file gets another name", false},
};

/* True if what is found of TRACE does not stand in the program: no folder, and no name of its own.
 * If the search ran out, that others were found first says nothing; with IF_LOST it is then one
 * that is given, and so it is where nothing was found. */
static bool is_from_data(const struct vt_trace *trace, bool if_lost) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    if (!trace || count == 0 || vt_trace_is_cut(trace))
        return trace && if_lost;
    for (size_t i = 0; i < count; i++)
        if (*vt_source_text(&sources[i]))
            return false;
    return vt_is_open(trace);
}

static void look_at(struct vt_check *check, struct vt_event_ref ref, const struct deed *deed) {
    struct vt_program *program = vt_check_program(check);
    bool is_whole = vt_has_main(program);
    if (!vt_is_unheeded(program, ref) || !vt_has_kind(check, ref, true))
        return;
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_PATH, NULL, VT_NOT_NAME);
    if (!is_from_data(trace, deed->if_lost) || vt_is_received(program, trace) ||
        vt_is_bidden(check, ref) ||
        (is_whole ? !vt_is_worked_on(program, trace) : vt_is_handed(program, ref, VT_ROLE_PATH)))
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

const struct vt_rule vt_trapdoor_data_file = {
    .id = "trapdoor/data-file",
    .name = "DataFile",
    .summary = "A file that data name is written, removed or read, and nobody asks how that went",
    .description =
        "What a parser is given names a file, which is then opened, removed or made accessible. "
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
