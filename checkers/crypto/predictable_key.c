/* crypto/predictable-key: key material that others can guess.
 *
 *     srand(time(NULL) ^ getpid());
 *     for (i = 0; i < sizeof key; i++)
 *         key[i] = rand();
 *     EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), NULL, key, iv);
 *
 * The grade of a key is that of its best source: digests and arithmetic on the way add nothing. A
 * weak generator that stands in where the strong one fails is found too, and one of the program's
 * own that makes a key of a secret. Not caught: memory that was never written, and secrets of files
 * or peers that are predictable themselves.
 */
#include <string.h>

#include "checkers/shared/crypto/material.h"
#include "engine/base/strings.h"

/* Printed or reckoned with: not merely an object that is passed on. */
#define OF_ADDRESS                                                                                 \
    (VT_TAG_FORMAT | VT_TAG_NUMBER | VT_TAG_ARITHMETIC | VT_TAG_TRUNCATE | VT_TAG_HASH | VT_TAG_XOR)
#define MIXES (VT_TAG_HASH | VT_TAG_XOR | VT_TAG_ENCRYPT | VT_TAG_FORMAT)

struct use {
    const char *class_name;
    enum vt_role role;
    const char *words; /* "The key that messages are authenticated with" */
    int base;
};

static const struct use uses[] = {
    {"crypto.key", VT_ROLE_KEY, "The key that is loaded", 75},
    {"crypto.encrypt", VT_ROLE_KEY, "The key that data are encrypted with", 75},
    {"crypto.mac", VT_ROLE_KEY, "The key that messages are authenticated with", 75},
    {"crypto.keygen", VT_ROLE_KEY, "The seed that a key is made of", 75},
    {"crypto.sign", VT_ROLE_KEY, "The key that data are signed with", 75},
    {"crypto.kdf", VT_ROLE_KEY, "What a key is derived from", 75},
    {"random.seed", VT_ROLE_KEY, "The whole state of a generator", 75},
    {"crypto.sign", VT_ROLE_IV, "The secret number of a signature", 80},
    {"crypto.encrypt", VT_ROLE_IV, "The initialisation vector", 45},
    {"crypto.kdf", VT_ROLE_IV, "The salt", 20},
};

struct guess {
    const struct vt_source *source;
    const char *words;
};

/* Functions are passed on all day, and meet numbers in one object; printed or hashed they are
 * meant.
 */
static bool is_of_address(const struct vt_source *source) {
    uint32_t meant = source->kind == VT_SOURCE_FUNCTION
                         ? VT_TAG_FORMAT | VT_TAG_NUMBER | VT_TAG_HASH
                         : OF_ADDRESS;
    return source->tags & meant;
}

static struct guess find_guess(const struct vt_material *material) {
    if (material->weak)
        return (struct guess){material->weak, "the output of a generator that can be predicted"};
    if (material->clock)
        return (struct guess){material->clock, "the time"};
    if (material->process)
        return (struct guess){material->process, "numbers of the process"};
    if (material->address && is_of_address(material->address))
        return (struct guess){material->address, "addresses of memory"};
    if (material->host)
        return (struct guess){material->host, "what tells this host apart"};
    return (struct guess){0};
}

/* True if all there is of MATERIAL was mixed with a key: then the key is what was not found. */
static bool is_key_lost(const struct vt_material *material) {
    size_t count;
    const struct vt_source *sources = vt_trace_sources(material->trace, &count);
    for (size_t i = 0; i < count; i++)
        if (!(sources[i].tags & VT_TAG_SECRET_KEYED))
            return false;
    return count > 0;
}

/* Whether nothing better goes into it, in the calls that lead SOURCE there. */
static bool is_all(struct vt_check *check, struct vt_event_ref ref, enum vt_role role,
                   const struct vt_material *material, const struct vt_source *source) {
    struct vt_material at;
    size_t count;
    if (vt_material_is_open(material))
        return true;
    const struct vt_flow_step *steps =
        vt_trace_steps(material->trace, source, vt_check_arena(check), &count);
    return vt_material_at(vt_check_program(check), ref, role, steps, count, &at) &&
           vt_material_is_open(&at) && !is_key_lost(&at);
}

/* True if SOURCE is what an object of the caller's held before. */
static bool stood_there(const struct vt_source *source) {
    return !source || (source->kind == VT_SOURCE_PARAMETER && !source->tags);
}

/* True if nothing in MATERIAL may hold what others cannot know, beside what stood in its place
 * before. */
static bool is_open_beside(const struct vt_material *material) {
    size_t count;
    const struct vt_source *sources = vt_trace_sources(material->trace, &count);
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind == VT_SOURCE_EXTERNAL ||
            (sources[i].kind == VT_SOURCE_PARAMETER && !stood_there(&sources[i])))
            return false;
    return !material->strong && !material->secret && stood_there(material->other);
}

/* True if every digest that takes GUESS takes nothing better. What is only a part of a digest (it
 * has a handle) is told where that ends. */
static bool is_digested_alone(struct vt_check *check, const struct vt_source *guess) {
    static const char *const classes[] = {"crypto.digest", "step.digest"};
    struct vt_program *program = vt_check_program(check);
    bool taken = false;
    for (size_t c = 0; c < sizeof classes / sizeof *classes; c++) {
        struct vt_material input;
        size_t count;
        struct vt_event_ref *refs =
            vt_program_events(program, VT_FACT_EFFECT, classes[c], vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++) {
            if (vt_trace_value(program, refs[i], VT_ROLE_HANDLE, VT_ABOUT_DATA) ||
                !vt_material_of(program, refs[i], VT_ROLE_PAYLOAD, &input) ||
                !vt_has_source(input.trace, guess))
                continue;
            if (c == 0 ? !vt_material_is_open(&input) : !is_open_beside(&input))
                return false;
            taken = true;
        }
    }
    return taken;
}

/* True if MATERIAL is the digest of GUESS alone, beside what stood in its place before: a digest
 * that was not made, because of an error, leaves that. */
static bool is_digest(struct vt_check *check, const struct vt_material *material,
                      const struct vt_source *guess) {
    return guess->tags & VT_TAG_HASH && is_open_beside(material) && is_digested_alone(check, guess);
}

/* A weak generator that writes the same bytes as the strong one stands in for it. */
static bool is_fallback(const struct vt_material *material, const struct vt_source *source) {
    return source == material->weak && material->strong && !material->secret &&
           !(source->tags & MIXES) && !(material->strong->tags & MIXES);
}

/* With what the program seeds its weak generators. */
static void add_seed(struct vt_check *check, struct vt_finding *finding) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "random.seed", vt_check_arena(check), &count);
    struct vt_material seed = {0};
    if (count == 0)
        vt_finding_evidence(check, finding, "unseeded", 5,
                            "Nothing seeds the generator: it gives the same at every start.");
    else if (vt_material_of(program, refs[0], VT_ROLE_PAYLOAD, &seed) && seed.clock)
        vt_finding_evidence(check, finding, "seed", 0, "It is seeded with the time.");
    else if (seed.trace && vt_material_is_fixed(&seed))
        vt_finding_evidence(check, finding, "seed", 5, "It is seeded with a constant.");
}

static void look_at(struct vt_check *check, struct vt_event_ref ref, const struct use *use,
                    struct vt_told *told) {
    struct vt_material material;
    if (!vt_material_of(vt_check_program(check), ref, use->role, &material))
        return;
    struct guess guess = find_guess(&material);
    if (!guess.source)
        return;
    bool all = is_all(check, ref, use->role, &material, guess.source) ||
               is_digest(check, &material, guess.source);
    if ((!all && !is_fallback(&material, guess.source)) ||
        vt_tell_once(told, guess.source, vt_check_arena(check)))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "%s is made of %s%s.", use->words, guess.words,
                       all ? "" : " if the strong generator fails");
    if (!all)
        vt_finding_evidence(check, finding, "fallback", -20,
                            "It stands in for a cryptographic generator.");
    if (guess.source->tags & VT_TAG_HASH)
        vt_finding_evidence(check, finding, "hashed", 0,
                            "It is hashed first, which makes it no harder to guess.");
    if (guess.source == material.host)
        vt_finding_evidence(check, finding, "host", -15,
                            "It differs from host to host, but is no secret there.");
    if (guess.source == material.weak)
        add_seed(check, finding);
    if (strcmp(use->class_name, "crypto.mac") == 0 && vt_is_salt_of_code(check, guess.source))
        vt_finding_evidence(check, finding, "label", -60,
                            "It is held against a secret: a salt, by which a key is derived.");
    vt_finding_path(check, finding, material.trace, guess.source,
                    "What can be guessed comes from here", "It is used as key material here");
    vt_finding_send(check, finding, use->base);
}

/* The generator of the program's own that all of TRACE is the output of, whatever it began with;
 * NULL if there is none, or something else goes in. */
static const struct vt_source *find_own(struct vt_program *program, const struct vt_trace *trace) {
    const uint32_t made = VT_TAG_HASH | VT_TAG_ENCRYPT | VT_TAG_SECRET_KEYED | VT_TAG_FORMAT;
    size_t count = 0;
    const struct vt_source *own = NULL;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count && !own; i++)
        if (vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "random.weak") &&
            vt_source_is_stretched(program, &sources[i]) && !(sources[i].tags & made))
            own = &sources[i];
    const struct vt_trace *begun =
        own ? vt_trace_role(program, own->event, VT_ROLE_PAYLOAD, NULL, VT_ABOUT_DATA) : NULL;
    for (size_t i = 0; i < count && own; i++)
        if (sources[i].kind != VT_SOURCE_CONSTANT &&
            !vt_source_is_stretched(program, &sources[i]) && !vt_has_source(begun, &sources[i]))
            return NULL;
    return own;
}

/* True if a few drawn bytes are all that TRACE begins with: that so little is drawn is told by
 * crypto/reduced-keyspace. */
static bool is_short(struct vt_program *program, const struct vt_trace *trace) {
    size_t count;
    const struct vt_source *sources = vt_trace_sources(trace, &count);
    for (size_t i = 0; i < count; i++)
        if (vt_is_drawn(program, &sources[i]) &&
            vt_program_event(program, sources[i].event, NULL)->bytes &&
            !vt_trace_passes_variable(trace))
            return true;
    return false;
}

/* What a generator of the program's own gives for a key is no better for a secret that it began
 * with: it can be reckoned back from some of it, and has no more bits than the generator keeps. */
static void look_for_own(struct vt_check *check, struct vt_event_ref ref, struct vt_told *told) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_KEY, NULL, VT_ABOUT_DATA);
    const struct vt_source *own = find_own(program, trace);
    struct vt_material key;
    if (!own || vt_trace_is_cut(trace) || !vt_material_of(program, ref, VT_ROLE_KEY, &key) ||
        find_guess(&key).source || is_short(program, trace) ||
        vt_tell_once(told, own, vt_check_arena(check)))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       "A key is the output of a generator of the program's own, each number of "
                       "which tells the next.");
    vt_finding_path(check, finding, trace, own, "The generator goes on here",
                    "What it gives is used as a key here");
    vt_finding_send(check, finding, 55);
}

static void run(struct vt_check *check) {
    static const char *const ciphers[] = {"crypto.key", "crypto.encrypt", "crypto.mac"};
    struct vt_told told = {0};
    for (size_t u = 0; u < sizeof uses / sizeof *uses; u++) {
        size_t count;
        struct vt_event_ref *refs =
            vt_program_events(vt_check_program(check), VT_FACT_EFFECT, uses[u].class_name,
                              vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            look_at(check, refs[i], &uses[u], &told);
    }
    for (size_t c = 0; c < sizeof ciphers / sizeof *ciphers; c++) {
        size_t count;
        struct vt_event_ref *refs = vt_program_events(vt_check_program(check), VT_FACT_EFFECT,
                                                      ciphers[c], vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            look_for_own(check, refs[i], &told);
    }
}

const struct vt_rule vt_crypto_predictable_key = {
    .id = "crypto/predictable-key",
    .name = "PredictableKey",
    .summary = "Key material is made of the time, numbers of process or host, or a weak generator",
    .description =
        "All that goes into a key, a seed, the secret number of a signature or an initialisation "
        "vector is the time, numbers of the process, addresses, what tells the host apart (its "
        "name, "
        "hardware address, serial number) or the output of a generator that is not made for "
        "secrets. Whoever can guess these has the key, however often they were "
        "hashed.",
    .help = "Take key material from the system: getrandom, RAND_bytes, gcry_randomize or their "
            "like, and stop if they fail.",
    .cwe = "CWE-338,CWE-330,CWE-337",
    .precision = "high",
    .severity = 8.0,
    .run = run,
};
