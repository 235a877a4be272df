/* crypto/short-key: keys and authentication tags that are too short for what they are, or keys made
 * over a weak exponent.
 *
 *     RSA_generate_key_ex(rsa, 1024, e, NULL);
 *     EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_GET_TAG, 4, tag);
 *
 * Sizes and exponents are numbers that reach a call, through settings, fields and wrappers. Not
 * caught: keys that are read from files or peers, and sizes that are reckoned with.
 */
#include <stdlib.h>
#include <string.h>

#include "checkers/shared/applies.h"
#include "checkers/shared/crypto/material.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

/* NIST SP 800-131A: below 112 bits of strength nothing may be protected any more. */
enum { MODULUS = 2048, BROKEN_MODULUS = 1025, CURVE = 224, SYMMETRIC = 112, NO_SIZE = 128 };
enum { NO_KEY = 32 };            /* no cipher takes a key as short as that */
enum { LEAST_TAG = 4, TAG = 8 }; /* bytes: what a mode allows, and what TLS and ESP have */

struct curve {
    const char *set; /* which numbering: the value of the event */
    int64_t number;
    int bits;
    const char *name;
};

static const struct curve curves[] = {
    {"EC", 704, 112, "secp112r1"},       {"EC", 705, 112, "secp112r2"},
    {"EC", 706, 128, "secp128r1"},       {"EC", 707, 128, "secp128r2"},
    {"EC", 708, 160, "secp160k1"},       {"EC", 709, 160, "secp160r1"},
    {"EC", 710, 160, "secp160r2"},       {"EC", 711, 192, "secp192k1"},
    {"EC", 409, 192, "P-192"},           {"EC", 717, 113, "sect113r1"},
    {"EC", 719, 131, "sect131r1"},       {"EC", 721, 163, "sect163k1"},
    {"EC", 723, 163, "B-163"},           {"EC", 921, 160, "brainpoolP160r1"},
    {"EC", 923, 192, "brainpoolP192r1"}, {"ECP", 1, 192, "P-192"},
    {"ECP", 10, 192, "secp192k1"},       {"EC", 409, 192, "prime192v1"},
};

/* What is wrong with one number, and how bad it is; 0: nothing. */
struct flaw {
    int weight;
    const char *message;
};

static const char *words_of(struct vt_check *check, const char *kind, int64_t bits,
                            const char *why) {
    return vt_alloc_format(vt_check_arena(check), "%s of %lld bits is used: %s.", kind,
                           (long long)bits, why);
}

static struct flaw judge_modulus(struct vt_check *check, const char *value, int64_t bits) {
    const char *kind =
        vt_alloc_format(vt_check_arena(check), "A key or prime for %s", *value ? value : "RSA");
    if (bits < NO_SIZE || bits >= MODULUS)
        return (struct flaw){0};
    if (bits < BROKEN_MODULUS)
        return (struct flaw){80, words_of(check, kind, bits, "it can be broken with known means")};
    return (struct flaw){50, words_of(check, kind, bits, "less than 2048 bits are too few")};
}

static struct flaw judge_prime(struct vt_check *check, const char *value, int64_t bits) {
    (void)value;
    return judge_modulus(check, "Diffie-Hellman or DSA", bits);
}

static struct flaw judge_curve(struct vt_check *check, const char *value, int64_t number) {
    for (size_t i = 0; i < sizeof curves / sizeof *curves; i++)
        if (curves[i].number == number && strcmp(curves[i].set, value) == 0)
            return (struct flaw){
                curves[i].bits < 160 ? 80 : 55,
                words_of(check,
                         vt_alloc_format(vt_check_arena(check), "The curve %s", curves[i].name),
                         curves[i].bits, "less than 224 bits are too few")};
    return (struct flaw){0};
}

static struct flaw judge_exponent(struct vt_check *check, const char *value, int64_t exponent) {
    (void)check, (void)value;
    if (exponent == 1)
        return (struct flaw){90, "The public exponent of a key is 1: its encryption changes "
                                 "nothing, and anybody can sign."};
    if (exponent == 2)
        return (struct flaw){80, "The public exponent of a key is even: this is not RSA."};
    if (exponent == 3)
        return (struct flaw){45, "The public exponent of a key is 3: with weak padding, what it "
                                 "protects falls to a cube root."};
    return (struct flaw){0};
}

static struct flaw judge_bytes(struct vt_check *check, const char *value, int64_t bytes) {
    const char *kind = *value ? "A key for a cipher" : "A symmetric key";
    if (bytes * 8 < NO_KEY || bytes * 8 >= SYMMETRIC)
        return (struct flaw){0};
    return (struct flaw){75, words_of(check, kind, bytes * 8, "its keys can be searched")};
}

/* Four bytes at least: what is shorter is a label. */
static struct flaw judge_code_key(struct vt_check *check, const char *value, int64_t bytes) {
    (void)value;
    return judge_bytes(check, "", bytes);
}

/* NIST SP 800-38D, appendix C: below 64 bits only few messages under limits of their own. */
static struct flaw judge_tag(struct vt_check *check, const char *value, int64_t bytes) {
    (void)value;
    if (bytes < LEAST_TAG || bytes >= TAG)
        return (struct flaw){0};
    return (struct flaw){60, words_of(check, "An authentication tag", bytes * 8,
                                      "a forged message may pass by chance")};
}

/* Bits in the upper half of flags, where 0 leaves them to the library. */
static struct flaw judge_flags(struct vt_check *check, const char *value, int64_t flags) {
    int64_t bits = flags >> 16 & 0xffff;
    return *value ? judge_modulus(check, value, bits) : judge_bytes(check, value, bits / 8);
}

/* A length of any kind of key: what is no more than 512 may be one of a cipher or a curve. */
static struct flaw judge_length(struct vt_check *check, const char *value, int64_t bits) {
    enum { NEITHER = 600 };
    return bits < NEITHER ? (struct flaw){0} : judge_modulus(check, value, bits);
}

struct question {
    const char *class_name;
    enum vt_role role;
    struct flaw (*judge)(struct vt_check *check, const char *value, int64_t number);
    const char *name; /* that the number is set by; NULL: by a call of its own */
};

static const struct question questions[] = {
    {"crypto.keygen", VT_ROLE_LENGTH, judge_modulus, NULL},
    {"crypto.size", VT_ROLE_LENGTH, judge_flags, NULL},
    {"crypto.keygen", VT_ROLE_ARGUMENT, judge_exponent, NULL},
    {"crypto.keygen", VT_ROLE_MODE, judge_curve, NULL},
    {"crypto.parameters", VT_ROLE_MODE, judge_curve, NULL},
    {"crypto.key", VT_ROLE_LENGTH, judge_bytes, NULL},
    {"crypto.mac", VT_ROLE_LENGTH, judge_code_key, NULL},
    {"crypto.tag", VT_ROLE_LENGTH, judge_tag, NULL},
    {"crypto.named", VT_ROLE_LENGTH, judge_modulus, "bits"},
    {"crypto.named", VT_ROLE_LENGTH, judge_prime, "pbits"},
    {"crypto.named", VT_ROLE_LENGTH, judge_length, "Length"},
    {"crypto.named", VT_ROLE_LENGTH, judge_modulus, "rsa_keygen_bits"},
    {"crypto.named", VT_ROLE_LENGTH, judge_prime, "dsa_paramgen_bits"},
    {"crypto.named", VT_ROLE_LENGTH, judge_prime, "dh_paramgen_prime_len"},
    {"crypto.named", VT_ROLE_LENGTH, judge_tag, "size"},
};

/* The number behind "nbits" in an S-expression ("(genkey (rsa (nbits 4:1024)))"), else 0. */
static int64_t bits_in_text(const char *text) {
    const char *at = strstr(text, "nbits");
    if (!at)
        return 0;
    at += strcspn(at, "0123456789");
    size_t digits = strspn(at, "0123456789");
    return strtoll(at[digits] == ':' ? at + digits + 1 : at, NULL, 10);
}

/* True if SOURCE is one of several numbers of a table, which the search does not tell apart. */
static bool is_of_table(struct vt_program *program, const struct vt_trace *trace,
                        const struct vt_source *source) {
    size_t count, numbers = 0;
    const struct vt_source *sources = vt_trace_sources(trace, &count);
    int64_t number;
    if (*vt_program_function_name(program, source->function))
        return false; /* initialisers of globals have no name */
    for (size_t i = 0; i < count; i++)
        numbers +=
            sources[i].function == source->function && vt_source_number(&sources[i], &number);
    return numbers > 1;
}

/* True if TRACE leads to several numbers besides that of SOURCE: somebody chooses. */
static bool is_menu(const struct vt_trace *trace, const struct vt_source *source) {
    size_t count, others = 0;
    const struct vt_source *sources = vt_trace_sources(trace, &count);
    int64_t number, own = 0;
    vt_source_number(source, &own);
    for (size_t i = 0; i < count; i++)
        others += vt_source_number(&sources[i], &number) && number > 0 && number != own;
    return others > 1;
}

/* True if SOURCE is as many bits as a curve has, and no modulus that anybody would write. */
static bool is_size_of_curve(const struct vt_source *source) {
    static const int64_t sizes[] = {160, 163, 192, 224, 233, 239, 256,
                                    283, 320, 384, 409, 448, 521, 571};
    int64_t number = 0;
    vt_source_number(source, &number);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (number == sizes[i])
            return true;
    return false;
}

static void tell(struct vt_check *check, struct vt_event_ref ref, struct flaw flaw,
                 const struct vt_trace *trace, const struct vt_source *source) {
    struct vt_finding *finding = vt_finding_new(check, ref);
    if (is_menu(trace, source) && is_size_of_curve(source))
        vt_finding_evidence(check, finding, "menu", -55,
                            "It is one of several to choose from, and may be for a curve.");
    else if (is_menu(trace, source))
        vt_finding_evidence(check, finding, "menu", flaw.weight > 60 ? -40 : -35,
                            "It is one of several to choose from.");
    if (is_of_table(vt_check_program(check), trace, source))
        vt_finding_evidence(check, finding, "of-table", -40,
                            "It is one of several numbers of a table, and may be another.");
    if (vt_has_known_answer(vt_check_program(check), ref.function))
        vt_finding_evidence(check, finding, "known-answer", -50,
                            "The result is compared with constants: a test with known answers.");
    if (source->is_vague)
        vt_finding_evidence(
            check, finding, "vague", -40,
            "Where it lies was not followed to the byte: another number may be meant.");
    vt_finding_message(check, finding, "%s", flaw.message);
    vt_finding_path(check, finding, trace, source, "The number is chosen here",
                    "It takes effect here");
    vt_finding_send(check, finding, flaw.weight);
}

/* True if REF makes a key for a curve: its bits are fewer. */
static bool is_curve(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_ALGORITHM, "name", VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (strncmp(vt_source_text(&sources[i]), "EC", 2) == 0)
            return true;
    return false;
}

/* The number that SOURCE tells, in *NUMBER: of a curve that is chosen by its name, its own. */
static bool number_of(const struct question *question, const struct vt_source *source,
                      int64_t *number) {
    const char *name = vt_source_text(source);
    if (question->judge == judge_exponent && source->tags & VT_TAG_DECODE && *name) {
        *number = strtoll(name, NULL, 16); /* all that are looked for are the same in tens */
        return true;
    }
    if (question->name && *name && source->constant->kind == VT_CONSTANT_TEXT) {
        char *end;
        *number = strtoll(name, &end, 10);
        return !*end;
    }
    if (question->judge != judge_curve || !*name)
        return vt_source_number(source, number);
    for (size_t i = 0; i < sizeof curves / sizeof *curves; i++) {
        *number = curves[i].number;
        if (strcmp(curves[i].name, name) == 0)
            return true;
    }
    return false;
}

/* True if the key of REF, where SOURCE of TRACE is its length, is something that others cannot
 * know: no label, and no salt. */
static bool is_secret(struct vt_check *check, struct vt_event_ref ref, const struct vt_trace *trace,
                      const struct vt_source *source) {
    struct vt_material key;
    size_t count;
    const struct vt_flow_step *steps = vt_trace_steps(trace, source, vt_check_arena(check), &count);
    return vt_material_at(vt_check_program(check), ref, VT_ROLE_KEY, steps, count, &key) &&
           key.strong && !vt_is_salt_of_code(check, key.strong);
}

/* One call is told once, with the worst of its numbers. */
static void look_at(struct vt_check *check, struct vt_event_ref ref, enum vt_role role,
                    const struct question *question) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    const char *value = vt_string(unit->strings, event->value);
    bool is_text = role == VT_ROLE_ALGORITHM; /* what is told in text lies beneath an object */
    const struct vt_trace *trace = is_text ? vt_trace_role(program, ref, role, NULL, VT_ABOUT_DATA)
                                           : vt_trace_value(program, ref, role, VT_ABOUT_DATA);
    const struct vt_source *worst = NULL;
    struct flaw flaw = {0};
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        int64_t number = is_text ? bits_in_text(vt_source_text(&sources[i])) : 0;
        if (!is_text && !number_of(question, &sources[i], &number))
            continue;
        struct flaw found = question->judge(check, value, number);
        if (found.weight > flaw.weight) {
            flaw = found;
            worst = &sources[i];
        }
    }
    if (worst && vt_event_applies(program, ref) &&
        (question->judge != judge_code_key || is_secret(check, ref, trace, worst)) &&
        (!question->name || vt_is_named(program, ref, question->name)) &&
        (question->judge != judge_modulus || !is_curve(program, ref)))
        tell(check, ref, flaw, trace, worst);
}

static void run(struct vt_check *check) {
    for (size_t q = 0; q < sizeof questions / sizeof *questions; q++) {
        size_t count;
        struct vt_event_ref *refs =
            vt_program_events(vt_check_program(check), VT_FACT_EFFECT, questions[q].class_name,
                              vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++) {
            look_at(check, refs[i], questions[q].role, &questions[q]);
            if (questions[q].judge == judge_modulus)
                look_at(check, refs[i], VT_ROLE_ALGORITHM, &questions[q]);
        }
    }
}

const struct vt_rule vt_crypto_short_key = {
    .id = "crypto/short-key",
    .name = "ShortKey",
    .summary = "A key or tag is too short to protect anything, or made over a weak exponent",
    .description =
        "RSA, DSA and Diffie-Hellman need at least 2048 bits, elliptic curves 224 and ciphers 112. "
        "A size below that, or a public exponent of 1 or 3, reaches the call that makes or loads "
        "the key; or fewer than 64 bits of an authentication tag are made or checked. Where the "
        "number was chosen is followed through settings, fields and wrappers.",
    .help = "Use RSA or Diffie-Hellman with 3072 bits or more and the exponent 65537, the curves "
            "P-256 or X25519, ciphers with 128 or 256 bits, and tags of 128 bits.",
    .cwe = "CWE-326",
    .precision = "very-high",
    .severity = 7.0,
    .run = run,
};
