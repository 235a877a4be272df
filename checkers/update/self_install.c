/* update/self-install: the program carries something that the system will run, and puts it there.
 *
 *     static const char job[] = "@hourly root /var/tmp/.sync\n";
 *     FILE *file = fopen("/etc/cron.d/sync", "w");
 *     fputs(job, file);
 *
 * Installers copy files, and do as they were told by whoever started them. Not caught: files that
 * are put together elsewhere and renamed, and commands of a shell that do the same.
 */
#include "checkers/plant.h"

static const struct vt_plant_place places[] = {
    {"system.program.start", "the system runs it by itself", 60},
    {"system.program.library.folders", "other programs learn where libraries are", 35},
    {"system.program.library", "other programs load it", 60},
    {"system.program.module", "the kernel loads it", 60},
    {"system.program.firmware", NULL, 0}, /* images are what programs of devices write */
    {"system.program", "everyone runs it", 50},
    {NULL, NULL, 0},
};

static void run(struct vt_check *check) {
    vt_plants_tell(check, places);
}

const struct vt_rule vt_update_self_install = {
    .id = "update/self-install",
    .name = "SelfInstall",
    .summary = "The program puts something of its own where the system will run it",
    .description =
        "A text or program that is part of the image is written to a place from which the system "
        "or other programs run what they find: start scripts, timers, profiles of shells, folders "
        "of programs and libraries. It stays when the program is gone, and no package knows it.",
    .help = "Leave installing to the package or the installer. If the program has to, let it be "
            "asked for, and document which files it makes.",
    .cwe = "CWE-506,CWE-507",
    .precision = "medium",
    .severity = 7.5,
    .run = run,
};
