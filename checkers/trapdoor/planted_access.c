/* trapdoor/planted-access: the program lets somebody of its own into the host.
 *
 *     static const char line[] = "sysd::0:0::/root:/bin/sh\n";
 *     FILE *file = fopen("/etc/passwd", "a");
 *     fputs(line, file);
 *
 * So with keys in authorized_keys, rules of sudo, accounts that the system makes, commands that do
 * the same, and programs that run as root whoever starts them, where nobody looks for such or of
 * the system. Tools
 * that make accounts write what they are told. Not caught: files that are put together elsewhere
 * and renamed.
 */
#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/channel/command.h"
#include "checkers/shared/channel/plant.h"
#include "checkers/shared/crypto/material.h"

static const struct vt_plant_place places[] = {
    {"system.account.entry", "it says who may enter the host, and as whom", 65,
     "lets somebody into the host, or gives rights there"},
    {NULL, NULL, 0, NULL},
};

/* An account that the system makes, with a password that every copy of the program knows. */
static void look_at_account(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_material password;
    if (!vt_material_of(vt_check_program(check), ref, VT_ROLE_KEY, &password) ||
        !password.constant || !*vt_source_text(password.constant) ||
        !vt_material_is_fixed(&password))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       "The program makes an account whose password stands in the program.");
    vt_finding_path(check, finding, password.trace, password.constant, "The password stands here",
                    "The account is made here");
    vt_finding_send(check, finding, 65);
}

/* True if PATH is where nobody looks for a program that gives rights, or one that gives all. */
static bool is_odd_place(struct vt_program *program, const char *path) {
    return vt_is_place(program, path, "transient") || strstr(path, "/.") || vt_command_opens(path);
}

static bool has_shell(const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (vt_command_opens(vt_source_text(&sources[i])))
            return true;
    return false;
}

/* True if the program copies a shell to the file PATH. */
static bool is_copy_of_shell(struct vt_check *check, const char *path) {
    struct vt_program *program = vt_check_program(check);
    size_t nwrites, count = 0;
    const struct vt_event_ref *writes =
        vt_program_events(program, VT_FACT_EFFECT, "io.write", vt_check_arena(check), &nwrites);
    for (size_t w = 0; *path && w < nwrites; w++) {
        if (!vt_has_text(vt_ask_path(program, writes[w]), path))
            continue;
        const struct vt_trace *trace =
            vt_trace_role(program, writes[w], VT_ROLE_PAYLOAD, NULL, VT_ABOUT_DATA);
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
        for (size_t i = 0; i < count; i++)
            if (vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "io.read") &&
                has_shell(vt_trace_role(program, sources[i].event, VT_ROLE_HANDLE, "path",
                                        VT_ABOUT_DATA)))
                return true;
    }
    return false;
}

/* True if PATH is a program of the system that this one neither makes nor writes. */
static bool is_of_others(struct vt_check *check, const char *path) {
    static const char *const uses[] = {"io.write", "file.open", "file.rename", "file.copy"};
    struct vt_program *program = vt_check_program(check);
    if (!vt_is_place(program, path, "system.program") ||
        vt_is_place(program, path, "system.program.library"))
        return false;
    for (size_t u = 0; u < sizeof uses / sizeof *uses; u++) {
        size_t count;
        const struct vt_event_ref *refs =
            vt_program_events(program, VT_FACT_EFFECT, uses[u], vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            if (vt_has_text(vt_ask_path(program, refs[i]), path))
                return false;
    }
    return true;
}

/* A program that runs as its owner, whoever starts it, in such a place; or a shell that is copied.
 */
static void look_at_mode(struct vt_check *check, struct vt_event_ref ref) {
    enum { AS_OWNER = 04000 };
    struct vt_program *program = vt_check_program(check);
    size_t nmodes = 0, npaths = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_MODE, VT_ABOUT_DATA);
    const struct vt_source *modes = trace ? vt_trace_sources(trace, &nmodes) : NULL;
    if (nmodes != 1 || modes[0].kind != VT_SOURCE_CONSTANT ||
        modes[0].constant->kind != VT_CONSTANT_INT || !(modes[0].constant->number & AS_OWNER))
        return;
    trace = vt_ask_path(program, ref);
    const struct vt_source *paths = trace ? vt_trace_sources(trace, &npaths) : NULL;
    for (size_t i = 0; i < npaths; i++) {
        bool is_of_system = is_of_others(check, vt_source_text(&paths[i]));
        if (!is_of_system && !is_odd_place(program, vt_source_text(&paths[i])) &&
            !is_copy_of_shell(check, vt_source_text(&paths[i])))
            continue;
        struct vt_finding *finding = vt_finding_new(check, ref);
        vt_finding_message(check, finding, "`%s` is run with its owner's rights from now on.",
                           vt_source_text(&paths[i]));
        vt_finding_path(check, finding, trace, &paths[i], "Its name stands here",
                        "It is made such a program here");
        vt_finding_send(check, finding, is_of_system ? 50 : 65);
        return;
    }
}

static void run(struct vt_check *check) {
    size_t count;
    vt_check_each(check, VT_FACT_EFFECT, "file.mode", look_at_mode);
    struct vt_event_ref *refs = vt_program_events(vt_check_program(check), VT_FACT_EFFECT,
                                                  "account.make", vt_check_arena(check), &count);
    vt_plants_tell(check, places);
    for (size_t i = 0; i < count; i++)
        look_at_account(check, refs[i]);
}

const struct vt_rule vt_trapdoor_planted_access = {
    .id = "trapdoor/planted-access",
    .name = "PlantedAccess",
    .summary = "The program adds an account, a key or a right that stands in it",
    .description =
        "A line that is part of the image is written to a file that lists who may enter the host "
        "and as whom: accounts, groups, keys of SSH, rules of sudo. Whoever wrote the program has "
        "a way in that stays when the program is gone.",
    .help = "Let the owner of the host make accounts. A key for service is one that he puts there "
            "himself and can take away.",
    .cwe = "CWE-506,CWE-912,CWE-798",
    .precision = "high",
    .severity = 9.3,
    .run = run,
};
