/* crypto/unsalted: a password is digested, or a key derived from one, without salt.
 *
 *     PKCS5_PBKDF2_HMAC(word, strlen(word), NULL, 0, 600000, EVP_sha256(), 32, key);
 *
 *     SHA256(word, strlen(word), digest);
 *     return memcmp(digest, stored, sizeof digest) == 0;
 *
 * A password is one by where it comes from, by the name of the parameter that it comes through, or
 * by the text with which it is asked for. Not caught: salt that is the same for all, which is
 * crypto/constant-nonce's; passwords that neither tells of; HKDF, which needs no salt.
 */
#include <string.h>

#include "checkers/shared/applies.h"
#include "checkers/shared/crypto/material.h"
#include "engine/base/strings.h"

/* ---- Passwords --------------------------------------------------------------------------- */

/* True if a password, and constants at most, are what REF digests. */
static bool is_password_alone(struct vt_program *program, struct vt_event_ref ref,
                              struct vt_material *data) {
    if (!vt_material_of(program, ref, VT_ROLE_PAYLOAD, data) || !data->secret || data->strong ||
        data->other || data->host || data->weak || data->clock || data->process)
        return false;
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, data->secret->event, &unit);
    return vt_class_is(vt_string(unit->strings, event->class_name), "secret.credential");
}

/* True if all that FUNCTION digests is given in one call: it is no derivation of keys. */
static bool digests_once(struct vt_program *program, uint32_t function) {
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(program, function, &unit);
    unsigned digests = 0;
    for (uint32_t e = 0; e < f->nevents; e++)
        digests += f->events[e].fact == VT_FACT_EFFECT &&
                   vt_class_is(vt_string(unit->strings, f->events[e].class_name), "crypto.digest");
    return digests == 1;
}

/* True if FUNCTION, or one that calls it for its digest, keeps it or holds it against another. */
static bool is_kept(struct vt_program *program, uint32_t function) {
    const struct vt_site *sites;
    size_t count =
        digests_once(program, function) ? vt_program_callers(program, function, &sites) : 0;
    bool keeps = vt_keeps_digest(program, function);
    for (size_t i = 0; i < count && !keeps; i++)
        keeps = vt_keeps_digest(program, sites[i].function);
    return keeps;
}

/* True if FUNCTION has to do with one of the digests NAMES, which end with NULL. */
static bool has_digest(struct vt_program *program, uint32_t function, const char *const *names) {
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(program, function, &unit);
    for (uint32_t e = 0; e < f->nevents; e++) {
        const char *name = vt_string(unit->strings, f->events[e].class_name);
        if (!vt_class_is(name, "algorithm") && !vt_class_is(name, "crypto.digest"))
            continue;
        for (size_t i = 0; names[i]; i++)
            if (strcmp(vt_string(unit->strings, f->events[e].value), names[i]) == 0 &&
                vt_event_applies(program, (struct vt_event_ref){function, e}))
                return true;
    }
    return false;
}

/* Broken for passwords anyway; what NTLM alone makes of passwords, as it must. */
static const char *const broken[] = {"MD2", "MD4", "MD5", "SHA1", NULL};
static const char *const ntlm[] = {"MD4", NULL};

/* True if what is called a password, and constants at most, are what REF digests. */
static bool is_named_alone(struct vt_check *check, struct vt_event_ref ref,
                           struct vt_material *data) {
    struct vt_program *program = vt_check_program(check);
    *data = (struct vt_material){
        .trace = vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, VT_ABOUT_DATA)};
    const struct vt_source *sources =
        data->trace ? vt_trace_sources(data->trace, &data->nsources) : NULL;
    for (size_t i = 0; i < data->nsources; i++) {
        if (sources[i].kind == VT_SOURCE_CONSTANT)
            continue;
        if (!vt_is_called_password(program, data->trace, &sources[i], vt_check_arena(check)))
            return false;
        data->secret = &sources[i];
    }
    return data->secret && !vt_trace_is_cut(data->trace) &&
           !has_digest(program, ref.function, ntlm);
}

static void look_at_password(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    struct vt_material data;
    bool is_told = is_password_alone(program, ref, &data);
    if ((!is_told && !is_named_alone(check, ref, &data)) ||
        vt_gets_made(program, ref.function, VT_FACT_EFFECT, NULL, VT_ROLE_PAYLOAD, VT_TAG_XOR))
        return; /* an HMAC of the program's own is keyed with it, and answers a challenge */
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       "A password is digested as it is, without salt: equal passwords look equal, "
                       "and can be looked up.");
    if (is_kept(program, ref.function))
        vt_finding_evidence(check, finding, "kept", 15,
                            "The digest is stored or held against one that is.");
    if (has_digest(program, ref.function, broken))
        vt_finding_evidence(check, finding, "broken", is_told ? -30 : 10,
                            is_told ? "The digest is a broken one: that is the greater fault."
                                    : "The digest is a broken one.");
    if (!is_told)
        vt_finding_evidence(check, finding, "named", -5, "Its name alone says what it is.");
    vt_finding_path(check, finding, data.trace, data.secret, "The password is read here",
                    "It is digested here");
    vt_finding_send(check, finding, 35);
}

/* Digests in one call; those in steps are looked at where they end. */
static void look_at_digest(struct vt_check *check, struct vt_event_ref ref) {
    if (!vt_trace_value(vt_check_program(check), ref, VT_ROLE_HANDLE, 0))
        look_at_password(check, ref);
}

/* ---- Derivation -------------------------------------------------------------------------- */

static const char *name_of(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    return vt_string(unit->strings, event->value);
}

static void look_at_salt(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    struct vt_material key;
    const struct vt_trace *trace;
    const struct vt_source *source = vt_only_number(program, ref, VT_ROLE_PAYLOAD, 0, &trace);
    if (!source)
        source = vt_only_number(program, ref, VT_ROLE_LENGTH, 0, &trace);
    if (!source)
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(
        check, finding,
        "A key is derived with %s and without salt: equal passwords give equal keys.",
        name_of(program, ref));
    if (vt_material_of(program, ref, VT_ROLE_KEY, &key) && key.strong)
        vt_finding_evidence(check, finding, "drawn", -30,
                            "It is derived from what a generator drew.");
    vt_finding_path(check, finding, trace, source, "There is no salt", "The key is derived here");
    vt_finding_send(check, finding, 45);
}

static void run(struct vt_check *check) {
    vt_check_each(check, VT_FACT_EFFECT, "step.digest", look_at_password);
    vt_check_each(check, VT_FACT_EFFECT, "crypto.digest", look_at_digest);
    vt_check_each(check, VT_FACT_EFFECT, "step.derive", look_at_salt);
}

const struct vt_rule vt_crypto_unsalted = {
    .id = "crypto/unsalted",
    .name = "Unsalted",
    .summary = "A password is digested, or a key derived from one, without salt",
    .description =
        "A key is derived from a password with an empty salt, or a password is digested as it is "
        "and kept or compared. Equal passwords then give equal results, in all accounts and all "
        "products, and one table of guesses serves for all of them.",
    .help = "Draw a salt for each password and keep it beside the result.",
    .cwe = "CWE-759",
    .precision = "high",
    .severity = 6.0,
    .run = run,
};
