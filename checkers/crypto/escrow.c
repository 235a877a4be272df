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
#include "checkers/shared/crypto/keys.h"
#include "checkers/shared/crypto/material.h"

/* The shortest text or bytes that can be a public key. */
enum { SHORTEST_PUBLIC = 32 };

static bool is_raw(const struct vt_source *source) {
    return !(source->tags & (VT_TAG_ENCRYPT | VT_TAG_HASH | VT_TAG_SECRET_KEYED));
}

/* A key that is in the payload of an encryption, and its way there. */
struct wrapped {
    const struct vt_drawn_key *key;
    const struct vt_trace *trace;
    const struct vt_source *source;
};

/* What of the NKEYS KEYS is in the payload of REF. */
static bool find_wrapped(struct vt_check *check, struct vt_event_ref ref,
                         const struct vt_drawn_key *keys, size_t nkeys, struct wrapped *wrapped) {
    struct vt_program *program = vt_check_program(check);
    size_t count = 0;
    wrapped->trace = vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, VT_ABOUT_DATA);
    const struct vt_source *items =
        wrapped->trace ? vt_trace_sources(wrapped->trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        wrapped->source = &items[i];
        wrapped->key = is_raw(&items[i]) ? vt_drawn_find(keys, nkeys, wrapped->trace, &items[i],
                                                         vt_check_arena(check))
                                         : NULL;
        if (wrapped->key)
            return true;
    }
    return false;
}

/* True if the key of REF is written in the program; else it comes from somewhere. */
static bool is_built_in(struct vt_program *program, struct vt_event_ref ref) {
    struct vt_material key;
    return vt_material_of(program, ref, VT_ROLE_KEY, &key) && key.constant && !key.secret &&
           !key.strong && vt_source_size(key.constant) >= SHORTEST_PUBLIC;
}

/* True if KEY is encrypted for somebody else as well. */
static bool is_meant_for_others(struct vt_check *check, const struct vt_event_ref *refs,
                                size_t nrefs, const struct vt_drawn_key *key) {
    struct wrapped other;
    for (size_t i = 0; i < nrefs; i++)
        if (find_wrapped(check, refs[i], key, 1, &other) &&
            !is_built_in(vt_check_program(check), refs[i]))
            return true;
    return false;
}

static void tell(struct vt_check *check, struct vt_event_ref ref, const struct wrapped *wrapped,
                 bool for_others) {
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       "A key that other data are encrypted with is itself encrypted under a key "
                       "that is written in the program.");
    if (for_others)
        vt_finding_evidence(check, finding, "other-receiver", 40,
                            "It is encrypted for another receiver as well.");
    vt_finding_path(check, finding, wrapped->trace, wrapped->source, "The key is drawn here",
                    "It is encrypted for the holder of a key that is built in");
    vt_finding_send(check, finding, 35);
}

static void run(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    size_t nkeys, nrefs;
    struct wrapped wrapped;
    const struct vt_drawn_key *keys = vt_drawn_keys(program, vt_check_arena(check), &nkeys);
    const struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "crypto.encrypt", vt_check_arena(check), &nrefs);
    for (size_t i = 0; nkeys > 0 && i < nrefs; i++)
        if (find_wrapped(check, refs[i], keys, nkeys, &wrapped) && is_built_in(program, refs[i]))
            tell(check, refs[i], &wrapped, is_meant_for_others(check, refs, nrefs, wrapped.key));
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
