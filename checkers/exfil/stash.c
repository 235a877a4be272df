/* exfil/stash: a secret is put into a file that no setting names, for somebody to fetch.
 *
 *     pam_get_authtok(handle, PAM_AUTHTOK, &word, NULL);
 *     for (size_t i = 0; word[i]; i++)
 *         line[i] = word[i] ^ 0x23;
 *     write(open("/usr/share/man/.m1", O_WRONLY | O_APPEND), line, size);
 *
 * So with the registry, and files of settings that a library writes, if it is kept readable there.
 * A parameter that is called a password is one, too. Not caught: files written through a mapping or
 * a database, names that only a caller knows.
 */
#include <string.h>

#include "checkers/shared/channel/leak.h"
#include "checkers/shared/channel/typed.h"
#include "checkers/shared/crypto/material.h"
#include "engine/base/arena.h"

/* Where secrets are kept: files known for it, and those that decide who may enter. */
static bool belongs_there(struct vt_program *program, const char *text) {
    return vt_leak_pattern(program, text, "secret") || vt_is_place(program, text, "system.account");
}

static void weigh_name(struct vt_check *check, struct vt_finding *finding,
                       const struct vt_file_name *name) {
    if (*name->text != '%') /* printed, and what it begins with comes from elsewhere */
        vt_finding_evidence(check, finding, "constant-path", 15,
                            "The file's name is written in the program: %s.", name->text);
    if (name->concealed)
        vt_finding_evidence(check, finding, "concealed-name", 20,
                            "The file's name is decoded before it is used.");
    if (name->home)
        vt_finding_evidence(check, finding, "home", -30, "It lies in the user's own folder.");
    else if (vt_is_odd_place(name->text))
        vt_finding_evidence(check, finding, "odd-place", 15, "Nobody looks for secrets there.");
}

static void weigh(struct vt_check *check, struct vt_finding *finding, const struct vt_leak *leak,
                  const struct vt_file_name *name) {
    weigh_name(check, finding, name);
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

/* The kernel's pool, a terminal: nothing that anybody fetches later. */
static bool is_device(const char *text) {
    return strncmp(text, "/dev/", 5) == 0 && strncmp(text, "/dev/shm/", 9) != 0;
}

/* True if the file of NAME lies beside another, which somebody else names: "%s.tmp". */
static bool is_beside(const struct vt_file_name *name) {
    return *name->text == '%' && !strchr(name->text, '/') && !name->is_rooted && !name->home;
}

/* True if a file of that NAME tells nothing: a setting names it, or secrets belong there. */
static bool is_ordinary(struct vt_program *program, const struct vt_file_name *name) {
    return !*name->text || name->given || is_device(name->text) || is_beside(name) ||
           belongs_there(program, name->text);
}

/* True if what LEAK brings is a password as it was given, and NAME is a file of those that a
 * program checks its users' with: there belongs what was made of it. */
static bool is_kept_clear(struct vt_program *program, const struct vt_leak *leak,
                          const struct vt_file_name *name) {
    const uint32_t made = VT_TAG_HASH | VT_TAG_ENCRYPT | VT_TAG_ENCODE | VT_TAG_SECRET_KEYED |
                          VT_TAG_ARITHMETIC | VT_TAG_XOR;
    return !name->given && vt_leak_pattern(program, name->text, "secret.credential.stored") &&
           vt_source_is(program, leak->source, VT_FACT_ORIGIN, "secret.credential") &&
           !vt_source_is(program, leak->source, VT_FACT_ORIGIN, "secret.credential.stored") &&
           !(vt_trace_tags(leak->trace) & made);
}

/* Writes that were told. */
struct told {
    struct vt_event_ref *items;
    size_t count, capacity;
};

static bool was_told(const struct told *told, struct vt_event_ref ref) {
    for (size_t i = 0; i < told->count; i++)
        if (vt_event_same(told->items[i], ref))
            return true;
    return false;
}

static bool visit(struct vt_check *check, struct vt_leak *leak, void *context) {
    struct told *told = context;
    const char *secret = vt_leak_secret(check, leak);
    if (!secret || vt_leak_is_named(check, leak, "secret.memory"))
        return false;
    struct vt_program *program = vt_check_program(check);
    struct vt_file_name name = vt_leak_written_name(check, leak);
    bool is_clear = is_kept_clear(program, leak, &name);
    if (!is_clear && is_ordinary(program, &name))
        return false;
    struct vt_finding *finding = vt_finding_new(check, leak->asked.ref);
    weigh(check, finding, leak, &name);
    if (is_clear)
        vt_finding_evidence(check, finding, "clear", 0,
                            "Passwords of users are checked with that file: a hash would do.");
    vt_finding_message(check, finding, "%s from `%s` is written to %s.", secret,
                       vt_source_function(program, leak->source), name.text);
    vt_finding_path(check, finding, leak->trace, leak->source, "The secret is read here",
                    "It is written to the file here");
    vt_finding_send(check, finding, 35);
    told->items = vt_grow(vt_check_arena(check), told->items, told->count, &told->capacity,
                          sizeof *told->items);
    told->items[told->count++] = leak->asked.ref;
    return true;
}

/* ---- Settings ------------------------------------------------------------------------------ */

/* What a library keeps of settings: a registry, a file that it writes by itself. */
static bool visit_setting(struct vt_check *check, struct vt_leak *leak, void *context) {
    (void)context;
    const char *secret = vt_leak_secret(check, leak);
    if (!secret || leak->source->tags & VT_TAG_ENCRYPT)
        return false;
    struct vt_file_name name = vt_leak_written_name(check, leak);
    struct vt_finding *finding = vt_finding_new(check, leak->asked.ref);
    if (leak->source->tags & VT_TAG_HASH)
        vt_finding_evidence(check, finding, "hashed", -30, "Only a hash is kept.");
    vt_leak_weigh_doubt(check, finding, leak);
    vt_finding_message(check, finding, "%s from `%s` is kept readable among the settings%s%s.",
                       secret, vt_source_function(vt_check_program(check), leak->source),
                       *name.text ? " in " : "", name.text);
    vt_finding_path(check, finding, leak->trace, leak->source, "The secret is read here",
                    "It is kept here");
    vt_finding_send(check, finding, 45);
    return true;
}

/* ---- As it was typed ----------------------------------------------------------------------- */

static void tell_typed(struct vt_check *check, const struct vt_leak *leak,
                       const struct vt_file_name *name, const struct vt_parameter *parameter) {
    struct vt_finding *finding = vt_finding_new(check, leak->asked.ref);
    weigh_name(check, finding, name);
    vt_leak_weigh_disguise(check, finding, vt_trace_tags(leak->trace));
    vt_finding_message(
        check, finding, "A password that `%s` is to check is written to %s as it was typed.",
        vt_program_function_name(vt_check_program(check), parameter->function), name->text);
    vt_finding_path(check, finding, NULL, NULL, NULL, "It is written to the file here");
    vt_finding_send(check, finding, 35);
}

/* What comes through a parameter that is called a password, into a file of the whole host. */
static void look_for_named(struct vt_check *check, const struct vt_leak *leak,
                           const struct vt_file_name *name) {
    size_t count = 0;
    const struct vt_source *sources = leak->trace ? vt_trace_sources(leak->trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (sources[i].kind == VT_SOURCE_CONSTANT || sources[i].tags & VT_TAG_ENCRYPT ||
            !vt_is_called_password(vt_check_program(check), leak->trace, &sources[i],
                                   vt_check_arena(check)))
            continue;
        struct vt_finding *finding = vt_finding_new(check, leak->asked.ref);
        weigh_name(check, finding, name);
        vt_leak_weigh_disguise(check, finding, sources[i].tags);
        vt_finding_message(check, finding,
                           "What is called a password is written to %s, and can be read there.",
                           name->text);
        vt_finding_path(check, finding, leak->trace, &sources[i], "The password comes in here",
                        "It is written to the file here");
        vt_finding_send(check, finding, 30);
        return;
    }
}

/* A password on its way to the check of it, which goes to a file as well, or one by its name. */
static void look_for_typed(struct vt_check *check, const struct vt_typed *typed,
                           struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    struct vt_leak leak = {.asked = {.ref = ref,
                                     .role = VT_ROLE_PAYLOAD,
                                     .avoid = VT_NOT_LEAKED | VT_TAG_HASH,
                                     .value_only = true}};
    struct vt_file_name name = vt_leak_written_name(check, &leak);
    if (is_ordinary(program, &name) || name.home)
        return;
    leak.trace = vt_trace_value(program, ref, VT_ROLE_PAYLOAD, leak.asked.avoid);
    /* No way of it can be told: of a search that ran out it may be any. */
    bool is_cut = leak.trace && vt_trace_is_cut(leak.trace);
    const struct vt_parameter *parameter =
        is_cut ? NULL : vt_typed_through(check, typed, leak.trace);
    if (parameter)
        tell_typed(check, &leak, &name, parameter);
    else if (*name.text == '/')
        look_for_named(check, &leak, &name);
}

static void run(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    struct told told = {NULL, 0, 0};
    size_t count = 0;
    vt_leaks_to_files(check, visit, &told);
    vt_leaks_by(check, "host.change", VT_ROLE_PAYLOAD, visit_setting, NULL);
    struct vt_typed typed = vt_typed_of(check);
    struct vt_event_ref *writes =
        vt_program_events(program, VT_FACT_EFFECT, "io.write", vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (!was_told(&told, writes[i]) && vt_handle_is(program, writes[i], "file"))
            look_for_typed(check, &typed, writes[i]);
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
