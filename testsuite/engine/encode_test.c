/* Encoding and decoding of facts: nothing is lost, equal units give equal bytes, and whatever is
 * wrong with the bytes ends in a message. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include <cmocka.h>

#include "engine/base/error.h"
#include "engine/binary/encode.h"
#include "random_unit.h"

/* ---- Two units, seen as what they say ------------------------------------------------------ */

/* Two units under comparison; strings and locations may be numbered differently. */
struct pair {
    const struct vt_unit *a, *b;
};

static void same_string(const struct pair *pair, uint32_t a, uint32_t b) {
    assert_int_equal(a == VT_NONE, b == VT_NONE);
    if (a == VT_NONE)
        return;
    size_t length = vt_string_length(pair->a->strings, a);
    assert_int_equal(length, vt_string_length(pair->b->strings, b));
    assert_memory_equal(vt_string(pair->a->strings, a), vt_string(pair->b->strings, b), length + 1);
}

static void same_place(const struct pair *pair, uint32_t a, uint32_t b) {
    assert_int_equal(a == VT_NONE, b == VT_NONE);
    if (a != VT_NONE)
        assert_memory_equal(&pair->a->locations[a], &pair->b->locations[b],
                            sizeof(struct vt_location));
}

static void same_graph(const struct pair *pair, const struct vt_function *f,
                       const struct vt_function *g) {
    assert_int_equal(f->nnodes, g->nnodes);
    for (uint32_t i = 0; i < f->nnodes; i++) {
        assert_int_equal(f->nodes[i].kind, g->nodes[i].kind);
        assert_int_equal(f->nodes[i].index, g->nodes[i].index);
        if (f->nodes[i].kind == VT_NODE_TYPE)
            same_string(pair, f->nodes[i].ref, g->nodes[i].ref);
        else
            assert_int_equal(f->nodes[i].ref, g->nodes[i].ref);
    }
    assert_int_equal(f->nedges, g->nedges);
    if (f->nedges == 0)
        return;
    for (uint32_t i = 0; i < f->nedges; i++) {
        assert_int_equal(vt_edge_order(&f->edges[i], &g->edges[i]), 0);
        bool alone = (i == 0 || vt_edge_order(&f->edges[i - 1], &f->edges[i])) &&
                     (i + 1 == f->nedges || vt_edge_order(&f->edges[i], &f->edges[i + 1]));
        if (alone) /* else their locations may stand in either order */
            same_place(pair, f->edges[i].location, g->edges[i].location);
    }
}

static void same_calls(const struct pair *pair, const struct vt_function *f,
                       const struct vt_function *g) {
    assert_int_equal(f->ncalls, g->ncalls);
    for (uint32_t i = 0; i < f->ncalls; i++) {
        const struct vt_call *a = &f->calls[i], *b = &g->calls[i];
        assert_int_equal(a->symbol, b->symbol);
        same_place(pair, a->location, b->location);
        assert_int_equal(a->guards, b->guards);
        assert_int_equal(a->narguments, b->narguments);
        assert_int_equal(a->noreturn, b->noreturn);
        assert_int_equal(a->is_callback, b->is_callback);
        assert_int_equal(a->repeats, b->repeats);
    }
    assert_int_equal(f->nevents, g->nevents);
    for (uint32_t i = 0; i < f->nevents; i++) {
        const struct vt_event *a = &f->events[i], *b = &g->events[i];
        assert_int_equal(a->fact, b->fact);
        assert_int_equal(a->success, b->success);
        assert_int_equal(a->bytes, b->bytes);
        assert_int_equal(a->repeats, b->repeats);
        same_string(pair, a->class_name, b->class_name);
        same_string(pair, a->function, b->function);
        same_string(pair, a->value, b->value);
        same_place(pair, a->location, b->location);
        assert_int_equal(a->guards, b->guards);
    }
}

static void same_guards(const struct pair *pair, const struct vt_function *f,
                        const struct vt_function *g) {
    assert_int_equal(f->npredicates, g->npredicates);
    for (uint32_t i = 0; i < f->npredicates; i++) {
        assert_int_equal(f->predicates[i].compare, g->predicates[i].compare);
        assert_int_equal(f->predicates[i].has_number, g->predicates[i].has_number);
        assert_int_equal(f->predicates[i].number, g->predicates[i].number);
        assert_int_equal(f->predicates[i].mask, g->predicates[i].mask);
        assert_int_equal(f->predicates[i].size, g->predicates[i].size);
        assert_int_equal(f->predicates[i].offset, g->predicates[i].offset);
        same_place(pair, f->predicates[i].location, g->predicates[i].location);
    }
    assert_int_equal(f->guards.nlists, g->guards.nlists);
    for (uint32_t i = 0; i < f->guards.nlists; i++)
        assert_int_equal(f->guards.offsets[i + 1], g->guards.offsets[i + 1]);
    assert_int_equal(f->guards.nguards, g->guards.nguards);
    for (uint32_t i = 0; i < f->guards.nguards; i++) {
        assert_int_equal(f->guards.guards[i].predicate, g->guards.guards[i].predicate);
        assert_int_equal(f->guards.guards[i].holds, g->guards.guards[i].holds);
        assert_int_equal(f->guards.guards[i].always, g->guards.guards[i].always);
        assert_int_equal(f->guards.guards[i].either, g->guards.guards[i].either);
    }
    assert_int_equal(f->nverdicts, g->nverdicts);
    for (uint32_t i = 0; i < f->nverdicts; i++) {
        assert_int_equal(f->verdicts[i].number, g->verdicts[i].number);
        assert_int_equal(f->verdicts[i].guards, g->verdicts[i].guards);
        same_place(pair, f->verdicts[i].location, g->verdicts[i].location);
    }
    assert_int_equal(f->nsettings, g->nsettings);
    for (uint32_t i = 0; i < f->nsettings; i++) {
        assert_int_equal(f->settings[i].predicate, g->settings[i].predicate);
        assert_int_equal(f->settings[i].symbol, g->settings[i].symbol);
        assert_int_equal(f->settings[i].offset, g->settings[i].offset);
        same_string(pair, f->settings[i].type, g->settings[i].type);
        assert_int_equal(f->settings[i].number, g->settings[i].number);
        assert_int_equal(f->settings[i].guards, g->settings[i].guards);
        same_place(pair, f->settings[i].location, g->settings[i].location);
    }
}

static void same_functions(const struct pair *pair) {
    assert_int_equal(pair->a->nfunctions, pair->b->nfunctions);
    for (uint32_t i = 0; i < pair->a->nfunctions; i++) {
        const struct vt_function *f = &pair->a->functions[i], *g = &pair->b->functions[i];
        assert_int_equal(f->symbol, g->symbol);
        same_place(pair, f->location, g->location);
        assert_int_equal(f->flags, g->flags);
        assert_int_equal(f->nparams, g->nparams);
        for (uint32_t j = 0; j < f->nparams; j++)
            same_string(pair, f->param_names[j], g->param_names[j]);
        same_graph(pair, f, g);
        same_calls(pair, f, g);
        same_guards(pair, f, g);
    }
}

static void same_symbols(const struct pair *pair) {
    assert_int_equal(pair->a->nsymbols, pair->b->nsymbols);
    for (uint32_t i = 0; i < pair->a->nsymbols; i++) {
        struct vt_symbol a = pair->a->symbols[i], b = pair->b->symbols[i];
        same_string(pair, a.name, b.name);
        same_place(pair, a.location, b.location);
        assert_true(a.size == b.size && a.resolver == b.resolver);
        assert_true(a.is_function == b.is_function && a.is_defined == b.is_defined);
        assert_true(a.is_local == b.is_local && a.is_weak == b.is_weak);
        assert_true(a.is_hidden == b.is_hidden && a.is_constant == b.is_constant);
        assert_true(a.is_noreturn == b.is_noreturn && a.is_constructor == b.is_constructor);
        assert_true(a.is_ifunc == b.is_ifunc && a.is_thread_local == b.is_thread_local);
        assert_true(a.is_address_taken == b.is_address_taken && a.is_only_read == b.is_only_read);
    }
}

static void same_tables(const struct pair *pair) {
    const struct vt_unit *a = pair->a, *b = pair->b;
    assert_int_equal(a->nconstants, b->nconstants);
    for (uint32_t i = 0; i < a->nconstants; i++) {
        assert_int_equal(a->constants[i].kind, b->constants[i].kind);
        assert_int_equal(a->constants[i].concealed, b->constants[i].concealed);
        assert_int_equal(a->constants[i].cut, b->constants[i].cut);
        assert_int_equal(a->constants[i].number, b->constants[i].number);
        same_string(pair, a->constants[i].text, b->constants[i].text);
    }
    assert_int_equal(a->nrewrites, b->nrewrites);
    for (uint32_t i = 0; i < a->nrewrites; i++)
        assert_true(vt_rewrite_equal(&a->rewrites[i], &b->rewrites[i]));
    assert_int_equal(a->nclaims, b->nclaims);
    for (uint32_t i = 0; i < a->nclaims; i++) {
        same_string(pair, a->claims[i].function, b->claims[i].function);
        same_string(pair, a->claims[i].rule, b->claims[i].rule);
        same_string(pair, a->claims[i].reason, b->claims[i].reason);
    }
    assert_int_equal(a->nblinds, b->nblinds);
    for (uint32_t i = 0; i < a->nblinds; i++) {
        assert_int_equal(a->blinds[i].kind, b->blinds[i].kind);
        same_string(pair, a->blinds[i].what, b->blinds[i].what);
        same_place(pair, a->blinds[i].location, b->blinds[i].location);
        assert_int_equal(a->blinds[i].count, b->blinds[i].count);
    }
    assert_int_equal(a->nfields, b->nfields);
    for (uint32_t i = 0; i < a->nfields; i++) {
        same_string(pair, a->fields[i].type, b->fields[i].type);
        assert_int_equal(a->fields[i].offset, b->fields[i].offset);
        same_string(pair, a->fields[i].name, b->fields[i].name);
    }
}

static void same_unit(const struct vt_unit *a, const struct vt_unit *b) {
    struct pair pair = {a, b};
    same_string(&pair, a->source, b->source);
    same_string(&pair, a->producer, b->producer);
    same_string(&pair, a->tool, b->tool);
    same_string(&pair, a->target, b->target);
    same_string(&pair, a->options, b->options);
    assert_memory_equal(a->models_digest, b->models_digest, 32);
    assert_memory_equal(a->digest, b->digest, 32);
    assert_int_equal(a->nfiles, b->nfiles);
    for (uint32_t i = 0; i < a->nfiles; i++) {
        same_string(&pair, a->files[i].path, b->files[i].path);
        assert_int_equal(a->files[i].has_digest, b->files[i].has_digest);
        assert_memory_equal(a->files[i].sha256, b->files[i].sha256, 32);
    }
    same_functions(&pair);
    same_symbols(&pair);
    same_tables(&pair);
}

/* ---- Tests --------------------------------------------------------------------------------- */

enum { BIG = 27 }; /* seed of a unit of moderate size */

/* The encoding of UNIT, in its arena. */
static uint8_t *encode(struct vt_unit *unit, size_t *size) {
    struct vt_error error = {0};
    uint8_t *bytes = NULL;
    if (!vt_unit_encode(unit, unit->arena, &bytes, size, &error))
        fail_msg("%s", error.text);
    return bytes;
}

static struct vt_unit *decode(const uint8_t *bytes, size_t size) {
    struct vt_error error = {0};
    size_t used;
    struct vt_unit *unit = vt_unit_decode(bytes, size, &used, &error);
    if (!unit)
        fail_msg("%s", error.text);
    assert_int_equal(used, size);
    return unit;
}

static void random_units_come_back_whole(void **unused) {
    (void)unused;
    for (uint64_t seed = 1; seed <= 400; seed++) {
        struct vt_unit *unit = random_unit(seed);
        size_t size, again_size;
        uint8_t *bytes = encode(unit, &size);
        struct vt_unit *decoded = decode(bytes, size);
        same_unit(unit, decoded);
        uint8_t *again = encode(decoded, &again_size);
        assert_int_equal(size, again_size);
        assert_memory_equal(bytes, again, size);
        vt_arena_free(decoded->arena);
        vt_arena_free(unit->arena);
    }
}

static void strings_nobody_uses_are_left_out(void **unused) {
    (void)unused;
    struct vt_unit *unit = random_unit(7), *twin = random_unit(7);
    vt_intern(twin->strings, "a local variable that no fact is about");
    size_t size, twin_size;
    uint8_t *bytes = encode(unit, &size), *twin_bytes = encode(twin, &twin_size);
    assert_int_equal(size, twin_size);
    assert_memory_equal(bytes, twin_bytes, size);
    vt_arena_free(unit->arena);
    vt_arena_free(twin->arena);
}

static void every_truncation_is_told(void **unused) {
    (void)unused;
    struct vt_unit *unit = random_unit(BIG);
    size_t size, used;
    uint8_t *bytes = encode(unit, &size);
    assert_true(size > 300);
    for (size_t cut = 0; cut < size; cut++) {
        struct vt_error error = {0};
        uint8_t *copy = malloc(cut ? cut : 1); /* so that sanitizers see its end */
        memcpy(copy, bytes, cut);
        assert_null(vt_unit_decode(copy, cut, &used, &error));
        assert_string_not_equal(error.text, "");
        assert_true(used == 0);
        free(copy);
    }
    vt_arena_free(unit->arena);
}

static void every_flipped_bit_is_told(void **unused) {
    (void)unused;
    struct vt_unit *unit = random_unit(BIG);
    size_t size, used;
    uint8_t *bytes = encode(unit, &size);
    for (size_t bit = 0; bit < 8 * size; bit++) {
        struct vt_error error = {0};
        bytes[bit / 8] ^= (uint8_t)(1u << bit % 8);
        assert_null(vt_unit_decode(bytes, size, &used, &error));
        assert_string_not_equal(error.text, "");
        bytes[bit / 8] ^= (uint8_t)(1u << bit % 8);
    }
    vt_arena_free(unit->arena);
}

enum { HEADER = 13 };

/* Gives the encoding at BYTES the checksum of what its contents are now. */
static void check_again(uint8_t *bytes, size_t size) {
    uint32_t checksum = (uint32_t)crc32_z(0, bytes + HEADER, size - HEADER);
    for (unsigned i = 0; i < 4; i++)
        bytes[9 + i] = (uint8_t)(checksum >> 8 * i);
}

/* Decodes what somebody made; true if it was accepted. */
static bool accepts(const uint8_t *bytes, size_t size) {
    struct vt_error error = {0};
    size_t used;
    struct vt_unit *unit = vt_unit_decode(bytes, size, &used, &error);
    assert_int_equal(used, size);
    if (!unit) {
        assert_non_null(strstr(error.text, "facts"));
        return false;
    }
    assert_true(vt_unit_verify(unit, &error));
    assert_true(vt_arena_used(unit->arena) <= 64 * size + 131072);
    vt_arena_free(unit->arena);
    return true;
}

/* Bits flipped under a right checksum meet the decoder proper and the verifier. */
static void corrupt_contents_never_crash(void **unused) {
    (void)unused;
    struct vt_unit *unit = random_unit(BIG);
    size_t size, refused = 0, accepted = 0;
    uint8_t *bytes = encode(unit, &size);
    for (size_t bit = 8 * HEADER; bit < 8 * size; bit++) {
        bytes[bit / 8] ^= (uint8_t)(1u << bit % 8);
        check_again(bytes, size);
        if (accepts(bytes, size))
            accepted++;
        else
            refused++;
        bytes[bit / 8] ^= (uint8_t)(1u << bit % 8);
    }
    assert_true(refused > 500 && accepted > 20);
    vt_arena_free(unit->arena);
}

static void a_section_may_hold_several(void **unused) {
    (void)unused;
    struct vt_unit *first = random_unit(3), *second = random_unit(4);
    size_t first_size, second_size, used;
    uint8_t *a = encode(first, &first_size), *b = encode(second, &second_size);
    uint8_t *both = calloc(1, first_size + 5 + second_size + 3);
    memcpy(both, a, first_size);
    memcpy(both + first_size + 5, b, second_size);
    struct vt_error error = {0};
    struct vt_unit *unit = vt_unit_decode(both, first_size + second_size + 8, &used, &error);
    assert_non_null(unit);
    assert_int_equal(used, first_size);
    same_unit(first, unit);
    vt_arena_free(unit->arena);
    unit = vt_unit_decode(both + used, second_size + 8, &used, &error);
    assert_non_null(unit);
    assert_int_equal(used, 5 + second_size);
    same_unit(second, unit);
    vt_arena_free(unit->arena);
    assert_null(vt_unit_decode(both + first_size + 5 + second_size, 3, &used, &error));
    assert_int_equal(used, 3);
    assert_non_null(strstr(error.text, "padding"));
    free(both);
    vt_arena_free(first->arena);
    vt_arena_free(second->arena);
}

static void a_broken_one_can_be_stepped_over(void **unused) {
    (void)unused;
    struct vt_unit *unit = random_unit(3);
    size_t size, used;
    uint8_t *bytes = encode(unit, &size);
    struct vt_error error = {0};
    bytes[4] = 99;
    assert_null(vt_unit_decode(bytes, size, &used, &error));
    assert_int_equal(used, size);
    assert_non_null(strstr(error.text, "version 99"));
    bytes[4] = VT_FACTS_VERSION;
    bytes[size / 2] ^= 0x55;
    memset(&error, 0, sizeof error);
    assert_null(vt_unit_decode(bytes, size, &used, &error));
    assert_int_equal(used, size);
    assert_non_null(strstr(error.text, "byte"));
    vt_arena_free(unit->arena);
}

/* Any bytes at all are some contents: what they ask for is bounded by how many they are. */
static void a_bomb_is_refused(void **unused) {
    (void)unused;
    for (uint64_t seed = 1; seed <= 300; seed++) {
        uint64_t state = seed;
        uint8_t bytes[HEADER + 64] = "VTRN";
        bytes[4] = VT_FACTS_VERSION;
        bytes[5] = sizeof bytes - 9;
        bytes[HEADER] = (uint8_t)(16 + seed % 8); /* of 22 that are allowed */
        for (size_t i = HEADER + 1; i < sizeof bytes; i++)
            bytes[i] = seed % 3 == 0 ? 0 : seed % 3 == 1 ? 255 : (uint8_t)random_next(&state);
        check_again(bytes, sizeof bytes);
        assert_false(accepts(bytes, sizeof bytes));
    }
}

/* What packs all too well must still be granted the memory that it decodes to. */
static void repetitive_units_decode(void **unused) {
    (void)unused;
    struct vt_unit *unit = random_unit(5);
    enum { COUNT = 200000 };
    unit->nblinds = COUNT;
    unit->blinds = vt_alloc_array(unit->arena, COUNT, sizeof *unit->blinds);
    for (unsigned i = 0; i < COUNT; i++)
        unit->blinds[i] = (struct vt_blind){VT_BLIND_ASM, 0, VT_NONE, 1};
    size_t size;
    uint8_t *bytes = encode(unit, &size);
    struct vt_unit *decoded = decode(bytes, size);
    assert_int_equal(decoded->nblinds, COUNT);
    assert_true(vt_arena_used(decoded->arena) < 64 * size + 131072);
    vt_arena_free(decoded->arena);
    vt_arena_free(unit->arena);
}

static void bad_units_are_not_written(void **unused) {
    (void)unused;
    struct vt_unit *unit = random_unit(3);
    unit->source = 1u << 30;
    struct vt_error error = {0};
    uint8_t *bytes;
    size_t size;
    assert_false(vt_unit_encode(unit, unit->arena, &bytes, &size, &error));
    assert_non_null(strstr(error.text, "source"));
    vt_arena_free(unit->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_units_come_back_whole),
        cmocka_unit_test(strings_nobody_uses_are_left_out),
        cmocka_unit_test(every_truncation_is_told),
        cmocka_unit_test(every_flipped_bit_is_told),
        cmocka_unit_test(corrupt_contents_never_crash),
        cmocka_unit_test(a_section_may_hold_several),
        cmocka_unit_test(a_broken_one_can_be_stepped_over),
        cmocka_unit_test(a_bomb_is_refused),
        cmocka_unit_test(repetitive_units_decode),
        cmocka_unit_test(bad_units_are_not_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
