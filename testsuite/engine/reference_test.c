/* Ways to write a table, and what is no table. The references here are made up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "engine/base/arena.h"
#include "engine/idioms/reference.h"

enum { WORDS = 16, BYTES = 4 * WORDS };

static uint8_t box[64], words[BYTES], number[40], pair[8 * 4];

static const struct vt_reference references[] = {
    {"box", "A", "block-cipher", box, sizeof box, 1, 4, false},
    {"words", "B", "block-cipher", words, sizeof words, 4, 2, false},
    {"number", "C", "signature", number, sizeof number, 1, 0, true},
    {"longs", "D", "block-cipher", pair, sizeof pair, 8, 1, false},
    {"start of words", "E", "block-cipher", words, 16, 4, 1, false},
};
static const struct vt_models models = {.references = references,
                                        .nreferences = sizeof references / sizeof *references};

/* Bytes without a pattern, the same each time. */
static void fill(uint8_t *bytes, size_t size, uint32_t seed) {
    for (size_t i = 0; i < size; i++) {
        seed = seed * 1664525u + 1013904223u;
        bytes[i] = (uint8_t)(seed >> 24);
    }
}

struct world {
    struct vt_arena *arena;
    struct vt_reference_index *index;
};

static int setup(void **state) {
    struct world *world = test_calloc(1, sizeof *world);
    fill(box, sizeof box, 1);
    fill(words, sizeof words, 2);
    fill(number, sizeof number, 3);
    fill(pair, sizeof pair, 4);
    world->arena = vt_arena_new();
    world->index = vt_references_index(&models, world->arena);
    *state = world;
    return 0;
}

static int teardown(void **state) {
    struct world *world = *state;
    vt_arena_free(world->arena);
    test_free(world);
    return 0;
}

/* The only match in SIZE BYTES, or NULL. */
static const struct vt_match *find(struct world *world, const uint8_t *bytes, size_t size,
                                   unsigned element) {
    struct vt_image image = {bytes, size, element};
    size_t count;
    struct vt_match *matches = vt_references_find(world->index, &image, world->arena, &count);
    assert_true(count <= 1);
    return count ? matches : NULL;
}

static void assert_exact(const struct vt_match *match, const char *name) {
    assert_non_null(match);
    assert_string_equal(match->reference->name, name);
    assert_int_equal(match->ndiffering, 0);
}

static void widths(void **state) {
    uint8_t wide[8 * sizeof box] = {0};
    assert_exact(find(*state, box, sizeof box, 1), "box");
    for (unsigned element = 2; element <= 8; element *= 2) {
        memset(wide, 0, sizeof wide);
        for (size_t i = 0; i < sizeof box; i++)
            wide[element * i] = box[i];
        assert_exact(find(*state, wide, element * sizeof box, element), "box");
    }
    wide[8 * 5 + 1] = 1; /* 256 more: no byte any more */
    assert_null(find(*state, wide, 8 * sizeof box, 8));
}

static void orders(void **state) {
    uint8_t other[BYTES];
    assert_exact(find(*state, words, BYTES, 4), "words");
    assert_exact(find(*state, words, BYTES, 1), "words");
    for (size_t i = 0; i < BYTES; i++)
        other[i] = words[i ^ 3];
    assert_exact(find(*state, other, BYTES, 1), "words");
    assert_exact(find(*state, other, BYTES, 4), "words");
    for (size_t i = 0; i < sizeof pair; i++)
        other[i] = pair[i ^ 4];
    assert_exact(find(*state, other, sizeof pair, 4), "longs");
    for (size_t i = 0; i < sizeof pair; i++)
        other[i] = pair[i ^ 7];
    assert_exact(find(*state, other, sizeof pair, 8), "longs");
}

static void numbers(void **state) {
    uint8_t other[sizeof number];
    for (size_t i = 0; i < sizeof number; i++)
        other[i] = number[sizeof number - 1 - i];
    assert_exact(find(*state, other, sizeof other, 1), "number");
    assert_exact(find(*state, number, sizeof number, 8), "number");
    for (size_t i = 0; i < sizeof number; i++) /* limbs, the most significant first */
        other[i] = number[sizeof number - 8 - i / 8 * 8 + i % 8];
    assert_exact(find(*state, other, sizeof other, 8), "number");
    other[3] ^= 1;
    assert_null(find(*state, other, sizeof other, 8));
}

static void altered(void **state) {
    uint8_t other[BYTES + 20];
    memset(other, 0xaa, sizeof other);
    memcpy(other + 12, words, BYTES);
    other[12 + 4 * 9 + 2] ^= 0xff;
    const struct vt_match *match = find(*state, other, sizeof other, 4);
    assert_non_null(match);
    assert_string_equal(match->reference->name, "start of words"); /* what is right comes first */
    other[12 + 4 * 9 + 2] ^= 0xff ^ 0x40; /* one bit: this one altered, no other */
    other[12 + 4 * 1] ^= 0x01;
    match = find(*state, other, sizeof other, 4);
    assert_non_null(match);
    assert_string_equal(match->reference->name, "words");
    assert_int_equal(match->ndiffering, 2);
    assert_int_equal(match->differences[0].index, 1);
    assert_int_equal(match->differences[0].expected ^ match->differences[0].found, 0x01);
    assert_int_equal(match->differences[1].index, 9);
    assert_int_equal(match->differences[1].expected ^ match->differences[1].found, 0x400000);
    other[12 + 4 * 11] ^= 0xff;
    other[12 + 4 * 2] ^= 0xff;
    assert_null(find(*state, other, sizeof other, 4));
}

static void parts(void **state) {
    uint8_t other[sizeof box];
    assert_null(find(*state, box, sizeof box - 1, 1));
    assert_null(find(*state, box + 1, sizeof box - 1, 1));
    for (size_t i = 0; i < sizeof box; i++) /* transposed */
        other[i] = box[i % 8 * 8 + i / 8];
    assert_null(find(*state, other, sizeof other, 1));
    assert_null(find(*state, box, 0, 1));
    assert_null(find(*state, box, 7, 1));
}

static void count_word(void *context, uint32_t reference, uint32_t index) {
    uint32_t *found = context;
    found[reference] = index + 1;
}

static void single_words(void **state) {
    struct world *world = *state;
    uint32_t found[sizeof references / sizeof *references] = {0};
    vt_references_with(world->index, vt_reference_element(&references[1], 3), 4, count_word, found);
    assert_int_equal(found[1], 4);
    assert_int_equal(found[4], 4);
    assert_int_equal(found[3], 0);
    memset(found, 0, sizeof found);
    vt_references_with(world->index, vt_reference_element(&references[1], 3), 8, count_word, found);
    assert_int_equal(found[1], 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(widths, setup, teardown),
        cmocka_unit_test_setup_teardown(orders, setup, teardown),
        cmocka_unit_test_setup_teardown(numbers, setup, teardown),
        cmocka_unit_test_setup_teardown(altered, setup, teardown),
        cmocka_unit_test_setup_teardown(parts, setup, teardown),
        cmocka_unit_test_setup_teardown(single_words, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
