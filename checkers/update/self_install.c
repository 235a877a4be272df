/* update/self-install: the program carries something that the system will run, and puts it there.
 *
 *     static const char job[] = "@hourly root /var/tmp/.sync\n";
 *     FILE *file = fopen("/etc/cron.d/sync", "w");
 *     fputs(job, file);
 *
 * So do commands, the registry and services of Windows, and copies of the program itself, wherever
 * they go. Installers copy other files, and do as they were told by whoever started them. Not
 * caught: files that are put together elsewhere and renamed.
 */
#include "checkers/shared/channel/leak.h"
#include "checkers/shared/channel/plant.h"
#include "engine/base/strings.h"

static const struct vt_plant_place places[] = {
    {"system.program.start", "the system runs it by itself", 60,
     "makes the system run something by itself"},
    {"system.program.library.folders", "other programs learn where libraries are", 35,
     "tells other programs where libraries are"},
    {"system.program.library", "other programs load it", 60, "makes other programs load something"},
    {"system.program.module", "the kernel loads it", 60, "makes the kernel load something"},
    {"system.program.firmware", NULL, 0, NULL}, /* images are what programs of devices write */
    {"system.program", "everyone runs it", 50, "puts a program where everyone runs it"},
    {NULL, NULL, 0, NULL},
};

/* ---- Copies of the program itself ----------------------------------------------------------- */

static bool has_own(struct vt_program *program, const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (vt_leak_names_own(program, &sources[i]))
            return true;
    return false;
}

/* Tells that LEAK copies the program to a file of NAME. */
static void tell_copy(struct vt_check *check, const struct vt_leak *leak,
                      const struct vt_file_name *name) {
    struct vt_finding *finding = vt_finding_new(check, leak->asked.ref);
    if (name->walked)
        vt_finding_evidence(check, finding, "spreads", 15,
                            "It goes into every folder that is met as folders are read.");
    else if (name->given)
        vt_finding_evidence(check, finding, "asked-for", -40,
                            "Whoever starts or configures the program says where to.");
    if (vt_is_odd_place(name->text))
        vt_finding_evidence(check, finding, "odd-place", 15, "Nobody looks for it in %s.",
                            name->text);
    vt_leak_weigh_start(check, finding, leak);
    vt_leak_weigh_switch(check, finding, leak);
    bool is_named = *name->text && *name->text != '%';
    vt_finding_message(check, finding, "The program writes a copy of itself%s%s.",
                       is_named ? " to " : "", is_named ? name->text : "");
    vt_finding_path(check, finding, leak->trace, leak->source,
                    "The program's own file is read here", "It is written here");
    vt_finding_send(check, finding, 50);
}

static bool visit_write(struct vt_check *check, struct vt_leak *leak, void *context) {
    struct vt_program *program = vt_check_program(check);
    (void)context;
    if (!vt_source_is(program, leak->source, VT_FACT_ORIGIN, "io.read") ||
        !has_own(program, vt_trace_role(program, leak->source->event, VT_ROLE_HANDLE, "path",
                                        VT_ABOUT_DATA)))
        return false;
    struct vt_file_name name = vt_leak_written_name(check, leak);
    if (!name.any)
        return false;
    tell_copy(check, leak, &name);
    return true;
}

static bool visit_copy(struct vt_check *check, struct vt_leak *leak, void *context) {
    (void)context;
    if (!vt_leak_names_own(vt_check_program(check), leak->source))
        return false;
    struct vt_file_name name = vt_leak_written_name(check, leak);
    tell_copy(check, leak, &name);
    return true;
}

/* The kernel copies from one file to the other. */
static bool visit_handles(struct vt_check *check, struct vt_leak *leak, void *context) {
    return vt_handle_is(vt_check_program(check), leak->asked.ref, "file") &&
           visit_copy(check, leak, context);
}

static void run(struct vt_check *check) {
    vt_plants_tell(check, places);
    vt_leaks_to_files(check, visit_write, NULL);
    vt_leaks_by(check, "file.copy", VT_ROLE_PAYLOAD, visit_copy, NULL);
    vt_leaks_by(check, "io.copy", VT_ROLE_PATH, visit_handles, NULL);
}

const struct vt_rule vt_update_self_install = {
    .id = "update/self-install",
    .name = "SelfInstall",
    .summary = "The program puts something of its own where the system will run it",
    .description =
        "A text or program that is part of the image is written to a place from which the system "
        "or other programs run what they find: start scripts, timers, profiles of shells, folders "
        "of programs and libraries, keys of a registry; or the program makes a copy of itself. It "
        "stays when the program is gone, and no package knows it.",
    .help = "Leave installing to the package or the installer. If the program has to, let it be "
            "asked for, and document which files it makes.",
    .cwe = "CWE-506,CWE-507",
    .precision = "medium",
    .severity = 7.5,
    .run = run,
};
