/* trapdoor/planted-access: the program lets somebody of its own into the host.
 *
 *     static const char line[] = "sysd::0:0::/root:/bin/sh\n";
 *     FILE *file = fopen("/etc/passwd", "a");
 *     fputs(line, file);
 *
 * So with keys in authorized_keys, and rules of sudo. Tools that make accounts write what they are
 * told. Not caught: files that are put together elsewhere and renamed, and commands that do it.
 */
#include "checkers/plant.h"

static const struct vt_plant_place places[] = {
    {"system.account.entry", "it says who may enter the host, and as whom", 65},
    {NULL, NULL, 0},
};

static void run(struct vt_check *check) {
    vt_plants_tell(check, places);
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
