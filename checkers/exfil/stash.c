/* exfil/stash: a secret is put into a file that no setting names, for somebody to fetch.
 *
 *     pam_get_authtok(handle, PAM_AUTHTOK, &word, NULL);
 *     for (size_t i = 0; word[i]; i++)
 *         line[i] = word[i] ^ 0x23;
 *     write(open("/usr/share/man/.m1", O_WRONLY | O_APPEND), line, size);
 *
 * Not caught: files written through a mapping or a database, names that only a caller knows.
 */
#include <string.h>

#include "checkers/leak.h"

/* Where secrets are kept: files known for it, and those that decide who may enter. */
static bool belongs_there(struct vt_program *program, const char *text) {
    const struct vt_pattern *place = vt_models_classify(vt_program_models(program), "place", text);
    return vt_leak_pattern(program, text, "secret") ||
           (place && vt_class_is(place->class_name, "system.account"));
}

static void weigh(struct vt_check *check, struct vt_finding *finding, const struct vt_leak *leak,
                  const struct vt_file_name *name) {
    vt_finding_evidence(check, finding, "constant-path", 15,
                        "The file's name is written in the program: %s.", name->text);
    if (name->concealed)
        vt_finding_evidence(check, finding, "concealed-name", 20,
                            "The file's name is decoded before it is used.");
    if (name->home)
        vt_finding_evidence(check, finding, "home", -30, "It lies in the user's own folder.");
    else if (vt_is_odd_place(name->text))
        vt_finding_evidence(check, finding, "odd-place", 15, "Nobody looks for secrets there.");
    if (leak->source->tags & VT_TAG_HASH)
        vt_finding_evidence(check, finding, "hashed", -30, "Only a hash is written.");
    vt_leak_weigh_disguise(check, finding, leak->source->tags & ~(uint32_t)VT_TAG_ENCRYPT);
    if (leak->source->tags & VT_TAG_ENCRYPT)
        vt_finding_evidence(check, finding, "sealed", -10,
                            "It is encrypted; whoever has the key reads it.");
    vt_leak_weigh_start(check, finding, leak);
    vt_leak_weigh_switch(check, finding, leak);
    vt_leak_weigh_doubt(check, finding, leak);
}

static bool visit(struct vt_check *check, struct vt_leak *leak, void *context) {
    const char *secret = vt_leak_secret(check, leak);
    (void)context;
    if (!secret || vt_leak_is_named(check, leak, "secret.memory"))
        return false;
    struct vt_file_name name = vt_leak_written_name(check, leak);
    if (!*name.text || name.given || belongs_there(vt_check_program(check), name.text))
        return false;
    struct vt_finding *finding = vt_finding_new(check, leak->asked.ref);
    weigh(check, finding, leak, &name);
    vt_finding_message(check, finding, "%s from `%s` is written to %s.", secret,
                       vt_source_function(vt_check_program(check), leak->source), name.text);
    vt_finding_path(check, finding, leak->trace, leak->source, "The secret is read here",
                    "It is written to the file here");
    vt_finding_send(check, finding, 35);
    return true;
}

static void run(struct vt_check *check) {
    vt_leaks_to_files(check, visit, NULL);
}

const struct vt_rule vt_exfil_stash = {
    .id = "exfil/stash",
    .name = "Stash",
    .summary = "A password or key is written to a file that no setting names",
    .description =
        "A credential or secret key reaches a write to a file whose name stands in the program and "
        "which is not one where secrets are kept. Trojaned login programs collect passwords this "
        "way, often folded with a constant, in a hidden file or a folder nobody looks after.",
    .help = "Do not keep the secret, or keep it where the system keeps secrets, in a file that a "
            "setting names, readable by its owner only.",
    .cwe = "CWE-312,CWE-506",
    .precision = "high",
    .severity = 8.5,
    .run = run,
};
