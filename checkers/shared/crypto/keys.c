#include "checkers/shared/crypto/keys.h"

#include <string.h>

#include "checkers/shared/crypto/material.h"
#include "checkers/shared/near.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

/* What is derived of a key is not the key. */
#define DERIVED (VT_TAG_HASH | VT_TAG_SECRET_KEYED | VT_TAG_DECRYPT)

/* ---- How long they are ------------------------------------------------------------------- */

struct size_name {
    const char *part; /* of the name of an algorithm */
    unsigned bits;
};

/* The first that matches counts, and a public key is none of these; what is not told of AES is at
 * least its least. */
static const struct size_name sizes[] = {
    {"X25519", 0}, {"SALSA20", 256}, {"CHACHA20", 256}, {"256", 256},      {"192", 192},
    {"128", 128},  {"AES", 128},     {"SM4", 128},      {"CAMELLIA", 128},
};

static unsigned bits_of_name(const char *name) {
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (strstr(name, sizes[i].part))
            return sizes[i].bits;
    return 0;
}

static const char *name_in(struct vt_program *program, const struct vt_source *source) {
    const struct vt_unit *unit;
    if (!vt_source_is(program, source, VT_FACT_ORIGIN, "algorithm"))
        return vt_source_text(source);
    const struct vt_event *event = vt_program_event(program, source->event, &unit);
    return vt_string(unit->strings, event->value);
}

static unsigned least(unsigned a, unsigned b) {
    return !a || (b && b < a) ? b : a;
}

/* The shortest key that the algorithms of REF take; 0 if one of them is not known. */
static unsigned bits_of_algorithm(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    unsigned bits = bits_of_name(vt_string(unit->strings, event->value));
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_ALGORITHM, VT_ABOUT_DATA);
    const struct vt_source *items = trace && !bits ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const char *name = name_in(program, &items[i]);
        if (!*name)
            continue; /* what the handle was set to before */
        unsigned known = bits_of_name(name);
        if (!known)
            return 0;
        bits = least(bits, known);
    }
    return bits;
}

/* Lengths are told in bits or in bytes: no key has 64 bytes, and none worth a look 63 bits. */
static unsigned bits_of_length(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_LENGTH, VT_ABOUT_DATA);
    size_t count = 0;
    unsigned bits = 0;
    const struct vt_source *items = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        int64_t number;
        if (!vt_source_number(&items[i], &number) || number <= 0 || number > VT_MOST_KEY_BITS)
            return 0;
        bits = least(bits, (unsigned)(number < VT_MOST_KEY_BITS / 8 ? 8 * number : number));
    }
    return bits;
}

unsigned vt_key_bits(struct vt_program *program, struct vt_event_ref ref) {
    unsigned bits = bits_of_length(program, ref);
    return bits ? bits : bits_of_algorithm(program, ref);
}

/* ---- Where generators begin -------------------------------------------------------------- */

/* True if nobody takes SOURCE for a secret: zeros, or bytes counted from 0. */
static bool is_nothing(const struct vt_source *source) {
    const unsigned char *bytes = (const unsigned char *)vt_source_text(source);
    size_t size = vt_source_size(source), zeros = 0, counted = 0;
    if (source->kind != VT_SOURCE_CONSTANT)
        return false;
    for (size_t i = 0; i < size; i++) {
        zeros += bytes[i] == 0;
        counted += bytes[i] == i;
    }
    return size ? zeros == size || counted == size : source->constant->number == 0;
}

/* True if REF loads a key that was encrypted, or reckoned by a cipher of the program's own. */
static bool loads_made(struct vt_program *program, struct vt_event_ref ref) {
    const uint32_t made = VT_TAG_ENCRYPT | VT_TAG_XOR | VT_TAG_INDEX;
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_KEY, NULL, 0);
    return trace && vt_trace_tags(trace) & made;
}

/* True if FUNCTION encrypts, and loads such a key. */
static bool loads_encrypted(struct vt_program *program, uint32_t function) {
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(program, function, &unit);
    bool encrypts = false, loads = false;
    for (uint32_t e = 0; e < f->nevents; e++) {
        const char *class_name = vt_string(unit->strings, f->events[e].class_name);
        if (f->events[e].fact != VT_FACT_EFFECT)
            continue;
        encrypts |= vt_class_is(class_name, "crypto.encrypt");
        loads |= strcmp(class_name, "crypto.key") == 0 &&
                 loads_made(program, (struct vt_event_ref){function, e});
    }
    return encrypts && loads;
}

bool vt_key_begins_generator(struct vt_program *program, struct vt_event_ref ref,
                             const struct vt_source *source) {
    enum { NEAR = 2 };
    return is_nothing(source) && vt_near_below(program, ref.function, loads_encrypted, NEAR);
}

/* ---- Which were drawn -------------------------------------------------------------------- */

/* True if SOURCE lies behind the key of REF and not in it, which has BITS: memory that is handed on
 * without its length may go on with a nonce. */
static bool is_behind(struct vt_program *program, struct vt_event_ref ref, unsigned bits,
                      const struct vt_source *source) {
    struct vt_range bytes = {0, (int32_t)bits / 8};
    const struct vt_trace *trace = vt_trace_bytes(program, ref, VT_ROLE_KEY, bytes, VT_ABOUT_DATA);
    size_t count = 0;
    const struct vt_source *items = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (vt_source_same(&items[i], source))
            return false;
    return count > 0;
}

static void add_draws(struct vt_program *program, struct vt_event_ref ref, unsigned bits,
                      struct vt_arena *arena, struct vt_drawn_key **keys, size_t *count,
                      size_t *capacity) {
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_KEY, NULL, VT_ABOUT_DATA);
    const struct vt_unit *unit;
    size_t nsources = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &nsources) : NULL;
    for (size_t i = 0; i < nsources; i++) {
        if (!vt_is_drawn(program, &sources[i]) || sources[i].tags & (DERIVED | VT_TAG_ENCRYPT) ||
            strcmp(vt_event_value(program, sources[i].event), "nonce") == 0)
            continue;
        unsigned bytes = vt_program_event(program, sources[i].event, &unit)->bytes;
        if (!bytes || 8 * bytes > bits || is_behind(program, ref, bits, &sources[i]))
            continue;
        *keys = vt_grow(arena, *keys, *count, capacity, sizeof **keys);
        (*keys)[(*count)++] = (struct vt_drawn_key){sources[i].event, bytes, trace, &sources[i]};
    }
}

struct vt_drawn_key *vt_drawn_keys(struct vt_program *program, struct vt_arena *arena,
                                   size_t *count) {
    static const char *const uses[] = {"crypto.key", "crypto.encrypt", "crypto.decrypt"};
    struct vt_drawn_key *keys = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t u = 0; u < sizeof uses / sizeof *uses; u++) {
        size_t nrefs;
        struct vt_event_ref *refs =
            vt_program_events(program, VT_FACT_EFFECT, uses[u], arena, &nrefs);
        for (size_t i = 0; i < nrefs; i++) {
            unsigned bits = vt_key_bits(program, refs[i]);
            if (bits)
                add_draws(program, refs[i], bits, arena, &keys, count, &capacity);
        }
    }
    return keys;
}

/* The next call that the way of STEPS goes back to, from *AT on: NULL once it enters another
 * function, or rests in a global. */
static const struct vt_flow_step *next_return(const struct vt_flow_step *steps, size_t count,
                                              size_t *at) {
    for (; *at < count; ++*at) {
        if (steps[*at].kind == VT_STEP_RETURN)
            return &steps[(*at)++];
        if (steps[*at].kind == VT_STEP_CALL || steps[*at].kind == VT_STEP_GLOBAL)
            return NULL;
    }
    return NULL;
}

static bool is_drawn_together(const struct vt_drawn_key *key, const struct vt_trace *trace,
                              const struct vt_source *source, struct vt_arena *arena) {
    size_t ncount, kcount, n = 0, k = 0;
    const struct vt_flow_step *mine = vt_trace_steps(trace, source, arena, &ncount);
    const struct vt_flow_step *other = vt_trace_steps(key->trace, key->source, arena, &kcount);
    for (;;) {
        const struct vt_flow_step *a = next_return(mine, ncount, &n);
        const struct vt_flow_step *b = next_return(other, kcount, &k);
        if (!a || !b)
            return true;
        if (a->function != b->function || a->call != b->call)
            return false;
    }
}

const struct vt_drawn_key *vt_drawn_find(const struct vt_drawn_key *keys, size_t count,
                                         const struct vt_trace *trace,
                                         const struct vt_source *source, struct vt_arena *arena) {
    if (source->kind != VT_SOURCE_EVENT || source->tags & DERIVED)
        return NULL;
    for (size_t i = 0; i < count; i++)
        if (keys[i].draw.function == source->event.function &&
            keys[i].draw.event == source->event.event &&
            is_drawn_together(&keys[i], trace, source, arena))
            return &keys[i];
    return NULL;
}
