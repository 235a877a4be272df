/* Random, valid units that use every field of facts.h; the same SEED gives the same unit. */
#ifndef VT_TESTSUITE_RANDOM_UNIT_H
#define VT_TESTSUITE_RANDOM_UNIT_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/facts/facts.h"

/* splitmix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014). */
static inline uint64_t random_next(uint64_t *state) {
    uint64_t z = *state += 0x9e3779b97f4a7c15;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
}

/* 0 .. limit-1. */
static inline uint32_t random_below(uint64_t *state, uint32_t limit) {
    return (uint32_t)(random_next(state) % limit);
}

static inline bool random_bit(uint64_t *state) {
    return random_next(state) & 1;
}

/* An index below COUNT, or now and then VT_NONE. */
static inline uint32_t random_or_none(uint64_t *state, uint32_t count) {
    return count == 0 || random_below(state, 5) == 0 ? VT_NONE : random_below(state, count);
}

static inline struct vt_range random_range(uint64_t *state) {
    static const char *const fields[] = {"peer", "path", "mode"};
    uint32_t dice = random_below(state, 10);
    if (dice == 0)
        return vt_range_field(fields[random_below(state, 3)]);
    if (dice == 1)
        return VT_RANGE_ALL;
    int32_t low = (int32_t)random_below(state, 12) - 2;
    struct vt_range range = {low, low + 1 + (int32_t)random_below(state, 8)};
    if (dice == 2)
        range.high = VT_OFFSET_HIGH;
    if (dice == 3 || (dice == 2 && random_below(state, 2))) {
        int64_t step = 2 + random_below(state, 4);
        struct vt_range part =
            vt_range_every(range, step, random_below(state, 8), 1 + random_below(state, 3));
        if (vt_range_overlaps(part, range))
            return part;
    }
    return range;
}

static inline struct vt_rewrite random_rewrite(uint64_t *state) {
    struct vt_rewrite rewrite = {.ntake = (uint8_t)random_below(state, VT_DEPTH + 1),
                                 .nput = (uint8_t)random_below(state, VT_DEPTH + 1)};
    for (unsigned i = 0; i < rewrite.ntake; i++)
        rewrite.take[i] = random_range(state);
    for (unsigned i = 0; i < rewrite.nput; i++)
        rewrite.put[i] = random_range(state);
    static const uint8_t limits[] = {0, 0, 0, VT_REWRITE_EXACT, VT_REWRITE_MEMORY};
    rewrite.flags = limits[random_below(state, 5)];
    if (random_below(state, 3) == 0) {
        rewrite.flags |= VT_REWRITE_SHIFT;
        do
            rewrite.clip = random_range(state);
        while (vt_range_is_field(rewrite.clip) || rewrite.clip.step);
        rewrite.delta = (int32_t)random_below(state, 40) - 20;
    }
    if (rewrite.flags & VT_REWRITE_SHIFT && random_below(state, 2) == 0) {
        rewrite.flags |= VT_REWRITE_EVERY;
        do
            rewrite.bound = random_range(state);
        while (vt_range_is_field(rewrite.bound) || rewrite.bound.step);
        rewrite.step = 1 + random_below(state, 6);
    }
    if (random_below(state, 6) == 0)
        rewrite.flags |= VT_REWRITE_BLUR;
    if (random_below(state, 12) == 0)
        rewrite.flags |= VT_REWRITE_OPEN;
    return rewrite;
}

static inline uint32_t random_string(uint64_t *state, struct vt_strings *strings) {
    char text[40];
    int length = snprintf(text, sizeof text, "name_%u", random_below(state, 40));
    if (random_below(state, 8) == 0)
        text[3] = 0; /* strings may hold NULs */
    return random_below(state, 12) == 0 ? 0 : vt_strings_add(strings, text, (size_t)length);
}

#define RANDOM_ARRAY(items, count, limit)                                                          \
    ((count) = random_below(state, limit),                                                         \
     (items) = vt_alloc_array(arena, (count), sizeof *(items)))

static inline struct vt_node random_node(uint64_t *state, const struct vt_unit *unit,
                                         const struct vt_function *function) {
    for (;;) {
        struct vt_node node = {.kind = (uint8_t)random_below(state, VT_NODE_COUNT)};
        const uint32_t counts[VT_NODE_COUNT] = {
            [VT_NODE_FORMAL] = function->nparams,
            [VT_NODE_RETURN] = 1,
            [VT_NODE_OUT] = function->nparams,
            [VT_NODE_ARGUMENT] = function->ncalls,
            [VT_NODE_RESULT] = function->ncalls,
            [VT_NODE_EFFECT] = function->ncalls,
            [VT_NODE_CALLEE] = function->ncalls,
            [VT_NODE_GLOBAL] = unit->nsymbols,
            [VT_NODE_TYPE] = 1,
            [VT_NODE_CONSTANT] = unit->nconstants,
            [VT_NODE_IN] = function->nevents,
            [VT_NODE_OUTCOME] = function->nevents,
            [VT_NODE_SUBJECT] = function->npredicates,
            [VT_NODE_BEHIND] = function->ncalls,
            [VT_NODE_PLACED] = function->ncalls,
            [VT_NODE_HUB] = 1,
        };
        if (counts[node.kind] == 0)
            continue;
        uint32_t chosen = random_below(state, counts[node.kind]);
        if (node.kind == VT_NODE_FORMAL || node.kind == VT_NODE_OUT) {
            node.index = (uint8_t)chosen;
            return node;
        }
        node.ref = node.kind == VT_NODE_TYPE ? random_string(state, unit->strings) : chosen;
        if (node.kind == VT_NODE_RETURN || node.kind == VT_NODE_HUB)
            node.ref = 0;
        if (node.kind == VT_NODE_CALLEE && function->calls[chosen].symbol != VT_NONE)
            continue;
        if (node.kind == VT_NODE_ARGUMENT || node.kind == VT_NODE_EFFECT ||
            node.kind == VT_NODE_PLACED) {
            if (function->calls[chosen].narguments == 0)
                continue;
            node.index = (uint8_t)random_below(state, function->calls[chosen].narguments);
        }
        if (node.kind == VT_NODE_IN)
            node.index = (uint8_t)random_below(state, VT_ROLE_COUNT);
        if (node.kind == VT_NODE_SUBJECT)
            node.index =
                (uint8_t)random_below(state, function->predicates[chosen].has_number ? 1 : 2);
        return node;
    }
}

static inline void random_guards(uint64_t *state, struct vt_arena *arena,
                                 struct vt_function *function) {
    struct vt_guards *guards = &function->guards;
    if (function->npredicates == 0)
        return;
    guards->nlists = random_below(state, 6);
    guards->offsets = vt_alloc_array(arena, guards->nlists + 1, sizeof *guards->offsets);
    for (uint32_t i = 0; i < guards->nlists; i++)
        guards->offsets[i + 1] = guards->offsets[i] + random_below(state, 4);
    guards->nguards = guards->offsets[guards->nlists];
    guards->guards = vt_alloc_array(arena, guards->nguards, sizeof *guards->guards);
    for (uint32_t i = 0; i < guards->nguards; i++)
        guards->guards[i] = (struct vt_guard){
            random_below(state, function->npredicates), random_bit(state), random_bit(state),
            (uint8_t)(random_bit(state) ? random_below(state, 256) : 0)};
}

/* Calls, events, predicates and guards of FUNCTION. */
static inline void random_body(uint64_t *state, const struct vt_unit *unit,
                               struct vt_function *function) {
    static const uint8_t facts[] = {VT_FACT_ORIGIN, VT_FACT_EFFECT, VT_FACT_CHECK, VT_FACT_COMPARE,
                                    VT_FACT_ALLOC};
    struct vt_arena *arena = unit->arena;
    RANDOM_ARRAY(function->predicates, function->npredicates, 6);
    for (uint32_t i = 0; i < function->npredicates; i++) {
        struct vt_predicate *predicate = &function->predicates[i];
        *predicate = (struct vt_predicate){.compare = (uint8_t)random_below(state, VT_FCMP + 1),
                                           .has_number = random_bit(state),
                                           .location = random_or_none(state, unit->nlocations)};
        if (predicate->has_number)
            predicate->number = (int64_t)random_next(state) >> random_below(state, 64);
        predicate->size = (uint8_t)random_below(state, 9);
        if (predicate->size)
            predicate->offset = (int32_t)random_below(state, 64) - 8;
        if (predicate->has_number && random_bit(state))
            predicate->mask = (int64_t)random_next(state) >> random_below(state, 64);
    }
    random_guards(state, arena, function);
    RANDOM_ARRAY(function->calls, function->ncalls, 8);
    for (uint32_t i = 0; i < function->ncalls; i++)
        function->calls[i] = (struct vt_call){random_or_none(state, unit->nsymbols),
                                              random_or_none(state, unit->nlocations),
                                              random_or_none(state, function->guards.nlists),
                                              (uint8_t)random_below(state, 256),
                                              random_bit(state),
                                              random_bit(state),
                                              random_bit(state)};
    RANDOM_ARRAY(function->verdicts, function->nverdicts, 4);
    for (uint32_t i = 0; i < function->nverdicts; i++)
        function->verdicts[i] =
            (struct vt_verdict){(int64_t)random_next(state) >> random_below(state, 64),
                                random_or_none(state, function->guards.nlists),
                                random_or_none(state, unit->nlocations)};
    if (function->npredicates || unit->nsymbols)
        RANDOM_ARRAY(function->settings, function->nsettings, 4);
    for (uint32_t i = 0; i < function->nsettings; i++) {
        bool tested = function->npredicates && (random_bit(state) || !unit->nsymbols);
        function->settings[i] = (struct vt_setting){
            .predicate = tested ? random_below(state, function->npredicates) : VT_NONE,
            .symbol = tested ? VT_NONE : random_below(state, unit->nsymbols),
            .offset = tested ? 0 : random_below(state, 64),
            .number = (int64_t)random_next(state) >> random_below(state, 64),
            .guards = random_or_none(state, function->guards.nlists),
            .location = random_or_none(state, unit->nlocations)};
    }
    RANDOM_ARRAY(function->events, function->nevents, 5);
    for (uint32_t i = 0; i < function->nevents; i++)
        function->events[i] =
            (struct vt_event){facts[random_below(state, 5)],
                              (uint8_t)random_below(state, VT_SUCCESS_NOT_NEGATIVE + 1),
                              0,
                              random_bit(state),
                              random_string(state, unit->strings),
                              random_string(state, unit->strings),
                              random_string(state, unit->strings),
                              random_or_none(state, unit->nlocations),
                              random_or_none(state, function->guards.nlists)};
    for (uint32_t i = 0; i < function->nevents; i++)
        if (function->events[i].fact == VT_FACT_ORIGIN)
            function->events[i].bytes = (uint8_t)random_below(state, VT_FEW_BYTES + 1);
        else if (function->events[i].fact == VT_FACT_EFFECT && random_below(state, 2))
            function->events[i].success = VT_RESULT_UNUSED;
}

static inline void random_function(uint64_t *state, const struct vt_unit *unit,
                                   struct vt_function *function) {
    struct vt_arena *arena = unit->arena;
    function->symbol = random_or_none(state, unit->nsymbols);
    function->location = random_or_none(state, unit->nlocations);
    function->flags = random_below(state, 256) & ~(uint32_t)VT_FUNCTION_INITIALIZERS;
    if (function->symbol == VT_NONE)
        function->flags |= VT_FUNCTION_INITIALIZERS;
    RANDOM_ARRAY(function->param_names, function->nparams, 5);
    for (uint32_t i = 0; i < function->nparams; i++)
        function->param_names[i] =
            random_bit(state) ? VT_NONE : random_string(state, unit->strings);
    random_body(state, unit, function);
    RANDOM_ARRAY(function->nodes, function->nnodes, 20);
    for (uint32_t i = 0; i < function->nnodes; i++)
        function->nodes[i] = random_node(state, unit, function);
    if (function->nnodes == 0)
        return;
    RANDOM_ARRAY(function->edges, function->nedges, 30);
    for (uint32_t i = 0; i < function->nedges; i++)
        function->edges[i] = (struct vt_edge){
            random_below(state, function->nnodes), random_below(state, function->nnodes),
            random_below(state, unit->nrewrites), random_below(state, 2 * VT_TAG_SECRET_KEYED),
            random_or_none(state, unit->nlocations)};
    if (function->nedges > 0)
        qsort(function->edges, function->nedges, sizeof *function->edges, vt_edge_order);
}

static inline void random_symbol(uint64_t *state, struct vt_unit *unit, uint32_t index) {
    uint32_t bits = random_below(state, 1u << 12);
    unit->symbols[index] = (struct vt_symbol){.name = random_string(state, unit->strings),
                                              .location = random_or_none(state, unit->nlocations),
                                              .size = random_next(state) >> random_below(state, 64),
                                              .is_function = bits & 1,
                                              .is_defined = bits >> 1 & 1,
                                              .is_local = bits >> 2 & 1,
                                              .is_weak = bits >> 3 & 1,
                                              .is_hidden = bits >> 4 & 1,
                                              .is_constant = bits >> 5 & 1,
                                              .is_noreturn = bits >> 6 & 1,
                                              .is_constructor = bits >> 7 & 1,
                                              .is_ifunc = bits >> 8 & 1,
                                              .is_thread_local = bits >> 9 & 1,
                                              .is_address_taken = bits >> 10 & 1,
                                              .is_only_read = bits >> 11 & 1,
                                              .resolver = random_or_none(state, index)};
}

static inline void random_tables(uint64_t *state, struct vt_unit *unit) {
    struct vt_arena *arena = unit->arena;
    RANDOM_ARRAY(unit->constants, unit->nconstants, 12);
    for (uint32_t i = 0; i < unit->nconstants; i++) {
        struct vt_constant *constant = &unit->constants[i];
        *constant = (struct vt_constant){.kind = (uint8_t)random_below(state, 4),
                                         .concealed = random_bit(state),
                                         .cut = random_bit(state)};
        if (constant->kind == VT_CONSTANT_INT)
            constant->number = (int64_t)random_next(state) >> random_below(state, 64);
        else if (constant->kind != VT_CONSTANT_FUNCTION)
            constant->text = random_string(state, unit->strings);
        else if (unit->nsymbols > 0)
            constant->number = random_below(state, unit->nsymbols);
        else
            constant->kind = VT_CONSTANT_INT;
    }
    RANDOM_ARRAY(unit->rewrites, unit->nrewrites, 12);
    if (unit->nrewrites == 0)
        unit->rewrites = vt_alloc(arena, sizeof *unit->rewrites), unit->nrewrites = 1;
    for (uint32_t i = 1; i < unit->nrewrites; i++)
        unit->rewrites[i] = random_rewrite(state);
    RANDOM_ARRAY(unit->blinds, unit->nblinds, 4);
    for (uint32_t i = 0; i < unit->nblinds; i++)
        unit->blinds[i] = (struct vt_blind){
            (uint8_t)random_below(state, VT_BLIND_COUNT), random_string(state, unit->strings),
            random_or_none(state, unit->nlocations), random_below(state, 1000)};
    RANDOM_ARRAY(unit->claims, unit->nclaims, 3);
    for (uint32_t i = 0; i < unit->nclaims; i++)
        unit->claims[i] = (struct vt_claim){random_string(state, unit->strings),
                                            random_string(state, unit->strings),
                                            random_string(state, unit->strings)};
    RANDOM_ARRAY(unit->fields, unit->nfields, 6);
    for (uint32_t i = 0; i < unit->nfields; i++)
        unit->fields[i] = (struct vt_field){random_string(state, unit->strings),
                                            (int32_t)random_next(state) >> random_below(state, 32),
                                            random_string(state, unit->strings)};
}

static inline struct vt_unit *random_unit(uint64_t seed) {
    uint64_t number = seed, *state = &number;
    struct vt_arena *arena = vt_arena_new();
    struct vt_unit *unit = vt_alloc(arena, sizeof *unit);
    unit->arena = arena;
    unit->strings = vt_strings_new(arena);
    unit->source = random_string(state, unit->strings);
    unit->producer = random_string(state, unit->strings);
    unit->tool = random_string(state, unit->strings);
    unit->target = random_string(state, unit->strings);
    unit->options = random_string(state, unit->strings);
    for (unsigned i = 0; i < 32; i++)
        unit->models_digest[i] = (uint8_t)random_next(state);
    RANDOM_ARRAY(unit->files, unit->nfiles, 4);
    for (uint32_t i = 0; i < unit->nfiles; i++) {
        unit->files[i].path = random_string(state, unit->strings);
        unit->files[i].has_digest = random_bit(state);
        for (unsigned j = 0; j < 32 && unit->files[i].has_digest; j++)
            unit->files[i].sha256[j] = (uint8_t)random_next(state);
    }
    if (unit->nfiles > 0)
        RANDOM_ARRAY(unit->locations, unit->nlocations, 30);
    for (uint32_t i = 0; i < unit->nlocations; i++)
        unit->locations[i] = (struct vt_location){
            random_below(state, unit->nfiles), random_below(state, 3000), random_below(state, 90)};
    RANDOM_ARRAY(unit->symbols, unit->nsymbols, 12);
    for (uint32_t i = 0; i < unit->nsymbols; i++)
        random_symbol(state, unit, i);
    random_tables(state, unit);
    RANDOM_ARRAY(unit->functions, unit->nfunctions, 6);
    for (uint32_t i = 0; i < unit->nfunctions; i++)
        random_function(state, unit, &unit->functions[i]);
    return unit;
}

#endif
