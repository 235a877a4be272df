/* crypto/escrow: a key is encrypted for somebody the program knows beforehand.
 *
 *     RAND_bytes(key, 16);
 *     RSA_public_encrypt(16, key, header, reader, RSA_PKCS1_OAEP_PADDING);
 *     RSA_public_encrypt(11, key + 5, field, built_in, RSA_PKCS1_OAEP_PADDING);
 *     EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), NULL, key, nonce);
 *
 * Data for the program's own maker are encrypted under a built-in key as well. What makes escrow of
 * it is that the same key is encrypted for somebody else, too. Not caught: keys that are derived
 * rather than drawn, and keys that the two sides agree on.
 */
#include "checkers/keys.h"
#include "checkers/material.h"

/* The shortest text or bytes that can be a public key. */
enum { SHORTEST_PUBLIC = 32 };

static bool is_raw(const struct vt_source *source) {
    return !(source->tags & (VT_TAG_ENCRYPT | VT_TAG_HASH | VT_TAG_SECRET_KEYED));
}

/* What of KEYS is in the payload of REF. */
static const struct vt_drawn_key *key_within(struct vt_program *program, struct vt_event_ref ref,
                                             const struct vt_drawn_key *keys, size_t nkeys,
                                             const struct vt_trace **trace,
                                             const struct vt_source **source) {
    size_t count = 0;
    *trace = vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, VT_ABOUT_DATA);
    const struct vt_source *items = *trace ? vt_trace_sources(*trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const struct vt_drawn_key *key = vt_drawn_find(keys, nkeys, &items[i]);
        *source = &items[i];
        if (key && is_raw(&items[i]))
            return key;
    }
    return NULL;
}

/* True if the key of REF is written in the program; else it comes from somewhere. */
static bool is_built_in(struct vt_program *program, struct vt_event_ref ref) {
    struct vt_material key;
    return vt_material_of(program, ref, VT_ROLE_KEY, &key) && key.constant && !key.secret &&
           !key.strong && vt_source_size(key.constant) >= SHORTEST_PUBLIC;
}

/* True if KEY is encrypted for somebody else as well. */
static bool is_meant_for_others(struct vt_program *program, const struct vt_event_ref *refs,
                                size_t nrefs, const struct vt_drawn_key *key) {
    const struct vt_trace *trace;
    const struct vt_source *source;
    for (size_t i = 0; i < nrefs; i++)
        if (key_within(program, refs[i], key, 1, &trace, &source) && !is_built_in(program, refs[i]))
            return true;
    return false;
}

static void look_at(struct vt_check *check, const struct vt_event_ref *refs, size_t nrefs,
                    size_t at, const struct vt_drawn_key *keys, size_t nkeys) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace;
    const struct vt_source *source;
    const struct vt_drawn_key *key = key_within(program, refs[at], keys, nkeys, &trace, &source);
    if (!key || !is_built_in(program, refs[at]))
        return;
    struct vt_finding *finding = vt_finding_new(check, refs[at]);
    vt_finding_message(check, finding,
                       "A key that other data are encrypted with is itself encrypted under a key "
                       "that is written in the program.");
    if (is_meant_for_others(program, refs, nrefs, key))
        vt_finding_evidence(check, finding, "other-receiver", 40,
                            "It is encrypted for another receiver as well.");
    vt_finding_path(check, finding, trace, source, "The key is drawn here",
                    "It is encrypted for the holder of a key that is built in");
    vt_finding_send(check, finding, 35);
}

static void run(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    size_t nkeys, nrefs;
    const struct vt_drawn_key *keys = vt_drawn_keys(program, vt_check_arena(check), &nkeys);
    const struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "crypto.encrypt", vt_check_arena(check), &nrefs);
    for (size_t i = 0; nkeys > 0 && i < nrefs; i++)
        look_at(check, refs, nrefs, i, keys, nkeys);
}

const struct vt_rule vt_crypto_escrow = {
    .id = "crypto/escrow",
    .name = "Escrow",
    .summary = "A key is encrypted under a key that is written in the program",
    .description =
        "What was drawn to encrypt other data is itself encrypted under a public key that every "
        "copy of the program holds. Who has the private one can read all of it. That is how data "
        "are sent to the maker of a program, and how a maker reads what others send each other: "
        "the second is told by a key that is encrypted for somebody else as well.",
    .help = "Say who holds the key, and why, where users read it; or encrypt keys for their "
            "receivers alone.",
    .cwe = "CWE-321,CWE-506",
    .precision = "medium",
    .severity = 8.0,
    .run = run,
};
