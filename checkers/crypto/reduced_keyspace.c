/* crypto/reduced-keyspace: fewer bits of a key can vary than the cipher asks for.
 *
 *     RAND_bytes(key, 16);
 *     memset(key + 5, 0, 11);
 *     EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), NULL, key, iv);
 *
 * Two counts are made, and neither says less than what can vary. Byte by byte of the key: what is a
 * constant or was never written has no bits, what came through a mask or remainder has some. And
 * over all that the key is made of: a generator that was asked for four bytes gives no more than 32
 * bits, however they are hashed or spread. Keys that are cleared, or filled with a number, before
 * they are used or never filled are told as well, and lengths that strlen finds in bytes that were
 * drawn. Not caught: loops whose bounds are not constants, keys of own ciphers, what is lost inside
 * functions without a model, and a key derived from part of a secret.
 */
#include "checkers/shared/applies.h"
#include "checkers/shared/crypto/keys.h"
#include "checkers/shared/crypto/material.h"

/* NIST SP 800-131A asks for 112 bits; what can be searched today ends somewhere above 64. */
enum { SEARCHABLE = 64, REACHABLE = 80, ENOUGH = 112 };
enum { OF_ANY = 56 }; /* DES: no cipher has a shorter key on purpose */

static const char *const uses[] = {"crypto.key", "crypto.encrypt", "crypto.decrypt", "crypto.mac"};
enum { USE_ENCRYPT = 1, USE_MAC = 3 };

/* ---- Byte by byte ------------------------------------------------------------------------ */

/* To be told: the way of what is left. */
struct loss {
    const struct vt_trace *trace;
    const struct vt_source *source;
};

struct census {
    unsigned bits;                  /* that can vary */
    unsigned fixed, empty, reduced; /* bytes: constants, never written, through masks */
    struct loss loss;
};

static bool varies(const struct vt_source *source) {
    return source->kind != VT_SOURCE_CONSTANT;
}

static bool any_varies(const struct vt_trace *trace) {
    size_t count;
    const struct vt_source *items = vt_trace_sources(trace, &count);
    for (size_t i = 0; i < count; i++)
        if (varies(&items[i]))
            return true;
    return false;
}

/* What is left, of eight bits, of all that varies in a byte; 8 if some of it is not masked. */
static unsigned share_of(const struct vt_trace *all, const struct vt_trace *masked,
                         struct loss *loss) {
    size_t nall, nmasked;
    unsigned share = 0;
    const struct vt_source *items = vt_trace_sources(all, &nall);
    const struct vt_source *seen = vt_trace_sources(masked, &nmasked);
    for (size_t i = 0; i < nall; i++) {
        size_t k = 0;
        if (!varies(&items[i]))
            continue;
        while (k < nmasked && !vt_source_same(&items[i], &seen[k]))
            k++;
        if (k == nmasked)
            return 8;
        unsigned one = vt_share_of_tags(seen[k].tags);
        share = share + one > 8 ? 8 : share + one;
        *loss = (struct loss){masked, &seen[k]};
    }
    return share;
}

/* Adds byte AT of the key of REF; false if it cannot be told what it is made of. */
static bool count_byte(struct vt_program *program, struct vt_event_ref ref, int32_t at,
                       struct census *census) {
    struct vt_range byte = {at, at + 1};
    struct loss loss = {0};
    const struct vt_trace *strict = vt_trace_bytes(program, ref, VT_ROLE_KEY, byte, VT_ABOUT_DATA);
    const struct vt_trace *loose = vt_trace_bytes(program, ref, VT_ROLE_KEY, byte, 0);
    if (!strict || !loose || vt_trace_is_cut(strict) || vt_trace_is_cut(loose))
        return false;
    if (!any_varies(loose)) {
        size_t count;
        vt_trace_sources(strict, &count);
        census->fixed += count > 0;
        census->empty += count == 0;
        return true;
    }
    unsigned share = 8;
    if (any_varies(strict))
        share = share_of(
            strict, vt_trace_bytes(program, ref, VT_ROLE_KEY, byte, VT_ABOUT_DATA | VT_ONLY_MASKED),
            &loss);
    census->bits += share;
    census->reduced += share < 8;
    if (share < 8 && !census->loss.source)
        census->loss = loss;
    return true;
}

static bool take_census(struct vt_program *program, struct vt_event_ref ref, unsigned bytes,
                        struct census *census) {
    *census = (struct census){0};
    for (unsigned i = 0; i < bytes; i++)
        if (!count_byte(program, ref, (int32_t)i, census))
            return false;
    return true;
}

/* ---- All that goes in -------------------------------------------------------------------- */

/* True if the way of SOURCE goes through a call in a loop, or back from a function that several
 * call: then it may have brought more than once. */
static bool may_repeat(struct vt_check *check, const struct vt_trace *trace,
                       const struct vt_source *source) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_site *sites;
    const struct vt_unit *unit;
    size_t count;
    const struct vt_flow_step *steps = vt_trace_steps(trace, source, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        if (steps[i].kind == VT_STEP_GLOBAL)
            return true;
        if (steps[i].call == VT_NONE ||
            (steps[i].kind != VT_STEP_CALL && steps[i].kind != VT_STEP_RETURN))
            continue;
        const struct vt_function *f = vt_program_function(program, steps[i].function, &unit);
        if (steps[i].kind == VT_STEP_RETURN &&
            (f->calls[steps[i].call].repeats ||
             vt_program_callers(program, steps[i].callee, &sites) != 1))
            return true;
    }
    return false;
}

/* How many bytes the caller of a function that draws for others asks for, on the way of SOURCE; 0
 * if that is not known, or many. */
static unsigned bytes_asked_for(struct vt_check *check, const struct vt_trace *trace,
                                const struct vt_source *source) {
    size_t nsteps, count = 0;
    int64_t number = 0;
    const struct vt_flow_step *steps =
        vt_trace_steps(trace, source, vt_check_arena(check), &nsteps);
    struct vt_asked asked = {
        .ref = source->event, .role = VT_ROLE_LENGTH, .avoid = VT_ABOUT_DATA, .value_only = true};
    const struct vt_trace *length =
        vt_trace_role_at(vt_check_program(check), &asked, steps, nsteps);
    const struct vt_source *sources = length ? vt_trace_sources(length, &count) : NULL;
    bool is_one = count == 1 && vt_source_number(sources, &number);
    return is_one && number > 0 && number <= VT_FEW_BYTES ? (unsigned)number : 0;
}

/* Bits that SOURCE brings at most; 0 if that is not known. */
static unsigned bits_brought(struct vt_check *check, const struct vt_trace *trace,
                             const struct vt_source *source) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    if (!vt_is_drawn(program, source))
        return 0;
    const struct vt_event *event = vt_program_event(program, source->event, &unit);
    unsigned bytes =
        event->bytes || event->repeats ? event->bytes : bytes_asked_for(check, trace, source);
    return may_repeat(check, trace, source) ? 0 : 8 * bytes;
}

/* Of SOURCE, its share where every way of it is masked. */
static unsigned share_everywhere(struct vt_program *program, struct vt_event_ref ref,
                                 const struct vt_source *source) {
    size_t count;
    const uint32_t avoid = VT_ABOUT_DATA;
    const struct vt_source *items = vt_trace_sources(
        vt_trace_role(program, ref, VT_ROLE_KEY, NULL, avoid | VT_TAG_SHARES), &count);
    for (size_t i = 0; i < count; i++)
        if (vt_source_same(&items[i], source))
            return 8;
    items = vt_trace_sources(vt_trace_role(program, ref, VT_ROLE_KEY, NULL, avoid | VT_ONLY_MASKED),
                             &count);
    for (size_t i = 0; i < count; i++)
        if (vt_source_same(&items[i], source))
            return vt_share_of_tags(items[i].tags);
    return 8;
}

/* Bits that all sources of the key of REF bring together at most; 0 if that is not known. */
static unsigned bits_that_enter(struct vt_check *check, struct vt_event_ref ref,
                                const struct vt_material *key, struct loss *loss) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    unsigned bits = 0;
    const struct vt_source *items = vt_trace_sources(key->trace, &count);
    if (key->other || key->host || key->secret || vt_trace_is_cut(key->trace))
        return 0;
    for (size_t i = 0; i < count; i++) {
        if (!varies(&items[i]) || vt_source_is(program, &items[i], VT_FACT_ALLOC, "memory") ||
            vt_source_is_stretched(program, &items[i]))
            continue;
        unsigned brought = bits_brought(check, key->trace, &items[i]);
        if (!brought)
            return 0;
        bits += brought * share_everywhere(program, ref, &items[i]) / 8;
        *loss = (struct loss){key->trace, &items[i]};
    }
    return bits;
}

/* ---- Telling ----------------------------------------------------------------------------- */

/* A key that was spread from enough bits, as protocols do, is none that somebody cut. */
static int base_of(unsigned bits, bool is_spread) {
    return bits <= SEARCHABLE ? 85
           : bits < REACHABLE ? 70
           : bits < ENOUGH    ? 50
           : is_spread        ? 25
                              : 45;
}

/* What makes more bytes of few, or others of them. */
#define SPREADS                                                                                    \
    (VT_TAG_HASH | VT_TAG_SECRET_KEYED | VT_TAG_ENCRYPT | VT_TAG_DECRYPT | VT_TAG_ENCODE |         \
     VT_TAG_FORMAT)

static void weigh_census(struct vt_check *check, struct vt_finding *finding,
                         const struct census *census) {
    if (census->fixed)
        vt_finding_evidence(check, finding, "constant-bytes", 0,
                            "%u bytes of the key are constants.", census->fixed);
    if (census->empty)
        vt_finding_evidence(check, finding, "unwritten-bytes", -10,
                            "%u bytes of the key are never written.", census->empty);
    if (census->reduced)
        vt_finding_evidence(check, finding, "masked-bytes", 0,
                            "Of %u bytes, masks or remainders leave fewer than eight bits.",
                            census->reduced);
}

static void tell(struct vt_check *check, struct vt_event_ref ref, unsigned bits, unsigned of,
                 const struct census *census, struct loss loss) {
    struct vt_finding *finding = vt_finding_new(check, ref);
    if (of == OF_ANY)
        vt_finding_message(check, finding, "At most %u bits of a key can vary.", bits);
    else
        vt_finding_message(check, finding, "At most %u of the %u bits of a key can vary.", bits,
                           of);
    if (census)
        weigh_census(check, finding, census);
    else
        vt_finding_evidence(check, finding, "few-drawn", 0,
                            "No more than that is drawn from the generator.");
    vt_finding_path(check, finding, loss.trace, loss.source, "What is secret of it comes from here",
                    "They are used as a key here");
    vt_finding_send(check, finding, base_of(bits, vt_trace_tags(loss.trace) & SPREADS));
}

/* A way that varies, where nothing that can be pointed at took the bits. */
static struct loss what_is_left(const struct vt_material *key) {
    const struct vt_source *source = key->strong   ? key->strong
                                     : key->secret ? key->secret
                                                   : key->other;
    size_t count;
    const struct vt_source *items = vt_trace_sources(key->trace, &count);
    for (size_t i = 0; i < count; i++)
        if (source && vt_source_same(&items[i], source))
            return (struct loss){key->trace, &items[i]};
    return (struct loss){0};
}

static void look_at(struct vt_check *check, struct vt_event_ref ref, bool is_mac,
                    struct vt_told *told) {
    struct vt_program *program = vt_check_program(check);
    struct vt_material key;
    struct census census;
    struct loss loss = {0};
    if (!vt_material_of(program, ref, VT_ROLE_KEY, &key) || vt_material_is_open(&key))
        return;
    unsigned of = is_mac ? 128 : vt_key_bits(program, ref);
    if ((of && of < ENOUGH) || of > VT_MOST_KEY_BITS)
        return;
    unsigned bits = bits_that_enter(check, ref, &key, &loss);
    if (!of) {
        if (bits && bits < OF_ANY && !vt_tell_once(told, loss.source, vt_check_arena(check)))
            tell(check, ref, bits, OF_ANY, NULL, loss);
        return;
    }
    if (bits && 4 * bits <= 3 * of) {
        if (!vt_tell_once(told, loss.source, vt_check_arena(check)))
            tell(check, ref, bits, of, NULL, loss);
        return;
    }
    if (is_mac || !take_census(program, ref, of / 8, &census) || 4 * census.bits > 3 * of ||
        census.bits == 0)
        return;
    loss = census.loss.source ? census.loss : what_is_left(&key);
    if (loss.source && !vt_tell_once(told, loss.source, vt_check_arena(check)))
        tell(check, ref, census.bits, of, &census, loss);
}

/* ---- Text -------------------------------------------------------------------------------- */

/* What makes text of bytes. */
#define SPELLED (VT_TAG_ENCODE | VT_TAG_FORMAT | VT_TAG_INDEX | VT_TAG_ASSUMED)

/* A key whose length is that of the text which its bytes happen to be: it ends at the first zero.
 */
static void look_for_text(struct vt_check *check, struct vt_event_ref ref, struct vt_told *told) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *key = vt_trace_role(program, ref, VT_ROLE_KEY, NULL, VT_ABOUT_DATA);
    const struct vt_trace *length = vt_trace_value(program, ref, VT_ROLE_LENGTH, VT_TAG_HANDLE);
    if (!key || !length || vt_trace_is_cut(key) || vt_trace_is_cut(length))
        return;
    size_t nlengths;
    const struct vt_source *lengths = vt_trace_sources(length, &nlengths);
    for (size_t i = 0; i < nlengths; i++) {
        if (!(lengths[i].tags & VT_TAG_LENGTH) || lengths[i].tags & SPELLED ||
            !vt_is_drawn(program, &lengths[i]) || !vt_has_source(key, &lengths[i]) ||
            vt_trace_tags(key) & SPELLED || vt_tell_once(told, &lengths[i], vt_check_arena(check)))
            continue;
        struct vt_finding *finding = vt_finding_new(check, ref);
        vt_finding_message(check, finding,
                           "The length of a key that is drawn is taken as that of a text: it ends "
                           "at the first zero byte.");
        vt_finding_path(check, finding, length, &lengths[i], "The key is drawn here",
                        "It is used with that length here");
        vt_finding_send(check, finding, 60);
        return;
    }
}

/* ---- Zeros ------------------------------------------------------------------------------- */

/* True if SOURCE brings nothing but one number: zero, filled in by who is near; another; or memory
 * that is new, which the steps of the search do not tell apart from the address of it. */
static bool is_filling(struct vt_check *check, const struct vt_trace *trace,
                       const struct vt_source *source) {
    enum { FAR = 3 }; /* calls: containers are filled with zeros deep in their constructors */
    size_t count, ncalls = 0;
    if (source->kind != VT_SOURCE_CONSTANT)
        return vt_source_is(vt_check_program(check), source, VT_FACT_ALLOC, "memory");
    const struct vt_flow_step *steps = vt_trace_steps(trace, source, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        ncalls += steps[i].kind == VT_STEP_RETURN;
    if (source->constant->kind != VT_CONSTANT_INT)
        return false;
    return source->constant->number ? !(source->tags & ~(uint32_t)VT_TAG_TRUNCATE)
                                    : !source->tags && ncalls < FAR;
}

/* The number that all bytes of the key of REF are, and in *TRACE its way; or NULL. */
static const struct vt_source *find_filling(struct vt_check *check, struct vt_event_ref ref,
                                            unsigned bytes, const struct vt_trace **trace) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_source *filling = NULL;
    for (unsigned i = 0; i < bytes; i++) {
        struct vt_range byte = {(int32_t)i, (int32_t)i + 1};
        size_t count = 0;
        *trace = vt_trace_bytes(program, ref, VT_ROLE_KEY, byte, 0);
        const struct vt_source *sources = *trace ? vt_trace_sources(*trace, &count) : NULL;
        if (!count || vt_trace_is_cut(*trace) || vt_trace_passes_variable(*trace) ||
            vt_trace_passes_unknown(*trace))
            return NULL;
        for (size_t k = 0; k < count; k++)
            if (!is_filling(check, *trace, &sources[k]))
                return NULL;
        filling = sources;
    }
    return filling;
}

/* True if nothing is found that fills the key of REF, and yet its nonce, which lies in the same
 * object, is drawn: the object was followed. */
static bool is_left_out(struct vt_program *program, struct vt_event_ref ref, unsigned bytes) {
    const struct vt_function *f = vt_program_function(program, ref.function, NULL);
    struct vt_range all = {0, (int32_t)bytes};
    const struct vt_trace *key = vt_trace_bytes(program, ref, VT_ROLE_KEY, all, 0);
    const struct vt_trace *nonce = vt_trace_role(program, ref, VT_ROLE_IV, NULL, VT_ABOUT_DATA);
    uint32_t nkeys, nnonces;
    size_t count;
    if (!key || !nonce || vt_trace_is_cut(key) || vt_trace_passes_unknown(key))
        return false;
    vt_trace_sources(key, &count);
    if (count || !vt_find_source(program, nonce, VT_FACT_ORIGIN, "random.strong"))
        return false;
    const struct vt_edge *keys =
        vt_function_edges_to(f, (struct vt_node){VT_NODE_IN, VT_ROLE_KEY, ref.event}, &nkeys);
    const struct vt_edge *nonces =
        vt_function_edges_to(f, (struct vt_node){VT_NODE_IN, VT_ROLE_IV, ref.event}, &nnonces);
    for (uint32_t k = 0; k < nkeys; k++)
        for (uint32_t n = 0; n < nnonces; n++)
            if (keys[k].from == nonces[n].from)
                return true;
    return false;
}

/* A key that is cleared before it is used, filled with one number, or never filled. */
static void look_for_filling(struct vt_check *check, struct vt_event_ref ref,
                             struct vt_told *told) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace = NULL;
    unsigned of = vt_key_bits(program, ref);
    if (of < ENOUGH || of > VT_MOST_KEY_BITS || !vt_event_applies(program, ref) ||
        vt_has_known_answer(program, ref.function))
        return;
    const struct vt_source *filling = find_filling(check, ref, of / 8, &trace);
    bool is_left = !filling && is_left_out(program, ref, of / 8);
    if (!is_left && (!filling || vt_tell_once(told, filling, vt_check_arena(check))))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    if (is_left)
        vt_finding_message(check, finding,
                           "Nothing fills the %u bits of a key, and its nonce is drawn.", of);
    else if (filling->kind == VT_SOURCE_CONSTANT && filling->constant->number)
        vt_finding_message(check, finding,
                           "The %u bits of a key are numbers of the program when it is used.", of);
    else
        vt_finding_message(check, finding, "All %u bits of a key are zero when it is used.", of);
    if (filling && vt_key_begins_generator(program, ref, filling))
        vt_finding_evidence(check, finding, "generator", -45,
                            "What is encrypted under it becomes a key: so generators begin.");
    vt_finding_path(check, finding, filling ? trace : NULL, filling, "It is filled here",
                    "That is used as a key here");
    vt_finding_send(check, finding, is_left ? 50 : 60);
}

static void run(struct vt_check *check) {
    struct vt_told told = {0};
    for (size_t u = 0; u < sizeof uses / sizeof *uses; u++) {
        size_t count;
        struct vt_event_ref *refs = vt_program_events(vt_check_program(check), VT_FACT_EFFECT,
                                                      uses[u], vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            look_at(check, refs[i], u == USE_MAC, &told);
        for (size_t i = 0; i < count; i++)
            look_for_text(check, refs[i], &told);
        for (size_t i = 0; i < count && u <= USE_ENCRYPT; i++)
            look_for_filling(check, refs[i], &told);
    }
}

const struct vt_rule vt_crypto_reduced_keyspace = {
    .id = "crypto/reduced-keyspace",
    .name = "ReducedKeyspace",
    .summary = "Fewer bits of a key can vary than the cipher asks for",
    .description =
        "A key of 128 bits of which all but 40 are known can be searched in an afternoon, and "
        "nothing of it is seen from outside. Bytes of keys are followed one by one: those that are "
        "set to constants, never written, masked or reduced count for as many bits as are left. A "
        "key that is spread or hashed from a short secret has no more bits than that; one that is "
        "cleared too early, or never filled, has none, and one that ends at its first zero byte "
        "has as many as come before.",
    .help = "Draw all bytes of a key from the system's generator, or derive all of them from a "
            "secret that is at least as long, and change nothing afterwards.",
    .cwe = "CWE-331,CWE-326,CWE-334",
    .precision = "high",
    .severity = 8.0,
    .run = run,
};
