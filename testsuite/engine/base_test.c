/* Arenas, strings, errors, names and SHA-256. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/base/strings.h"
#include "engine/binary/encode.h"
#include "engine/facts/facts.h"
#include "engine/facts/model.h"

static void arena_gives_zeroed_aligned_memory(void **unused) {
    (void)unused;
    struct vt_arena *arena = vt_arena_new();
    for (size_t size = 0; size < 3000; size += 7) {
        unsigned char *bytes = vt_alloc(arena, size);
        assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(bytes[i], 0);
        memset(bytes, 0xff, size);
    }
    vt_arena_free(arena);
    vt_arena_free(NULL);
}

static void arena_keeps_objects_apart(void **unused) {
    (void)unused;
    struct vt_arena *arena = vt_arena_new();
    enum { COUNT = 400 };
    unsigned char *objects[COUNT];
    for (unsigned i = 0; i < COUNT; i++) {
        size_t size = i % 50 == 49 ? 700000 : i; /* big ones get a chunk of their own */
        objects[i] = vt_alloc(arena, size + 1);
        objects[i][0] = (unsigned char)i;
        objects[i][size] = (unsigned char)i;
    }
    for (unsigned i = 0; i < COUNT; i++)
        assert_int_equal(objects[i][0], (unsigned char)i);
    assert_ptr_not_equal(vt_alloc(arena, 0), vt_alloc(arena, 0));
    assert_true(vt_arena_used(arena) > 8 * 700000);
    vt_arena_free(arena);
}

static void arena_grows_arrays(void **unused) {
    (void)unused;
    struct vt_arena *arena = vt_arena_new();
    int *items = NULL;
    size_t count = 0, capacity = 0;
    for (int i = 0; i < 1000; i++) {
        items = vt_grow(arena, items, count, &capacity, sizeof *items);
        assert_true(count < capacity);
        assert_int_equal(items[count], 0);
        items[count++] = i;
    }
    for (int i = 0; i < 1000; i++)
        assert_int_equal(items[i], i);
    assert_string_equal(vt_alloc_format(arena, "%s-%d", "unit", 7), "unit-7");
    assert_string_equal(vt_alloc_text(arena, "text"), "text");
    vt_arena_free(arena);
}

static void strings_are_interned(void **unused) {
    (void)unused;
    struct vt_arena *arena = vt_arena_new();
    struct vt_strings *strings = vt_strings_new(arena);
    assert_int_equal(vt_intern(strings, ""), 0);
    char text[32];
    for (uint32_t i = 0; i < 5000; i++) {
        snprintf(text, sizeof text, "string %u", i);
        assert_int_equal(vt_strings_find(strings, text), UINT32_MAX);
        assert_int_equal(vt_intern(strings, text), i + 1);
        assert_int_equal(vt_strings_find(strings, text), i + 1);
    }
    assert_int_equal(vt_intern(strings, "string 17"), 18);
    assert_string_equal(vt_string(strings, 18), "string 17");
    assert_int_equal(vt_strings_count(strings), 5001);
    assert_string_equal(vt_string(strings, 5001), "");
    assert_int_equal(vt_string_length(strings, UINT32_MAX), 0);
    vt_arena_free(arena);
}

static void strings_may_hold_nuls(void **unused) {
    (void)unused;
    struct vt_arena *arena = vt_arena_new();
    struct vt_strings *strings = vt_strings_new(arena);
    uint32_t a = vt_strings_add(strings, "a\0b", 3), b = vt_strings_add(strings, "a\0c", 3);
    assert_int_not_equal(a, b);
    assert_int_not_equal(a, vt_intern(strings, "a"));
    assert_int_equal(vt_string_length(strings, b), 3);
    assert_memory_equal(vt_string(strings, b), "a\0c", 4);
    vt_arena_free(arena);
}

static void first_error_stays(void **unused) {
    (void)unused;
    struct vt_error error = {0};
    assert_false(vt_fail(&error, "first at byte %d", 7));
    assert_false(vt_fail(&error, "second"));
    assert_string_equal(error.text, "first at byte 7");
    assert_false(vt_fail(NULL, "nobody listens"));
}

static void names_are_found_again(void **unused) {
    (void)unused;
    for (int role = 0; role < VT_ROLE_COUNT; role++)
        assert_int_equal(vt_role_find(vt_role_name((enum vt_role)role)), role);
    for (int fact = 0; fact < VT_FACT_COUNT; fact++)
        assert_int_equal(vt_fact_find(vt_fact_name((enum vt_fact)fact)), fact);
    for (uint32_t tag = 1; tag <= VT_TAG_SECRET_KEYED; tag <<= 1)
        assert_int_equal(vt_tag_find(vt_tag_name((enum vt_tag)tag)), tag);
    assert_int_equal(vt_role_find("peer"), VT_ROLE_PEER);
    assert_int_equal(vt_tag_find("secret-keyed"), VT_TAG_SECRET_KEYED);
    assert_int_equal(vt_role_find("no such role"), -1);
    assert_int_equal(vt_fact_find(""), -1);
    assert_int_equal(vt_tag_find("XOR"), -1);
    assert_string_equal(vt_node_kind_name(VT_NODE_HUB), "hub");
    assert_string_equal(vt_blind_kind_name(VT_BLIND_ASM), "asm");
    assert_string_equal(vt_role_name(VT_ROLE_COUNT), "?");
}

static void models_are_found_by_function(void **unused) {
    (void)unused;
    static const struct vt_row rows[] = {{.function = "a"},
                                         {.function = "bb"},
                                         {.function = "bb"},
                                         {.function = "c"},
                                         {.function = "cc"}};
    struct vt_models models = {.rows = rows, .nrows = 5};
    size_t count;
    assert_ptr_equal(vt_models_find(&models, "bb", &count), &rows[1]);
    assert_int_equal(count, 2);
    assert_ptr_equal(vt_models_find(&models, "a", &count), &rows[0]);
    assert_int_equal(count, 1);
    assert_ptr_equal(vt_models_find(&models, "cc", &count), &rows[4]);
    assert_null(vt_models_find(&models, "b", &count));
    assert_int_equal(count, 0);
    assert_null(vt_models_find(&models, "d", &count));
    assert_null(vt_models_find(&(struct vt_models){0}, "a", &count));
}

/* Digests of FIPS 180-4's examples, and of lengths around the ends of blocks (by sha256sum). */
static void sha256_is_right(void **unused) {
    (void)unused;
    static const struct {
        const char *text, *digest;
    } cases[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
        {"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
         "d5e285683cd4efc02d021a5c62014694958901005d6f71e89e0989fac77e4072"},
        {"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
         "04c26261370ee7541549d16dee320c723e3fd14671e66a099afe0a377c16888e"},
        {"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
         "75220b47218278e656f2013bb8f0c455a25eaf01e86c64924e9d48d89776d6f2"},
        {"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
         "7ce100971f64e7001e8fe5a51973ecdfe1ced42befe7ee8d5fd6219506b5393c"},
        {"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
         "x",
         "9537c5fdf120482f7d58d25e9ed583f52c02b4e304ea814db1633ad565aed7e9"},
        {"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
         "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
         "000b48d4edf0fa7bee3c6236ecd2785baa5db4eeb8bb54341b029e0d9fa5fb0c"},
        {"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
         "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
         "13f05a0b594787f5ecd315edc96141bd3243203d1b7d4f0836f37308b276ba98"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint8_t digest[32];
        char text[65];
        vt_sha256(cases[i].text, strlen(cases[i].text), digest);
        vt_hex(digest, text);
        assert_string_equal(text, cases[i].digest);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_gives_zeroed_aligned_memory),
        cmocka_unit_test(arena_keeps_objects_apart),
        cmocka_unit_test(arena_grows_arrays),
        cmocka_unit_test(strings_are_interned),
        cmocka_unit_test(strings_may_hold_nuls),
        cmocka_unit_test(first_error_stays),
        cmocka_unit_test(names_are_found_again),
        cmocka_unit_test(models_are_found_by_function),
        cmocka_unit_test(sha256_is_right),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
