/* crypto/homemade-cipher: data are scrambled by a short constant and sent or stored.
 *
 *     for (size_t i = 0; i < size; i++)
 *         record[i] ^= pad[i % sizeof pad];
 *     send(out, record, size, 0);
 *
 *     for (size_t i = 0; i < size; i++)
 *         record[i] ^= 0x5a;                       // or adds a short constant, or a row of numbers
 *     send(out, record, size, 0);
 *
 * Whoever has the program, or two messages, has the key. And so is a cipher of the program's own,
 * whatever its key is: the rounds of one that makes blocks, or the key stream of one that covers
 * (RC4, and ChaCha or Salsa20 with other constants than theirs). Not caught: keys that are computed
 * in other ways; secrets are for the rules of exfil/.
 */
#include <limits.h>
#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/crypto/ciphers.h"
#include "checkers/shared/crypto/material.h"
#include "checkers/shared/near.h"
#include "engine/base/strings.h"

enum { SHORT_KEY = 64, NEAR = 2 };

#define NOT_SCRAMBLED (VT_ABOUT_DATA | VT_TAG_HANDLE)
#define IN_ARRAYS     (NOT_SCRAMBLED & ~(uint32_t)VT_AVOID_BLUR)
#define PROTECTED     (VT_TAG_ENCRYPT | VT_TAG_DECRYPT | VT_TAG_HASH | VT_TAG_COMPRESS)

/* What goes into a payload; the key by way of xor. */
struct mix {
    const struct vt_source *key; /* a short constant, */
    bool data;                   /* and what it covers */
    bool other;                  /* a random mask, a table or a secret: it is something else */
};

static bool is_data(struct vt_program *program, const struct vt_source *source) {
    static const char *const classes[] = {"io.read", "file",    "environment", "terminal.read",
                                          "host",    "process", "network"};
    if (source->kind == VT_SOURCE_PARAMETER)
        return true;
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (vt_source_is(program, source, VT_FACT_ORIGIN, classes[i]))
            return true;
    return false;
}

static bool is_bytes(const struct vt_source *source) {
    return source->kind == VT_SOURCE_CONSTANT && (source->constant->kind == VT_CONSTANT_TEXT ||
                                                  source->constant->kind == VT_CONSTANT_BYTES);
}

/* True if all bits of SOURCE are alike: xor with it changes nothing or negates, as with a -1 that
 * stands for no number yet. */
static bool is_even(const struct vt_source *source) {
    const char *bytes = vt_source_text(source);
    size_t size = vt_source_size(source), alike = 1;
    while (alike < size && bytes[alike] == bytes[0])
        alike++;
    return alike >= size && (bytes[0] == 0 || (unsigned char)bytes[0] == UCHAR_MAX);
}

static void add_constant(const struct vt_source *source, struct mix *mix) {
    size_t size = vt_source_size(source);
    if (source->constant->cut || size > SHORT_KEY)
        mix->other = true;
    else if (size > 1 && !mix->key && !is_even(source))
        mix->key = source;
}

static struct mix find_mix(struct vt_program *program, const struct vt_trace *trace) {
    struct mix mix = {NULL};
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const struct vt_source *source = &sources[i];
        bool mixed = source->tags & VT_TAG_XOR;
        if (vt_source_is(program, source, VT_FACT_ORIGIN, "keystream") ||
            (mixed &&
             (source->tags & PROTECTED || vt_source_is(program, source, VT_FACT_ORIGIN, "random"))))
            mix.other = true;
        else if (mixed && is_bytes(source) && /* neither a hash nor a message */
                 !(source->tags & (VT_TAG_ARITHMETIC | VT_TAG_FORMAT)) &&
                 !vt_is_format(vt_source_text(source)))
            add_constant(source, &mix);
        else if (vt_source_is(program, source, VT_FACT_ORIGIN, "secret"))
            mix.other = true; /* that it leaves at all is a finding of exfil/ */
        else if (is_data(program, source) && !(source->tags & PROTECTED))
            mix.data = true; /* in place, the way without xor is the shorter one */
    }
    return mix;
}

static void report(struct vt_check *check, struct vt_event_ref ref, const struct vt_trace *trace,
                   const struct mix *mix) {
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       "What goes out is scrambled by xor with a constant of %zu bytes, which "
                       "protects nothing.",
                       vt_string_length(mix->key->unit->strings, mix->key->constant->text));
    if (vt_trace_is_cut(trace))
        vt_finding_evidence(check, finding, "cut", -20,
                            "The search ran out of its budget: it may be another's constant.");
    vt_finding_path(check, finding, trace, mix->key, "The constant stands here",
                    "What was scrambled with it goes out here");
    vt_finding_send(check, finding, 45);
}

/* ---- Ciphers ----------------------------------------------------------------------------- */

/* What a constant does that is the key of a cipher: it chooses from a table that is stirred, and
 * what is chosen covers the data. */
#define OF_CIPHER (VT_TAG_XOR | VT_TAG_INDEX | VT_TAG_ARITHMETIC)

/* True if FUNCTION covers what it gets by xor, where it lies. */
static bool covers_in_place(struct vt_program *program, uint32_t function) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *from = &facts->nodes[facts->edges[e].from];
        const struct vt_node *to = &facts->nodes[facts->edges[e].to];
        bool stays =
            facts->edges[e].from == facts->edges[e].to ||
            (from->kind == VT_NODE_FORMAL && to->kind == VT_NODE_OUT && from->index == to->index);
        if (stays && facts->edges[e].tags & VT_TAG_XOR && !(facts->edges[e].tags & VT_TAG_INDEX))
            return true;
    }
    return false;
}

/* True if SOURCE only says in which order others come: all numbers below its size, once each. */
static bool is_order(const struct vt_source *source) {
    const char *bytes = vt_source_text(source);
    size_t size = vt_source_size(source);
    uint64_t seen = 0;
    for (size_t i = 0; i < size && size <= SHORT_KEY; i++)
        if ((unsigned char)bytes[i] < size)
            seen |= UINT64_C(1) << bytes[i];
    return size > 0 && size <= SHORT_KEY && seen == UINT64_MAX >> (SHORT_KEY - size);
}

/* The constant of TRACE that is the key of a cipher of the program's own; NULL if there is none,
 * or if something else goes in that may be a key. */
static const struct vt_source *find_cipher_key(struct vt_program *program,
                                               const struct vt_trace *trace) {
    enum { SHORTEST = 4 };
    const struct vt_source *key = NULL;
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (sources[i].tags & PROTECTED ||
            vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "random"))
            return NULL;
        if ((sources[i].tags & OF_CIPHER) != OF_CIPHER)
            continue;
        size_t size = is_bytes(&sources[i]) ? vt_source_size(&sources[i]) : 0;
        if (sources[i].kind != VT_SOURCE_CONSTANT)
            return NULL;
        if (size >= SHORTEST && size <= SHORT_KEY && !sources[i].constant->cut &&
            !is_order(&sources[i]))
            key = &sources[i];
    }
    return key;
}

static bool look_for_cipher(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace =
        vt_trace_value(program, ref, VT_ROLE_PAYLOAD, NOT_SCRAMBLED & ~(uint32_t)VT_TAG_INDEX);
    const struct vt_source *key = find_cipher_key(program, trace);
    if (!key || vt_trace_is_cut(trace))
        return false;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       "What goes out is encrypted by the program itself, with a key of %zu bytes "
                       "that stands in it.",
                       vt_source_size(key));
    vt_finding_path(check, finding, trace, key, "The key stands here",
                    "What was encrypted with it goes out here");
    vt_finding_send(check, finding, 50);
    return true;
}

/* ---- Loops ------------------------------------------------------------------------------- */

/* What loops scramble by, as their events say, what that is worth, and what it does to the data. */
struct manner {
    const char *value, *words, *worth;
    uint32_t tags; /* one of these */
};

#define BOTH (VT_TAG_XOR | VT_TAG_ARITHMETIC)

static const struct manner manners[] = {
    {"byte", "xor with one byte", "protects nothing", VT_TAG_XOR},
    {"added", "adding a short constant", "protects nothing", VT_TAG_ARITHMETIC},
    {"rolling", "a row of numbers that always begins the same", "protects nothing", BOTH},
    {"generated", "a row of numbers, each of which tells the next", "protects nothing", BOTH},
    {"rounds", "the rounds of a block cipher of its own", "nobody has examined", BOTH},
};

static const struct manner *manner_of(struct vt_program *program, struct vt_event_ref loop) {
    for (size_t i = 0; i < sizeof manners / sizeof *manners; i++)
        if (strcmp(vt_event_value(program, loop), manners[i].value) == 0)
            return &manners[i];
    return NULL;
}

/* The loops of the program that scramble bytes, and which functions stand near to one. */
struct loops {
    struct vt_event_ref *refs;
    size_t count;
    const unsigned char *near;
    const unsigned char *near_cipher; /* to one that covers data where they lie */
};

/* The first of the data in TRACE that LOOP works on, too, and that are not in OTHERS (NULL: none);
 * NULL if there are none, or if they are protected otherwise. */
static const struct vt_source *shared_data(struct vt_program *program, const struct vt_trace *trace,
                                           struct vt_event_ref loop,
                                           const struct vt_trace *others) {
    const struct vt_trace *worked = vt_trace_value(program, loop, VT_ROLE_PAYLOAD, IN_ARRAYS);
    size_t count;
    const struct vt_source *sources = vt_trace_sources(trace, &count);
    for (size_t i = 0; i < count; i++)
        if (sources[i].tags & PROTECTED ||
            vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "secret"))
            return NULL;
    const struct vt_source *found = NULL;
    for (size_t i = 0; i < count; i++)
        if (is_data(program, &sources[i]) && vt_has_source(worked, &sources[i]) &&
            !vt_has_source(others, &sources[i]) && (!found || found->kind == VT_SOURCE_PARAMETER))
            found = &sources[i]; /* what brought data tells more than a parameter */
    return found;
}

static void report_loop(struct vt_check *check, struct vt_event_ref ref,
                        const struct vt_trace *trace, const struct vt_source *source,
                        const struct manner *manner) {
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "What goes out is scrambled by %s, which %s.", manner->words,
                       manner->worth);
    if (vt_trace_is_cut(trace))
        vt_finding_evidence(check, finding, "cut", -20,
                            "The search ran out of its budget: it may be another's data.");
    vt_finding_path(check, finding, trace, source, "The data come from here",
                    "They go out here, scrambled");
    vt_finding_send(check, finding, 45);
}

/* Looks for data in TRACE that effect COVER covered with a key stream of the program's own. What
 * such a stream is made of is no data, but its key; and what a digest is made of is not covered. */
static bool look_for_stream(struct vt_check *check, struct vt_event_ref ref,
                            const struct vt_trace *trace, struct vt_event_ref cover) {
    static const struct manner rows = {"generated",
                                       "xor with a row of numbers, each of which tells "
                                       "the next",
                                       "protects nothing", VT_TAG_XOR};
    static const struct manner rc4 = {"RC4", "an RC4 of the program's own", "leaks what it covers",
                                      VT_TAG_XOR};
    static const struct manner other = {"ARX", "the key stream of a cipher of its own",
                                        "nobody has examined", VT_TAG_XOR};
    static const struct manner few = {"ARX", "the key stream of a cipher of too few rounds",
                                      "can be broken", VT_TAG_XOR};
    struct vt_program *program = vt_check_program(check);
    const struct vt_source *stream = vt_cipher_stream(program, cover, vt_check_arena(check));
    const struct vt_trace *fed =
        stream ? vt_trace_value(program, stream->event, VT_ROLE_PAYLOAD, IN_ARRAYS) : NULL;
    const struct vt_source *data = stream ? shared_data(program, trace, cover, fed) : NULL;
    if (!data)
        return false;
    bool is_row = vt_source_is(program, stream, VT_FACT_ORIGIN, "random");
    report_loop(check, ref, trace, data,
                is_row                                ? &rows
                : vt_cipher_is_rc4(program, stream)   ? &rc4
                : vt_cipher_is_short(program, stream) ? &few
                                                      : &other);
    return true;
}

static void look_for_loop(struct vt_check *check, struct vt_event_ref ref,
                          const struct vt_trace *trace, const struct loops *loops) {
    struct vt_program *program = vt_check_program(check);
    for (size_t i = 0; trace && i < loops->count; i++) {
        const struct manner *manner = manner_of(program, loops->refs[i]);
        if (!manner && look_for_stream(check, ref, trace, loops->refs[i]))
            return;
        if (!manner || !(vt_trace_tags(trace) & manner->tags))
            continue;
        const struct vt_source *source = shared_data(program, trace, loops->refs[i], NULL);
        if (!source)
            continue;
        report_loop(check, ref, trace, source, manner);
        return;
    }
}

static void look_at(struct vt_check *check, struct vt_event_ref ref, const struct loops *loops) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_PAYLOAD, NOT_SCRAMBLED);
    struct mix mix = find_mix(program, trace);
    if (mix.key && mix.data && !mix.other)
        report(check, ref, trace, &mix);
    else if (loops->near_cipher[ref.function] && look_for_cipher(check, ref))
        return;
    else if (loops->near[ref.function])
        look_for_loop(check, ref, trace, loops);
}

static void run(struct vt_check *check) {
    static const char *const classes[] = {"net.send", "io.write"};
    const unsigned char *near = vt_near(check, vt_cipher_scrambles, NEAR);
    struct loops loops = {.near = vt_near(check, vt_cipher_loops, NEAR),
                          .near_cipher = vt_near(check, covers_in_place, NEAR)};
    loops.refs = vt_program_events(vt_check_program(check), VT_FACT_EFFECT, "scramble",
                                   vt_check_arena(check), &loops.count);
    for (size_t c = 0; c < sizeof classes / sizeof *classes; c++) {
        size_t count;
        struct vt_event_ref *refs = vt_program_events(vt_check_program(check), VT_FACT_EFFECT,
                                                      classes[c], vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            if (near[refs[i].function])
                look_at(check, refs[i], &loops);
    }
}

const struct vt_rule vt_crypto_homemade_cipher = {
    .id = "crypto/homemade-cipher",
    .name = "HomemadeCipher",
    .summary = "Data are scrambled by what the program has in itself instead of encrypted",
    .description =
        "Data go to the network or into a file after xor with a short constant of the program or "
        "with one byte, after such a constant was added, or after a row of numbers that always "
        "begins the same. That protects nothing from anybody who has the program or two messages. "
        "Or they go out after the rounds of a block cipher of the program's own, or covered by the "
        "key stream of one. "
        "Random masks, "
        "parity, checksums and real ciphers are something else.",
    .help = "Use an authenticated cipher of a library, with a key that is not in the program.",
    .cwe = "CWE-327,CWE-656",
    .precision = "medium",
    .severity = 6.5,
    .run = run,
};
