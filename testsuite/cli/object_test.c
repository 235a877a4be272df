/* Reading ELF, COFF and ar from memory: both classes and byte orders, bounds, and what is hostile.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <elf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/archive.h"
#include "cli/object.h"
#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/base/strings.h"
#include "engine/binary/encode.h"
#include "engine/facts/facts.h"

/* ---- Making input -------------------------------------------------------------------------- */

struct bytes {
    uint8_t data[8192];
    size_t size;
};

static void put(struct bytes *bytes, const void *data, size_t size) {
    assert_true(bytes->size + size <= sizeof bytes->data);
    memcpy(bytes->data + bytes->size, data, size);
    bytes->size += size;
}

static void put_number(struct bytes *bytes, uint64_t number, unsigned size, bool big) {
    for (unsigned i = 0; i < size; i++) {
        uint8_t byte = (uint8_t)(number >> 8 * (big ? size - 1 - i : i));

        put(bytes, &byte, 1);
    }
}

/* Facts of a unit without functions, called SOURCE. */
static void put_facts(struct bytes *bytes, const char *source) {
    struct vt_arena *arena = vt_arena_new();
    struct vt_unit *unit = vt_alloc(arena, sizeof *unit);
    struct vt_error error = {0};
    uint8_t *encoded;
    size_t size;

    unit->arena = arena;
    unit->strings = vt_strings_new(arena);
    unit->source = vt_intern(unit->strings, source);
    unit->nfiles = 1;
    unit->files = vt_alloc(arena, sizeof *unit->files);
    unit->files->path = unit->source;
    unit->nrewrites = 1;
    unit->rewrites = vt_alloc(arena, sizeof *unit->rewrites);
    if (!vt_unit_encode(unit, arena, &encoded, &size, &error))
        fail_msg("%s", error.text);
    put(bytes, encoded, size);
    vt_arena_free(arena);
}

/* A note for a unit whose digest is 32 times FILL. */
static void put_note(struct bytes *bytes, uint8_t fill, const char *source, bool big) {
    uint8_t digest[32];

    memset(digest, fill, sizeof digest);
    put_number(bytes, 8, 4, big);
    put_number(bytes, 34 + strlen(source) + 1, 4, big);
    put_number(bytes, 1, 4, big);
    put(bytes, "vitrine", 8);
    put(bytes, "\1\0", 2);
    put(bytes, digest, sizeof digest);
    put(bytes, source, strlen(source) + 1);
    while (bytes->size % 4)
        put(bytes, "", 1);
}

struct shape {
    bool is_64, big;
    uint16_t type;
    uint32_t flags; /* of the facts section */
};

static void put_section(struct bytes *bytes, const struct shape *shape, const uint64_t *fields) {
    unsigned word = shape->is_64 ? 8 : 4;

    put_number(bytes, fields[0], 4, shape->big);    /* name */
    put_number(bytes, fields[1], 4, shape->big);    /* type */
    put_number(bytes, fields[2], word, shape->big); /* flags */
    put_number(bytes, 0, word, shape->big);
    put_number(bytes, fields[3], word, shape->big); /* offset */
    put_number(bytes, fields[4], word, shape->big); /* size */
    put_number(bytes, 0, 4, shape->big);
    put_number(bytes, 0, 4, shape->big);
    put_number(bytes, 1, word, shape->big);
    put_number(bytes, 0, word, shape->big);
}

/* An ELF file of SHAPE with the given contents of .vitrine.facts and .note.vitrine. */
static void make_elf(struct bytes *elf, struct shape shape, const struct bytes *facts,
                     const struct bytes *notes) {
    static const char names[] = "\0.vitrine.facts\0.note.vitrine\0.shstrtab";
    unsigned word = shape.is_64 ? 8 : 4, header = shape.is_64 ? 64 : 52;
    uint64_t facts_at = header, notes_at = facts_at + facts->size;
    uint64_t names_at = notes_at + notes->size, sections_at = (names_at + sizeof names + 7) & ~7ull;
    const uint64_t sections[4][5] = {
        {0},
        {1, SHT_PROGBITS, shape.flags, facts_at, facts->size},
        {16, SHT_NOTE, 0, notes_at, notes->size},
        {30, SHT_STRTAB, 0, names_at, sizeof names},
    };

    elf->size = 0;
    put(elf, ELFMAG, 4);
    put(elf, shape.is_64 ? "\2" : "\1", 1);
    put(elf, shape.big ? "\2" : "\1", 1);
    put(elf, "\1\0\0\0\0\0\0\0\0", 10);
    put_number(elf, shape.type, 2, shape.big);
    put_number(elf, EM_AARCH64, 2, shape.big);
    put_number(elf, 1, 4, shape.big);
    put_number(elf, 0, word, shape.big);
    put_number(elf, 0, word, shape.big);
    put_number(elf, sections_at, word, shape.big);
    put_number(elf, 0, 4, shape.big);
    put_number(elf, header, 2, shape.big);
    put_number(elf, 0, 4, shape.big); /* program headers: size, count */
    put_number(elf, shape.is_64 ? 64 : 40, 2, shape.big);
    put_number(elf, 4, 2, shape.big);
    put_number(elf, 3, 2, shape.big);
    put(elf, facts->data, facts->size);
    put(elf, notes->data, notes->size);
    put(elf, names, sizeof names);
    put(elf, "\0\0\0\0\0\0\0", sections_at - elf->size);
    for (int i = 0; i < 4; i++)
        put_section(elf, &shape, sections[i]);
}

/* Reads a copy that ends where the input ends, so that sanitizers see every byte beyond. */
static struct vt_object read_object(struct vt_arena *arena, const uint8_t *bytes, size_t size) {
    uint8_t *exact = malloc(size ? size : 1);
    struct vt_object object;

    memcpy(exact, bytes, size);
    vt_object_read(arena, exact, size, &object);
    free(exact);
    return object;
}

static const struct shape usual = {.is_64 = true, .type = ET_REL};

/* ---- Kinds --------------------------------------------------------------------------------- */

static void test_kinds(void **state) {
    uint8_t elf[20] = "\177ELF\2\1\1";

    (void)state;
    assert_int_equal(vt_object_kind((const uint8_t *)"", 0), VT_OBJECT_OTHER);
    assert_int_equal(vt_object_kind((const uint8_t *)"!<arch>\n", 8), VT_OBJECT_ARCHIVE);
    assert_int_equal(vt_object_kind((const uint8_t *)"!<thin>\n", 8), VT_OBJECT_ARCHIVE);
    assert_int_equal(vt_object_kind((const uint8_t *)"!<arch>", 7), VT_OBJECT_OTHER);
    assert_int_equal(vt_object_kind((const uint8_t *)"BC\xC0\xDE", 4), VT_OBJECT_BITCODE);
    assert_int_equal(vt_object_kind((const uint8_t *)"BC\xC0", 3), VT_OBJECT_OTHER);
    assert_int_equal(vt_object_kind((const uint8_t *)"\xDE\xC0\x17\x0B", 4), VT_OBJECT_BITCODE);
    assert_int_equal(vt_object_kind((const uint8_t *)"#!/bin/sh\n", 10), VT_OBJECT_OTHER);
    for (uint8_t type = 0; type < 6; type++) {
        enum vt_object_kind kind = type == ET_REL                      ? VT_OBJECT_RELOCATABLE
                                   : type == ET_EXEC || type == ET_DYN ? VT_OBJECT_IMAGE
                                                                       : VT_OBJECT_OTHER;
        elf[16] = type;
        assert_int_equal(vt_object_kind(elf, sizeof elf), kind);
    }
    /* Cut off before its type: reading it will tell. */
    assert_int_equal(vt_object_kind(elf, 17), VT_OBJECT_RELOCATABLE);
}

/* ---- ELF ----------------------------------------------------------------------------------- */

static void test_classes_and_orders(void **state) {
    (void)state;
    for (unsigned i = 0; i < 4; i++) {
        struct shape shape = {.is_64 = i & 1, .big = i & 2, .type = ET_REL};
        struct bytes facts = {0}, notes = {0}, elf = {0};
        struct vt_arena *arena = vt_arena_new();
        struct vt_object object;
        struct vt_error error = {0};
        struct vt_unit *unit;

        put_facts(&facts, "a.c");
        put(&facts, "\0\0\0", 3); /* what a linker may put between two */
        put_facts(&facts, "b.c");
        put_note(&notes, 7, "a.c", shape.big);
        put(&notes, "\0\0\0\0", 4);
        put_note(&notes, 9, "src/with a long name.c", shape.big);
        make_elf(&elf, shape, &facts, &notes);
        object = read_object(arena, elf.data, elf.size);
        assert_int_equal(object.kind, VT_OBJECT_RELOCATABLE);
        assert_int_equal(object.nfaults, 0);
        assert_int_equal(object.nfacts, 2);
        unit = vt_facts_unit(&object.facts[1], &error);
        assert_non_null(unit);
        assert_string_equal(vt_string(unit->strings, unit->source), "b.c");
        vt_arena_free(unit->arena);
        assert_int_equal(object.facts[0].size + 3 + object.facts[1].size, facts.size);
        assert_int_equal(object.nnotes, 2);
        assert_int_equal(object.notes[0].digest[31], 7);
        assert_string_equal(object.notes[1].source, "src/with a long name.c");
        vt_arena_free(arena);
    }
}

static void test_cut_anywhere(void **state) {
    struct bytes facts = {0}, notes = {0}, elf = {0};

    (void)state;
    put_facts(&facts, "a.c");
    put_note(&notes, 7, "a.c", false);
    make_elf(&elf, usual, &facts, &notes);
    for (size_t size = 4; size < elf.size; size++) {
        struct vt_arena *arena = vt_arena_new();
        struct vt_object object = read_object(arena, elf.data, size);

        if (object.nfaults == 0)
            fail_msg("cut at %zu of %zu: no fault", size, elf.size);
        vt_arena_free(arena);
    }
}

static void test_every_byte_changed(void **state) {
    struct bytes facts = {0}, notes = {0}, elf = {0};
    uint8_t digest[32];

    (void)state;
    put_facts(&facts, "a.c");
    vt_sha256(facts.data, facts.size, digest);
    put_note(&notes, 7, "a.c", false);
    make_elf(&elf, usual, &facts, &notes);
    for (size_t at = 4; at < elf.size; at++)
        for (unsigned bit = 0; bit < 8; bit++) {
            struct vt_arena *arena = vt_arena_new();
            struct vt_object object;

            elf.data[at] ^= (uint8_t)(1u << bit);
            object = read_object(arena, elf.data, elf.size);
            elf.data[at] ^= (uint8_t)(1u << bit);
            /* Within the facts a change is always seen; at least the digest is another. */
            if (at >= 64 && at < 64 + facts.size)
                assert_true(object.nfaults > 0 ||
                            memcmp(object.facts[0].digest, digest, sizeof digest) != 0);
            vt_arena_free(arena);
        }
}

/* Faults of an object with these sections, as one text; to be freed. */
static void expect_fault(struct shape shape, const struct bytes *facts, const struct bytes *notes,
                         const char *fault) {
    struct vt_arena *arena = vt_arena_new();
    struct bytes elf = {0};
    struct vt_object object;

    make_elf(&elf, shape, facts, notes);
    object = read_object(arena, elf.data, elf.size);
    assert_int_equal(object.nfaults, 1);
    if (strncmp(object.faults[0], fault, strlen(fault)) != 0)
        fail_msg("'%s' instead of '%s'", object.faults[0], fault);
    vt_arena_free(arena);
}

static void test_faults(void **state) {
    struct shape compressed = usual;
    struct bytes none = {0}, facts = {0}, notes = {0}, zeros = {.size = 64};

    (void)state;
    put_facts(&facts, "a.c");
    expect_fault(usual, &none, &none, "section .vitrine.facts is empty");
    expect_fault(usual, &zeros, &none, "section .vitrine.facts is empty");
    compressed.flags = SHF_COMPRESSED;
    expect_fault(compressed, &facts, &none, "section .vitrine.facts is compressed");
    put(&facts, "VTRN", 4);
    expect_fault(usual, &facts, &none, "section .vitrine.facts, byte ");

    facts.size -= 4;
    put_note(&notes, 1, "a.c", false);
    notes.data[20] = 2; /* version */
    expect_fault(usual, &facts, &notes, "section .note.vitrine, byte 0: ");
    notes.data[20] = 1;
    notes.data[8] = 3; /* type */
    expect_fault(usual, &facts, &notes, "section .note.vitrine, byte 0: ");
    notes.data[8] = 1;
    memset(notes.data + 4, 0xff, 4); /* size of the description */
    expect_fault(usual, &facts, &notes, "section .note.vitrine, byte 0: ");
    notes.data[4] = 34; /* no room for a source */
    memset(notes.data + 5, 0, 3);
    expect_fault(usual, &facts, &notes, "section .note.vitrine, byte 0: ");
    notes.data[4] = 37; /* the source has no end */
    expect_fault(usual, &facts, &notes, "section .note.vitrine, byte 0: ");
}

/* ---- COFF ---------------------------------------------------------------------------------- */

enum { COFF_HEADER = 20, COFF_BIG_HEADER = 56, COFF_SECTION = 40, PE_HEADER = 0x44 };

/* An object, or an image, with code and the given contents of .vitrine and .vtnote. */
struct coff_shape {
    bool is_image, is_big;
};

static void put_coff_section(struct bytes *coff, const char name[8], const struct bytes *contents,
                             size_t *at, uint32_t flags) {
    put(coff, name, 8);
    put_number(coff, contents->size, 4, false); /* in memory */
    put_number(coff, 0, 4, false);
    put_number(coff, contents->size + (flags & 0x200 ? 100 : 0), 4, false); /* in the file */
    put_number(coff, *at, 4, false);
    put(coff, "\0\0\0\0\0\0\0\0\0\0\0", 12);
    put_number(coff, flags, 4, false);
    *at += contents->size;
}

static void put_coff_header(struct bytes *coff, struct coff_shape shape) {
    if (shape.is_image) {
        put(coff, "MZ", 2);
        coff->size = 0x3c;
        put_number(coff, PE_HEADER - 4, 4, false);
        put(coff, "PE\0\0", 4);
    }
    if (shape.is_big) {
        put(coff, "\0\0\xff\xff\2\0\x64\x86\0\0\0\0", 12);
        put(coff, "\xC7\xA1\xBA\xD1\xEE\xBA\xA9\x4B\xAF\x20\xFA\xF8\x6A\xA4\xDC\xB8", 16);
        coff->size = 44;
        put_number(coff, 3, 4, false);
        coff->size = COFF_BIG_HEADER;
        return;
    }
    put_number(coff, 0x8664, 2, false);
    put_number(coff, 3, 2, false);
    put(coff, "\0\0\0\0\0\0\0\0\0\0\0", 12);
    put_number(coff, 0, 2, false);
    put_number(coff, shape.is_image ? 0x22 : 0, 2, false);
}

static void make_coff(struct bytes *coff, struct coff_shape shape, const struct bytes *facts,
                      const struct bytes *notes) {
    const struct bytes code = {.data = {0xc3}, .size = 1};
    size_t at;

    *coff = (struct bytes){0};
    put_coff_header(coff, shape);
    at = coff->size + 3 * COFF_SECTION;
    put_coff_section(coff, ".text\0\0", &code, &at, 0x60000020);
    put_coff_section(coff, ".vitrine", facts, &at, 0x40100800);
    put_coff_section(coff, ".vtnote", notes, &at, shape.is_image ? 0x42000240 : 0x42000040);
    put(coff, code.data, code.size);
    put(coff, facts->data, facts->size);
    put(coff, notes->data, notes->size);
    if (shape.is_image) /* what fills the file up to a page is not a note */
        for (int i = 0; i < 100; i++)
            put(coff, "\xcc", 1);
}

static void test_coff(void **state) {
    const struct coff_shape shapes[] = {{0}, {.is_big = true}, {.is_image = true}};
    struct bytes facts = {0}, notes = {0}, coff;

    (void)state;
    put_facts(&facts, "a.c");
    put_note(&notes, 7, "a.c", false);
    put(&notes, "\0\0\0\0", 4);
    put_note(&notes, 9, "src/b.c", false);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        struct vt_arena *arena = vt_arena_new();
        struct vt_object object;

        make_coff(&coff, shapes[i], &facts, &notes);
        object = read_object(arena, coff.data, coff.size);
        assert_int_equal(object.kind, shapes[i].is_image ? VT_OBJECT_IMAGE : VT_OBJECT_RELOCATABLE);
        assert_int_equal(object.nfaults, 0);
        assert_int_equal(object.nfacts, 1);
        assert_int_equal(object.nnotes, 2);
        assert_string_equal(object.notes[1].source, "src/b.c");
        assert_true(object.has_code);
        for (size_t size = 20; size < coff.size - (shapes[i].is_image ? 100 : 0); size++)
            assert_true(read_object(arena, coff.data, size).nfaults > 0);
        vt_arena_free(arena);
    }
}

static void test_coff_every_byte_changed(void **state) {
    const struct coff_shape shapes[] = {{0}, {.is_big = true}, {.is_image = true}};
    struct bytes facts = {0}, notes = {0}, coff;

    (void)state;
    put_facts(&facts, "a.c");
    put_note(&notes, 7, "a.c", false);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        make_coff(&coff, shapes[i], &facts, &notes);
        for (size_t at = 0; at < coff.size; at++) {
            struct vt_arena *arena = vt_arena_new();

            coff.data[at] ^= 0xff;
            read_object(arena, coff.data, coff.size); /* no byte beyond the end is read */
            coff.data[at] ^= 0xff;
            vt_arena_free(arena);
        }
    }
}

static void test_coff_faults(void **state) {
    struct vt_arena *arena = vt_arena_new();
    struct bytes none = {0}, notes = {0}, coff;
    struct vt_object object;

    (void)state;
    make_coff(&coff, (struct coff_shape){0}, &none, &none);
    object = read_object(arena, coff.data, coff.size);
    assert_int_equal(object.nfaults, 1);
    assert_string_equal(object.faults[0], "section .vitrine is empty");
    object = read_object(arena, (const uint8_t *)"MZ, and then text", 17);
    assert_int_equal(object.nfaults, 1);
    assert_string_equal(object.faults[0], "not a valid PE image");
    put_facts(&none, "a.c");
    put_note(&notes, 7, "a.c", false);
    notes.data[8] = 3; /* type */
    make_coff(&coff, (struct coff_shape){0}, &none, &notes);
    object = read_object(arena, coff.data, coff.size);
    assert_int_equal(object.nfaults, 1);
    assert_string_equal(object.faults[0],
                        "section .vtnote, byte 0: not a note of this version of vitrine");
    vt_arena_free(arena);
}

/* ---- ar ------------------------------------------------------------------------------------ */

static void put_member(struct bytes *archive, const char *name, const char *size,
                       const char *data) {
    char header[61];

    snprintf(header, sizeof header, "%-16s%-12s%-6s%-6s%-8s%-10s`\n", name, "0", "0", "0", "644",
             size);
    put(archive, header, 60);
    put(archive, data, strlen(data));
}

struct walk {
    size_t count;
    char last[64];
    struct vt_error error;
};

static struct walk walk(const struct bytes *bytes, size_t size) {
    uint8_t *exact = malloc(size ? size : 1);
    struct vt_archive archive = {.bytes = exact, .size = size, .arena = vt_arena_new()};
    struct walk result = {0};
    struct vt_member member;

    memcpy(exact, bytes->data, size);
    while (vt_archive_next(&archive, &member, &result.error)) {
        result.count++;
        snprintf(result.last, sizeof result.last, "%s:%zu%s", member.name, member.size,
                 member.bytes ? "" : " elsewhere");
    }
    vt_arena_free(archive.arena);
    free(exact);
    return result;
}

static void test_archive(void **state) {
    struct bytes bytes = {0};
    struct walk result;

    (void)state;
    put(&bytes, "!<arch>\n", 8);
    assert_int_equal(walk(&bytes, bytes.size).count, 0);
    put_member(&bytes, "/", "4", "\1\2\3\4");
    put_member(&bytes, "//", "20", "a_very_long_name.o/\n");
    put_member(&bytes, "a.o/", "3", "abc\n");
    put_member(&bytes, "/0", "2", "de");
    result = walk(&bytes, bytes.size);
    assert_string_equal(result.error.text, "");
    assert_int_equal(result.count, 2);
    assert_string_equal(result.last, "a_very_long_name.o:2");
    put_member(&bytes, "#1/8", "11", "name.o\1\1xyz\n");
    assert_string_equal(walk(&bytes, bytes.size).last, "name.o\1\1:3");
    for (size_t size = 0; size < bytes.size; size++)
        walk(&bytes, size); /* no byte beyond the end is read */
}

static void test_thin_archive(void **state) {
    struct bytes bytes = {0};
    struct walk result;

    (void)state;
    put(&bytes, "!<thin>\n", 8);
    put_member(&bytes, "//", "16", "sub/a.o/\nlib.a/\n");
    put_member(&bytes, "/0", "1000", "");
    put_member(&bytes, "/9:68", "2000", "");
    result = walk(&bytes, bytes.size);
    assert_string_equal(result.error.text, "");
    assert_int_equal(result.count, 2);
    assert_string_equal(result.last, "lib.a:2000 elsewhere");
}

static void expect_archive_error(const char *name, const char *size, const char *data,
                                 const char *message) {
    struct bytes bytes = {0};
    struct walk result;

    put(&bytes, "!<arch>\n", 8);
    put_member(&bytes, name, size, data);
    result = walk(&bytes, bytes.size);
    if (!strstr(result.error.text, message))
        fail_msg("member '%s': '%s' instead of '%s'", name, result.error.text, message);
}

static void test_archive_errors(void **state) {
    (void)state;
    expect_archive_error("a.o/", "4", "abc", "archive member at byte 8 is cut off");
    expect_archive_error("a.o/", "9999999999", "abc", "archive member at byte 8 is cut off");
    expect_archive_error("//", "4", "abc", "archive member at byte 8 is cut off");
    expect_archive_error("a.o/", "-1", "abc", "no valid archive member at byte 8");
    expect_archive_error("a.o/", "", "abc", "no valid archive member at byte 8");
    expect_archive_error("a.o/", "3", "abc\nde", "the archive is cut off at byte 72");
    expect_archive_error("/0", "2", "ab", "archive member at byte 8 has no valid name");
    expect_archive_error("/x", "2", "ab", "archive member at byte 8 has no valid name");
    expect_archive_error("#1/3", "2", "ab", "archive member at byte 8 has no valid name");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds),        cmocka_unit_test(test_classes_and_orders),
        cmocka_unit_test(test_cut_anywhere), cmocka_unit_test(test_every_byte_changed),
        cmocka_unit_test(test_faults),       cmocka_unit_test(test_archive),
        cmocka_unit_test(test_thin_archive), cmocka_unit_test(test_archive_errors),
        cmocka_unit_test(test_coff),         cmocka_unit_test(test_coff_every_byte_changed),
        cmocka_unit_test(test_coff_faults),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
