/* crypto/constant-nonce: a nonce, initialisation vector or salt that is always the same.
 *
 *     static const unsigned char iv[16];
 *     EVP_EncryptInit_ex(context, EVP_aes_128_cbc(), NULL, key, iv);
 *
 * A constant will do where the key is made afresh for one message, and in decryption nothing is
 * chosen. Counters are no constants, but for the secret number of a signature; a variable that
 * nobody writes is one. Not caught: other memory that was never written, and containers of C++
 * whose memory is not seen through.
 */
#include <string.h>

#include "checkers/shared/crypto/material.h"
#include "engine/base/strings.h"

struct use {
    const char *class_name, *words;
    int base;
};

static const struct use uses[] = {
    {"crypto.sign", "The secret number of a signature", 85},
    {"crypto.encrypt", "The nonce or initialisation vector of an encryption", 60},
    {"crypto.kdf", "The salt of a key derivation", 35},
    {"crypto.nonce", "The nonce or initialisation vector of an encryption", 60},
};

enum { USE_SIGN, USE_ENCRYPT, USE_SALT, USE_KERNEL };

/* True if TEXT, a setting of crypt(3), ends where its salt would begin: no salt is as short as what
 * names a method or a cost ("$6$", "$2b$12$", "$y$j9T$", "$5$rounds=5000$"). */
static bool ends_before_salt(const char *text, size_t length) {
    enum { LONGEST = 3 };
    if (text[0] != '$' || text[length - 1] != '$')
        return false;
    const char *last = text + length - 1;
    while (last > text && last[-1] != '$')
        last--;
    return text + length - 1 - last <= LONGEST || strchr(last, '=');
}

/* The method and the cost of crypt(3) stand in the same text as its salt; two letters are the salt
 * of a method that has greater faults. */
static bool names_method(const struct vt_source *source) {
    size_t length = vt_source_size(source);
    return source->constant->kind == VT_CONSTANT_TEXT &&
           (length == 2 || (length > 2 && ends_before_salt(vt_source_text(source), length)));
}

/* True if nothing but text goes into TRACE. */
static bool is_text(const struct vt_trace *trace) {
    size_t count;
    const struct vt_source *sources = vt_trace_sources(trace, &count);
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind != VT_SOURCE_CONSTANT || !*vt_source_text(&sources[i]))
            return false;
    return count > 0;
}

/* What the program keeps and changes, and numbers that are reckoned with, or hashed: a counter. The
 * secret number of a signature is reckoned with in any case. */
static bool is_counted(const struct vt_material *material, const struct use *use) {
    uint32_t counts = VT_TAG_ARITHMETIC | VT_TAG_INDEX;
    if (!is_text(material->trace))
        counts |= VT_TAG_HASH;
    return vt_trace_passes_variable(material->trace) ||
           (use != &uses[USE_SIGN] && vt_trace_tags(material->trace) & counts);
}

/* True if the secret number of signature REF is nothing but numbers that the program keeps and
 * reckons with: a count, however it is hashed. */
static bool is_count(const struct vt_trace *trace) {
    size_t count;
    const struct vt_source *sources = vt_trace_sources(trace, &count);
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind != VT_SOURCE_CONSTANT)
            return false;
    return vt_trace_passes_variable(trace) && vt_trace_tags(trace) & VT_TAG_ARITHMETIC &&
           !vt_trace_is_cut(trace) && !vt_trace_passes_unknown(trace);
}

static bool is_whole(struct vt_check *check, struct vt_event_ref ref,
                     const struct vt_material *material) {
    struct vt_material at;
    size_t count;
    if (vt_material_is_fixed(material))
        return true;
    const struct vt_flow_step *steps =
        vt_trace_steps(material->trace, material->constant, vt_check_arena(check), &count);
    return vt_material_at(vt_check_program(check), ref, VT_ROLE_IV, steps, count, &at) &&
           at.constant && vt_material_is_fixed(&at);
}

static bool is_zero(const struct vt_source *source) {
    const char *bytes = vt_source_text(source);
    size_t size = vt_source_size(source);
    if (size == 0)
        return source->constant->number == 0;
    for (size_t i = 0; i < size; i++)
        if (bytes[i])
            return false;
    return true;
}

static bool is_called_password(struct vt_check *check, const struct vt_material *key) {
    size_t count;
    const struct vt_source *sources = vt_trace_sources(key->trace, &count);
    for (size_t i = 0; i < count; i++)
        if (vt_is_called_password(vt_check_program(check), key->trace, &sources[i],
                                  vt_check_arena(check)))
            return true;
    return false;
}

static void weigh(struct vt_check *check, struct vt_finding *finding, struct vt_event_ref ref,
                  const struct vt_material *nonce, const struct use *use) {
    struct vt_program *program = vt_check_program(check);
    struct vt_material key;
    if (is_zero(nonce->constant))
        vt_finding_evidence(check, finding, "zero", 0, "It is all zeros.");
    if (vt_material_of(program, ref, VT_ROLE_KEY, &key)) {
        bool is_fresh = key.strong && key.strong->function == ref.function;
        if (use == &uses[USE_ENCRYPT] && is_fresh) /* zeros are what one writes who knows that */
            vt_finding_evidence(check, finding, "fresh-key", is_zero(nonce->constant) ? -40 : -20,
                                "The key is drawn afresh for this encryption.");
        if (use == &uses[USE_SALT] && !key.strong &&
            (key.secret || is_called_password(check, &key)))
            vt_finding_evidence(check, finding, "password", key.secret ? 15 : 10,
                                "A password is what is salted.");
        if (key.constant && vt_material_is_fixed(&key))
            vt_finding_evidence(check, finding, "constant-key", -25,
                                "The key is a constant as well: that is the greater fault.");
    }
    if (vt_trace_passes_unknown(nonce->trace))
        vt_finding_evidence(check, finding, "lent", -30,
                            "A function that nobody knows gets it first, and may change it.");
    if (vt_is_known_answer(program, nonce->trace, nonce->constant, vt_check_arena(check)))
        vt_finding_evidence(check, finding, "known-answer", -50,
                            "The result is compared with constants: a test with known answers.");
}

/* ---- Memory that nobody writes ----------------------------------------------------------- */

/* True if what EDGE of UNIT writes lies beside BYTES of a variable. */
static bool is_beside(const struct vt_unit *unit, const struct vt_edge *edge,
                      struct vt_range bytes) {
    const struct vt_rewrite *into = &unit->rewrites[edge->rewrite];
    if (into->nput)
        return !vt_range_overlaps(into->put[0], bytes);
    return into->flags & VT_REWRITE_SHIFT &&
           !(into->flags & (VT_REWRITE_BLUR | VT_REWRITE_EVERY)) &&
           !vt_range_overlaps(vt_range_move(into->clip, into->delta), bytes);
}

/* True if a function of UNIT writes into BYTES of local variable SYMBOL, or hands it to somebody
 * who may. */
static bool is_written(const struct vt_unit *unit, uint32_t symbol, struct vt_range bytes) {
    for (uint32_t i = 0; i < unit->nfunctions; i++) {
        const struct vt_function *f = &unit->functions[i];
        for (uint32_t e = 0; e < f->nedges; e++) {
            const struct vt_node *from = &f->nodes[f->edges[e].from];
            const struct vt_node *to = &f->nodes[f->edges[e].to];
            bool is_read = to->kind == VT_NODE_IN || to->kind == VT_NODE_SUBJECT;
            if ((to->kind == VT_NODE_GLOBAL && to->ref == symbol &&
                 !is_beside(unit, &f->edges[e], bytes)) ||
                (from->kind == VT_NODE_GLOBAL && from->ref == symbol && !is_read &&
                 !unit->rewrites[f->edges[e].rewrite].ntake))
                return true;
        }
    }
    return false;
}

/* True if what stands in role IV of REF is a local variable of its unit, never written: zeros. */
static bool is_unwritten(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(program, ref.function, &unit);
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_IV, NULL, 0);
    size_t count = 0;
    if (trace)
        vt_trace_sources(trace, &count);
    if (!trace || count || vt_trace_is_cut(trace))
        return false;
    uint32_t nedges;
    const struct vt_edge *edges =
        vt_function_edges_to(f, (struct vt_node){VT_NODE_IN, VT_ROLE_IV, ref.event}, &nedges);
    for (uint32_t e = 0; e < nedges; e++) {
        const struct vt_node *from = &f->nodes[edges[e].from];
        const struct vt_rewrite *rewrite = &unit->rewrites[edges[e].rewrite];
        if (from->kind == VT_NODE_GLOBAL && unit->symbols[from->ref].is_local)
            return !is_written(unit, from->ref, rewrite->ntake ? rewrite->take[0] : VT_RANGE_ALL);
    }
    return false;
}

static void tell_unwritten(struct vt_check *check, struct vt_event_ref ref, const struct use *use) {
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "%s is a variable that nobody ever writes: zeros.",
                       use->words);
    vt_finding_path(check, finding, NULL, NULL, NULL, "It is used here");
    vt_finding_send(check, finding, use->base);
}

/* True if what REF hands the kernel is for a cipher, by the name of that or a number that nothing
 * else has, and has a nonce in it: as bytes, or beside the number that says so (linux/if_alg.h). */
static bool hands_nonce(struct vt_program *program, struct vt_event_ref ref,
                        const struct vt_material *nonce) {
    enum { SHORTEST = 8, SET_IV = 2, OF_CIPHER = 279 };
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_ALGORITHM, NULL, VT_ABOUT_DATA);
    size_t count, nnames = 0;
    const struct vt_source *names = trace ? vt_trace_sources(trace, &nnames) : NULL;
    const struct vt_source *sources = vt_trace_sources(nonce->trace, &count);
    bool is_cipher = false, sets = vt_source_size(nonce->constant) >= SHORTEST;
    int64_t number;
    for (size_t i = 0; i < nnames; i++)
        is_cipher |= *vt_source_text(&names[i]) != 0;
    for (size_t i = 0; i < count; i++)
        if (vt_source_number(&sources[i], &number)) {
            sets |= number == SET_IV;
            is_cipher |= number == OF_CIPHER;
        }
    return is_cipher && sets;
}

/* True if the secret number of REF is a count, and that was told. */
static bool look_for_count(struct vt_check *check, struct vt_event_ref ref) {
    const struct vt_trace *all = vt_trace_role(vt_check_program(check), ref, VT_ROLE_IV, NULL, 0);
    if (!all || !is_count(all))
        return false;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       "The secret number of a signature is a count that the program keeps: who "
                       "guesses it has the key.");
    vt_finding_path(check, finding, NULL, NULL, NULL, "It is used here");
    vt_finding_send(check, finding, uses[USE_SIGN].base);
    return true;
}

static void look_at(struct vt_check *check, struct vt_event_ref ref, const struct use *use,
                    struct vt_told *told) {
    struct vt_material nonce;
    if (use == &uses[USE_SIGN] && look_for_count(check, ref))
        return;
    if (is_unwritten(vt_check_program(check), ref)) {
        tell_unwritten(check, ref, use);
        return;
    }
    if (!vt_material_of(vt_check_program(check), ref, VT_ROLE_IV, &nonce) || !nonce.constant ||
        (use == &uses[USE_KERNEL] && !hands_nonce(vt_check_program(check), ref, &nonce)) ||
        names_method(nonce.constant) || is_counted(&nonce, use) || !is_whole(check, ref, &nonce) ||
        vt_tell_once(told, nonce.constant, vt_check_arena(check)))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "%s is always the same.", use->words);
    weigh(check, finding, ref, &nonce, use);
    vt_finding_path(check, finding, nonce.trace, nonce.constant, "Its bytes are constants",
                    "They are used here");
    vt_finding_send(check, finding, use->base);
}

static void run(struct vt_check *check) {
    struct vt_told told = {0};
    for (size_t u = 0; u < sizeof uses / sizeof *uses; u++) {
        size_t count;
        struct vt_event_ref *refs =
            vt_program_events(vt_check_program(check), VT_FACT_EFFECT, uses[u].class_name,
                              vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            look_at(check, refs[i], &uses[u], &told);
    }
}

const struct vt_rule vt_crypto_constant_nonce = {
    .id = "crypto/constant-nonce",
    .name = "ConstantNonce",
    .summary = "A nonce, initialisation vector or salt is always the same",
    .description =
        "Two messages under one key and one nonce tell about each other: their difference, their "
        "equal beginnings, with GCM the key of authentication, with ECDSA the private key. Nothing "
        "but constants goes into the nonce, across variables, fields and wrappers.",
    .help = "Draw a nonce of 96 bits or more for each message and send it along, or count messages "
            "under one key; draw a salt for each password.",
    .cwe = "CWE-329,CWE-323,CWE-760",
    .precision = "high",
    .severity = 7.0,
    .run = run,
};
