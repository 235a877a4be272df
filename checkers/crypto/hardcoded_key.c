/* crypto/hardcoded-key: a key that is written in the program.
 *
 *     static const unsigned char table[16] = {0x4f, 0x1d, ...};
 *     EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), NULL, table, iv);
 *
 * Private keys as text, phrases that keys are derived from, and bytes that a small loop puts
 * together are found as well. Public keys are not keys in this sense, and a constant that goes into
 * a MAC over a secret is a label. Not caught: keys of own implementations of ciphers.
 */
#include <string.h>

#include "checkers/shared/crypto/keys.h"
#include "checkers/shared/crypto/material.h"
#include "checkers/shared/trapdoor/word.h"
#include "engine/base/strings.h"

#define SHORTEST_KEY    4          /* bytes; less is a separator */
#define SMALLEST_NUMBER 0x10000000 /* a number that may be four bytes of a key */

struct use {
    const char *class_name, *words;
};

/* Where a key is loaded comes before where it is used: one constant is told once. */
static const struct use uses[] = {
    {"crypto.key", "a key is loaded"},        {"crypto.encrypt", "data are encrypted"},
    {"crypto.decrypt", "data are decrypted"}, {"crypto.mac", "messages are authenticated"},
    {"crypto.kdf", "a key is derived"},       {"crypto.keygen", "a key is made"},
    {"crypto.sign", "data are signed"},       {"access.login", "somebody logs in"},
};

enum { USE_MAC = 3, USE_LOGIN = 7 };

/* A certificate or parameters in PEM, which say of themselves that they are no secret. */
static bool is_public_text(const struct vt_source *source) {
    const char *text = vt_source_size(source) ? vt_source_text(source) : "";
    return strncmp(text, "-----BEGIN ", strlen("-----BEGIN ")) == 0 && !strstr(text, "PRIVATE KEY");
}

/* What was encrypted or hashed under some key is as secret as that key. */
static bool may_be_key(const struct vt_source *source) {
    if (source->tags & (VT_TAG_ENCRYPT | VT_TAG_DECRYPT | VT_TAG_SECRET_KEYED) ||
        is_public_text(source))
        return false;
    if (source->constant->kind == VT_CONSTANT_INT)
        return source->constant->number >= SMALLEST_NUMBER ||
               source->constant->number <= -SMALLEST_NUMBER;
    return vt_source_size(source) >= SHORTEST_KEY;
}

static bool is_concealed(const struct vt_source *source) {
    return source->constant->concealed || source->tags & VT_TAG_XOR;
}

/* A constant that keys a MAC over a secret keeps two uses of it apart (HKDF does so). */
static bool is_label(struct vt_program *program, struct vt_event_ref ref) {
    struct vt_material payload;
    return vt_material_of(program, ref, VT_ROLE_PAYLOAD, &payload) &&
           (payload.secret || payload.strong);
}

/* True if text or bytes of the program are encrypted: under a key of the program that protects
 * nothing. */
static bool is_of_constant(struct vt_program *program, struct vt_event_ref ref) {
    struct vt_material payload;
    return vt_material_of(program, ref, VT_ROLE_PAYLOAD, &payload) && payload.constant &&
           vt_source_size(payload.constant) > 0 && vt_material_is_fixed(&payload);
}

/* True if what FUNCTION encrypts is sent, kept or shown by it. */
static bool is_put_out(struct vt_program *program, uint32_t function) {
    static const char *const classes[] = {"net.send", "io.write", "terminal.write"};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (vt_gets_made(program, function, VT_FACT_EFFECT, classes[i], VT_ROLE_PAYLOAD,
                         VT_TAG_ENCRYPT))
            return true;
    return false;
}

/* Whether SOURCE is all of the key in the calls that lead it there. */
static bool is_whole(struct vt_check *check, struct vt_event_ref ref,
                     const struct vt_material *material, const struct vt_source *source) {
    struct vt_material at;
    size_t count;
    if (vt_material_is_fixed(material))
        return true;
    const struct vt_flow_step *steps =
        vt_trace_steps(material->trace, source, vt_check_arena(check), &count);
    return vt_material_at(vt_check_program(check), ref, VT_ROLE_KEY, steps, count, &at) &&
           vt_material_is_fixed(&at);
}

#define MIXES (VT_TAG_ARITHMETIC | VT_TAG_XOR | VT_TAG_HASH | VT_TAG_FORMAT | VT_TAG_INDEX)

/* True if SOURCE is the key where nothing else is given: the key of REF begins with it or with a
 * variable of the environment, and neither is a part of the other. What is read into the same
 * memory may be read over it. */
static bool is_default(struct vt_program *program, struct vt_event_ref ref,
                       const struct vt_source *source) {
    enum { SHORTEST_DEFAULT = 8 };
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_KEY, VT_ABOUT_DATA);
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    bool begins = false, brought = false;
    for (size_t i = 0; i < count; i++) {
        if (sources[i].tags & MIXES)
            return false;
        begins |= vt_source_same(&sources[i], source);
        brought |= vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "environment");
    }
    return begins && brought && vt_source_size(source) >= SHORTEST_DEFAULT &&
           !vt_trace_is_cut(trace);
}

/* True if REF loads a key from a blob of CryptoAPI that says that it is a public one. */
static bool is_public_blob(struct vt_program *program, struct vt_event_ref ref,
                           const struct vt_material *material) {
    enum { PUBLIC_KEY = 6 }; /* its first byte */
    size_t count;
    const struct vt_source *sources = vt_trace_sources(material->trace, &count);
    if (strcmp(vt_event_value(program, ref), "blob") != 0)
        return false;
    for (size_t i = 0; i < count; i++) {
        int64_t number;
        if (vt_source_size(&sources[i])
                ? vt_source_text(&sources[i])[0] == PUBLIC_KEY
                : vt_source_number(&sources[i], &number) && number == PUBLIC_KEY)
            return true;
    }
    return false;
}

/* What is encrypted to somebody's public key needs no secret. */
static bool is_public(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    return vt_class_is(vt_string(unit->strings, event->class_name), "crypto.encrypt") &&
           strncmp(vt_string(unit->strings, event->value), "X25519", strlen("X25519")) == 0;
}

/* True if SOURCE holds letters or numbers in their order: what data is turned into letters by. */
static bool is_alphabet(const struct vt_source *source) {
    enum { FEWEST = 16 };
    const char *text = vt_source_text(source);
    size_t size = vt_source_size(source), ascending = 0;
    for (size_t i = 1; i < size; i++)
        ascending += text[i] == text[i - 1] + 1;
    return size >= FEWEST && 4 * ascending >= 3 * size;
}

/* True if the way from SOURCE to the key is long, and the search for it ran out. */
static bool is_far(struct vt_check *check, const struct vt_material *material,
                   const struct vt_source *source) {
    enum { FAR = 5 };
    size_t count;
    vt_trace_steps(material->trace, source, vt_check_arena(check), &count);
    return vt_trace_is_cut(material->trace) && count > FAR;
}

static void weigh(struct vt_check *check, struct vt_finding *finding, struct vt_event_ref ref,
                  const struct vt_material *material, const struct use *use) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_source *source = material->constant;
    bool whole = is_whole(check, ref, material, source);
    if (!whole && is_alphabet(source))
        vt_finding_evidence(check, finding, "alphabet", -20,
                            "It is an alphabet: other data are spelled by it.");
    if (!whole && is_far(check, material, source))
        vt_finding_evidence(check, finding, "cut", -20,
                            "The search ran out of its budget: it may be another's constant.");
    if (whole && vt_trace_passes_unknown(material->trace))
        vt_finding_evidence(check, finding, "lent", 0,
                            "A function that nobody knows gets it first, and may change it.");
    else if (whole)
        vt_finding_evidence(check, finding, "nothing-else", 25, "Nothing else goes into the key.");
    else if (is_default(program, ref, source))
        vt_finding_evidence(check, finding, "default", -5,
                            "It stands in where nobody brings another.");
    else
        vt_finding_evidence(check, finding, "mixed", -30,
                            "Other data go into the key as well, or instead.");
    bool is_known = vt_is_known_answer(program, material->trace, source, vt_check_arena(check));
    if (whole && is_concealed(source) && !is_known)
        vt_finding_evidence(check, finding, "concealed", 15,
                            "The program puts the key together from other bytes first.");
    if (use == &uses[USE_MAC] && (is_label(program, ref) || vt_is_salt_of_code(check, source)))
        vt_finding_evidence(check, finding, "label", -45,
                            "It is held against a secret: a label that keeps uses apart.");
    if (vt_key_begins_generator(program, ref, source))
        vt_finding_evidence(check, finding, "generator", -60,
                            "What is encrypted under it becomes a key: so generators begin.");
    if (is_known)
        vt_finding_evidence(check, finding, "known-answer", -50,
                            "Data and results are constants too: a test with known answers.");
    else if (is_of_constant(program, ref))
        vt_finding_evidence(check, finding, "constant-data",
                            is_put_out(program, ref.function) ? -15 : -50,
                            "What it is used on is a constant too.");
}

static void look_at(struct vt_check *check, struct vt_event_ref ref, const struct use *use,
                    struct vt_told *told) {
    struct vt_material material;
    if (!vt_material_of(vt_check_program(check), ref, VT_ROLE_KEY, &material) ||
        !material.constant || !may_be_key(material.constant) ||
        is_public(vt_check_program(check), ref) ||
        (use == &uses[USE_LOGIN] &&
         vt_word_is_public(vt_check_program(check), vt_source_text(material.constant))) ||
        is_public_blob(vt_check_program(check), ref, &material) ||
        vt_role_is_object(vt_check_program(check), ref, VT_ROLE_KEY) ||
        vt_tell_once(told, material.constant, vt_check_arena(check)))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "A %s that is written in the program is used where %s.",
                       use == &uses[USE_LOGIN] ? "password" : "key", use->words);
    weigh(check, finding, ref, &material, use);
    vt_finding_path(check, finding, material.trace, material.constant,
                    "The bytes of the key stand in the program", "They are used as a key here");
    vt_finding_send(check, finding, 50);
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

const struct vt_rule vt_crypto_hardcoded_key = {
    .id = "crypto/hardcoded-key",
    .name = "HardcodedKey",
    .summary = "A key that every copy of the program holds is used where a secret is needed",
    .description =
        "Bytes, text or a private key of the program itself become the key of a cipher, a message "
        "authentication code, a signature or a key derivation. Whoever has the program has the "
        "key. Constants that are first put together by the program are followed too.",
    .help = "Make the key at installation or for each session with the system's generator, or read "
            "it from a file, a key store or the environment.",
    .cwe = "CWE-321,CWE-798",
    .precision = "high",
    .severity = 8.0,
    .run = run,
};
