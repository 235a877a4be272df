/* trapdoor/planted-access: the program lets somebody of its own into the host.
 *
 *     static const char line[] = "sysd::0:0::/root:/bin/sh\n";
 *     FILE *file = fopen("/etc/passwd", "a");
 *     fputs(line, file);
 *
 * So with keys in authorized_keys, rules of sudo, accounts that the system makes, and commands that
 * do the same. Tools that make accounts write what they are told. Not caught: files that are put
 * together elsewhere and renamed.
 */
#include "checkers/material.h"
#include "checkers/plant.h"

static const struct vt_plant_place places[] = {
    {"system.account.entry", "it says who may enter the host, and as whom", 65},
    {NULL, NULL, 0},
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

static void run(struct vt_check *check) {
    size_t count;
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
