/* crypto/key-leak: the bytes of a key go where others see them.
 *
 *     RAND_bytes(key, 32);
 *     memcpy(nonce, key, 12);
 *     EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, nonce);
 *
 * A key is what was drawn from a strong generator, all of it, and keys a cipher as it was drawn. So
 * a block that is drawn or derived at once and cut into key, nonce and identifier is no leak, nor
 * is what is hashed of a key. Not caught: keys that are read or derived, and draws in loops.
 */
#include "checkers/shared/channel/leak.h"
#include "checkers/shared/crypto/keys.h"
#include "engine/base/arena.h"

/* What does not show the key: what it was wrapped or reckoned into. */
#define WRAPPED (VT_TAG_ENCRYPT | VT_TAG_HASH | VT_TAG_SECRET_KEYED | VT_TAG_SHARES)

struct place {
    const char *class_name;
    enum vt_role role;
    const char *message, *here;
    int base;
};

enum { TO_NETWORK, TO_FILE, NPLACES_OF_LEAK };

static const struct place leaks[NPLACES_OF_LEAK] = {
    {NULL, VT_ROLE_PAYLOAD, "A key that was drawn for a cipher is sent as it is.",
     "It is sent here", 70},
    {NULL, VT_ROLE_PAYLOAD, "A key that was drawn for a cipher is written to a file as it is.",
     "It is written here", 30},
};

static const struct place places[] = {
    {"crypto.encrypt", VT_ROLE_IV,
     "Bytes of a key are the nonce or initialisation vector, which "
     "everybody sees.",
     "They are used as a nonce here", 80},
    {"crypto.kdf", VT_ROLE_IV, "Bytes of a key are a salt, which is no secret.",
     "They are used as a salt here", 60},
    {"env.write", VT_ROLE_PAYLOAD,
     "A key that was drawn for a cipher stands in the environment of every child.",
     "It is put there", 45},
    {"log.write", VT_ROLE_PAYLOAD, "A key that was drawn for a cipher is logged.",
     "It is logged here", 70},
    {"terminal.write", VT_ROLE_PAYLOAD, "A key that was drawn for a cipher is printed.",
     "It is printed here", 25},
};

struct search {
    const struct vt_drawn_key *keys;
    size_t nkeys;
    const struct place *place;
};

static void tell(struct vt_check *check, const struct place *place, const struct vt_leak *leak,
                 const struct vt_drawn_key *key) {
    struct vt_program *program = vt_check_program(check);
    struct vt_finding *finding = vt_finding_new(check, leak->asked.ref);
    vt_finding_message(check, finding, "%s", place->message);
    vt_finding_evidence(check, finding, "same-bytes", 0,
                        "All %u bytes that were drawn are the key.", key->bytes);
    if (place == &leaks[TO_NETWORK] && vt_handle_is(program, leak->asked.ref, "tls"))
        vt_finding_evidence(check, finding, "tls", -35, "It is sent through a TLS connection.");
    if (place == &leaks[TO_NETWORK] || place == &leaks[TO_FILE])
        vt_leak_weigh_disguise(check, finding, leak->source->tags);
    vt_finding_path(check, finding, leak->trace, leak->source, "The key is drawn here",
                    place->here);
    vt_finding_send(check, finding, place->base);
}

static bool visit(struct vt_check *check, struct vt_leak *leak, void *context) {
    const struct search *search = context;
    if (leak->source->tags & WRAPPED)
        return false;
    const struct vt_drawn_key *key = vt_drawn_find(search->keys, search->nkeys, leak->trace,
                                                   leak->source, vt_check_arena(check));
    if (!key)
        return false;
    tell(check, search->place, leak, key);
    return true;
}

static void run(struct vt_check *check) {
    size_t nkeys;
    const struct vt_drawn_key *keys =
        vt_drawn_keys(vt_check_program(check), vt_check_arena(check), &nkeys);
    struct search search = {.keys = keys, .nkeys = nkeys, .place = &leaks[TO_NETWORK]};
    if (nkeys == 0)
        return;
    vt_leaks_to_network(check, visit, &search);
    search.place = &leaks[TO_FILE];
    vt_leaks_to_files(check, visit, &search);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        search.place = &places[i];
        vt_leaks_by(check, places[i].class_name, places[i].role, visit, &search);
    }
}

const struct vt_rule vt_crypto_key_leak = {
    .id = "crypto/key-leak",
    .name = "KeyLeak",
    .summary = "The bytes of a key are used where others see them",
    .description =
        "What was drawn from the generator to be a key, all of it, also becomes a nonce, a salt, a "
        "message, a line of a log. Whoever sees that has the key, and nothing on the wire looks "
        "odd. Material that is cut into a key and other things, or hashed, is not the key.",
    .help = "Draw nonces, salts and identifiers on their own, or derive them from the key by a key "
            "derivation function.",
    .cwe = "CWE-200,CWE-323,CWE-532",
    .precision = "high",
    .severity = 8.0,
    .run = run,
};
