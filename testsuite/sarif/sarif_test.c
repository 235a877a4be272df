/* The parts of the SARIF writer, and the report for people. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/base/strings.h"
#include "engine/binary/encode.h"
#include "fixture.h"
#include "sarif/artifacts.h"
#include "sarif/cwe.h"
#include "sarif/linehash.h"
#include "sarif/text.h"
#include "sarif/uri.h"
#include "sarif/utf8.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- Paths ------------------------------------------------------------------------------- */

static void paths_are_made_plain(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"a.c", "a.c"},
        {"./a.c", "a.c"},
        {"a//b/./c.c", "a/b/c.c"},
        {"a/../b.c", "b.c"},
        {"../a.c", "../a.c"},
        {"a/../../b.c", "../b.c"},
        {"../../a.c", "../../a.c"},
        {"/a/../../b.c", "/b.c"},
        {"/", "/"},
        {".", "."},
        {"a/..", "."},
        {"C:\\x\\..\\y.c", "C:/y.c"},
        {"a/b/", "a/b"},
        {"...", "..."},
        {"a\\b.c", "a\\b.c"},
    };
    struct vt_arena *arena = vt_arena_new();
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(vt_path_normalise(arena, cases[i][0]), cases[i][1]);
    vt_arena_free(arena);
}

static void paths_have_a_kind(void **state) {
    (void)state;
    assert_int_equal(vt_path_kind("src/a.c"), VT_PATH_RELATIVE);
    assert_int_equal(vt_path_kind("../a.c"), VT_PATH_ABOVE);
    assert_int_equal(vt_path_kind("/home/me/a.c"), VT_PATH_ABSOLUTE);
    assert_int_equal(vt_path_kind("C:/a.c"), VT_PATH_ABSOLUTE);
    assert_int_equal(vt_path_kind("/usr/include/stdio.h"), VT_PATH_SYSTEM);
    assert_int_equal(vt_path_kind("/usr/src/a.c"), VT_PATH_ABSOLUTE);
}

static void uris_are_percent_encoded(void **state) {
    (void)state;
    struct vt_arena *arena = vt_arena_new();
    assert_string_equal(vt_uri_encode(arena, "a-b_c.d~e/f"), "a-b_c.d~e/f");
    assert_string_equal(vt_uri_encode(arena, "a b%#?:\xC3\xA9\x01"), "a%20b%25%23%3F%3A%C3%A9%01");
    vt_arena_free(arena);
}

/* The URI a step's FILE gets in a report on FIXTURE. */
static void assert_uri(struct fixture *fixture, const char *file, const char *uri) {
    struct vt_arena *arena = fixture->findings.arena;
    struct vt_step *step = vt_alloc(arena, sizeof *step);
    *step = (struct vt_step){.file = file};
    fixture->findings.items = vt_alloc(arena, sizeof *fixture->findings.items);
    fixture->findings.items[0] = (struct vt_finding){.steps = step, .nsteps = 1};
    fixture->findings.count = 1;
    struct vt_artifacts *artifacts = vt_artifacts_new(&fixture->report, arena);
    assert_string_equal(artifacts->items[vt_artifacts_find(artifacts, NULL, file)].uri, uri);
}

static void absolute_paths_lose_what_the_sources_share(void **state) {
    (void)state;
    struct fixture fixture;
    fixture_new(&fixture, "/home/somebody/agent/src/", 0);
    assert_uri(&fixture, "/home/somebody/agent/src/net.c", "net.c");
    assert_uri(&fixture, "/home/somebody/agent/src/sub/./x.h", "sub/x.h");
    assert_uri(&fixture, "/home/somebody/agent/include/x.h", "outside/1/x.h");
    assert_uri(&fixture, "/usr/include/stdio.h", "file:///usr/include/stdio.h");
    assert_uri(&fixture, "gen/x.h", "gen/x.h");
    fixture_free(&fixture);
}

static void folders_with_names_of_people_are_never_told(void **state) {
    (void)state;
    struct fixture fixture;
    fixture_new(&fixture, "/home/", 0);
    assert_uri(&fixture, "/home/somebody/x.c", "outside/2/x.c");
    fixture_free(&fixture);
    fixture_new(&fixture, "src/", 0);
    assert_uri(&fixture, "/home/somebody/x.c", "outside/1/x.c");
    assert_uri(&fixture, "C:\\Users\\somebody\\x.c", "outside/1/x.c");
    fixture_free(&fixture);
}

/* Units that were compiled in different folders, as the compiler was told "main.c" in each. */
static void files_of_one_path_are_told_apart(void **state) {
    (void)state;
    static const char *const uris[] = {"main.c", "variant/2/main.c", "main.c"};
    struct fixture fixture;
    fixture_new(&fixture, "src/", 0);
    for (size_t i = 0; i < 3; i++) {
        struct vt_unit *unit = fixture.units[i];
        unit->source = unit->files->path = vt_intern(unit->strings, "main.c");
        memset(unit->files->sha256, i == 1 ? 2 : 1, 32);
    }
    struct vt_arena *arena = vt_arena_new();
    struct vt_artifacts *artifacts = vt_artifacts_new(&fixture.report, arena);
    for (size_t i = 0; i < 3; i++) {
        size_t index = vt_artifacts_find(artifacts, fixture.units[i], "main.c");
        assert_string_equal(artifacts->items[index].uri, uris[i]);
        assert_memory_equal(artifacts->items[index].digest, fixture.units[i]->files->sha256, 32);
    }
    size_t unknown = vt_artifacts_find(artifacts, NULL, "main.c");
    assert_string_equal(artifacts->items[unknown].uri, "main.c");
    vt_arena_free(arena);
    fixture_free(&fixture);
}

static void paths_above_the_build_step_aside(void **state) {
    (void)state;
    struct fixture fixture;
    fixture_new(&fixture, "src/", 0);
    assert_uri(&fixture, "../lib/x.c", "lib/x.c");
    assert_uri(&fixture, "../src/net.c", "outside/1/net.c");
    assert_uri(&fixture, "a/../../..", "outside/1/folder");
    assert_uri(&fixture, "/", "outside/1/folder");
    assert_uri(&fixture, "src/../src/net.c", "src/net.c");
    fixture_free(&fixture);
}

/* ---- Text -------------------------------------------------------------------------------- */

static void broken_utf8_becomes_replacements(void **state) {
    (void)state;
    static const struct {
        const char *text;
        uint32_t code;
        size_t used;
    } cases[] = {
        {"a", 'a', 1},
        {"\xC3\xA9", 0xE9, 2},
        {"\xE2\x82\xAC", 0x20AC, 3},
        {"\xF0\x9F\x98\x80", 0x1F600, 4},
        {"\xF4\x8F\xBF\xBF", 0x10FFFF, 4},
        {"\x80", VT_UTF8_REPLACEMENT, 1},
        {"\xC0\xAF", VT_UTF8_REPLACEMENT, 1},         /* longer than it must be */
        {"\xE0\x80\x80", VT_UTF8_REPLACEMENT, 1},     /* the same */
        {"\xED\xA0\x80", VT_UTF8_REPLACEMENT, 1},     /* half a surrogate pair */
        {"\xF4\x90\x80\x80", VT_UTF8_REPLACEMENT, 1}, /* beyond Unicode */
        {"\xE2\x82x", VT_UTF8_REPLACEMENT, 2},        /* cut */
        {"\xF0\x9F\x98", VT_UTF8_REPLACEMENT, 3},     /* cut at the end */
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t used;
        char bytes[4];
        const uint8_t *text = (const uint8_t *)cases[i].text;
        assert_int_equal(vt_utf8_decode(text, strlen(cases[i].text), &used), cases[i].code);
        assert_int_equal(used, cases[i].used);
        if (cases[i].code == VT_UTF8_REPLACEMENT)
            continue;
        assert_int_equal(vt_utf8_encode(cases[i].code, bytes), used);
        assert_memory_equal(bytes, text, used);
    }
}

static void cwe_ids_are_read_from_lists(void **state) {
    (void)state;
    const char *list = "CWE-201, CWE-506,x,CWE-,CWE-7";
    static const unsigned expected[] = {201, 506, 7};
    unsigned number;
    for (size_t i = 0; i < COUNT(expected); i++) {
        assert_true(vt_cwe_next(&list, &number));
        assert_int_equal(number, expected[i]);
    }
    assert_false(vt_cwe_next(&list, &number));
    assert_string_equal(vt_cwe_title(506), "Embedded Malicious Code");
    assert_null(vt_cwe_title(7));
}

static void terminals_are_not_spoken_to(void **state) {
    (void)state;
    struct fixture fixture;
    char *page = NULL;
    size_t size;
    fixture_new(&fixture, "src/", 0);
    fixture_run(&fixture, "exfil");
    fixture.findings.items[0].message = "red \033[31m, bell \a, \xC2\x9B, turned \xE2\x80\xAE.";
    FILE *out = open_memstream(&page, &size);
    vt_text_write(&fixture.report, out, false);
    fclose(out);
    assert_non_null(strstr(page, "red \\x1b[31m, bell \\x07, \\x9b, turned \\u202e."));
    assert_null(strchr(page, '\033'));
    free(page);
    out = open_memstream(&page, &size);
    vt_text_write(&fixture.report, out, true);
    fclose(out);
    assert_non_null(strstr(page, "\033[1;31merror\033[0m"));
    assert_null(strstr(page, "\033[31m"));
    free(page);
    fixture_free(&fixture);
}

static size_t count_of(const char *text, const char *part) {
    size_t count = 0;
    for (; (text = strstr(text, part)) != NULL; text++)
        count++;
    return count;
}

/* The report of a finding of COUNT steps, of which number 31 is ESSENTIAL. */
static char *page_of_path(size_t count, bool essential) {
    struct fixture fixture;
    char *page = NULL;
    size_t size;
    fixture_new(&fixture, "src/", 0);
    fixture_run(&fixture, "exfil");
    struct vt_finding *finding = &fixture.findings.items[0];
    finding->steps = vt_alloc_array(fixture.findings.arena, count, sizeof *finding->steps);
    finding->nsteps = count;
    for (size_t i = 0; i < count; i++)
        finding->steps[i] = (struct vt_step){
            .file = "", .text = "One more step.", .essential = essential && i == 30};
    FILE *out = open_memstream(&page, &size);
    vt_text_write(&fixture.report, out, false);
    fclose(out);
    fixture_free(&fixture);
    return page;
}

static void long_ways_are_told_by_their_ends(void **state) {
    (void)state;
    static const struct {
        size_t count;
        bool essential;
        size_t told, gaps;
    } cases[] = {{18, false, 18, 0}, {19, false, 16, 1}, {60, false, 16, 1}, {60, true, 17, 2}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        char *page = page_of_path(cases[i].count, cases[i].essential);
        assert_int_equal(count_of(page, "One more step."), cases[i].told);
        assert_int_equal(count_of(page, "  ...\n"), cases[i].gaps);
        free(page);
    }
}

/* ---- Line hashes ------------------------------------------------------------------------- */

static void assert_hashes(const char *text, const char *const *expected, size_t count) {
    struct vt_line_hashes lines;
    char hash[40];
    assert_true(vt_line_hashes_new((const uint8_t *)text, strlen(text), &lines));
    assert_int_equal(lines.count, count);
    for (uint32_t i = 0; i < count; i++) {
        assert_true(vt_line_hash(&lines, i + 1, hash));
        assert_string_equal(hash, expected[i]);
    }
    assert_false(vt_line_hash(&lines, 0, hash));
    assert_false(vt_line_hash(&lines, (uint32_t)count + 1, hash));
    vt_line_hashes_free(&lines);
}

/* The hashes are those that GitHub's own tests of fingerprints.ts publish for these texts. */
static void line_hashes_are_those_of_github(void **state) {
    (void)state;
    static const char *const empty[] = {"c129715d7a2bc9a3:1"};
    static const char *const letters[] = {"271789c17abda88f:1", "54703d4cd895b18:1",
                                          "180aee12dab6264:1", "a23a3dc5e078b07b:1"};
    static const char *const greetings[] = {
        "e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
        "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1"};
    static const char *const repeated[] = {
        "a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3", "a7f2ff13bc495cf2:4",
        "a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6", "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1",
        "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1"};
    char lorem[400] = "";
    for (int i = 0; i < 10; i++)
        strcat(lorem, "Lorem ipsum dolor sit amet.\n");
    assert_hashes("", empty, 1);
    assert_hashes(" a\nb\n  \t\tc\n d", letters, 4);
    assert_hashes(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", greetings, 7);
    assert_hashes(" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", greetings, 7);
    assert_hashes(" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", greetings, 7);
    assert_hashes(lorem, repeated, 11);
}

/* A character beyond the BMP counts as two: computed here from the definition. */
static void line_hashes_count_utf16_units(void **state) {
    (void)state;
    static const uint16_t units[] = {0xE9, 0xD83D, 0xDE00, 0xFFFD, 0xFFFF};
    uint64_t hash = 0;
    char expected[40];
    for (size_t i = 0; i < 100; i++)
        hash = hash * 37 + (i < COUNT(units) ? units[i] : 0);
    snprintf(expected, sizeof expected, "%llx:1", (unsigned long long)hash);
    const char *const one[] = {expected};
    assert_hashes("\xC3\xA9 \xF0\x9F\x98\x80\xFF", one, 1);
}

/* ---- The log ----------------------------------------------------------------------------- */

static char *log_of(const struct fixture *fixture) {
    char *log = NULL;
    size_t size;
    struct vt_error error = {{0}};
    FILE *out = open_memstream(&log, &size);
    assert_true(vt_sarif_write(&fixture->report, out, &error));
    fclose(out);
    return log;
}

/* A source in FOLDER whose line 42, where the finding is, can be hashed. */
static void write_source(const char *folder, const char *text) {
    char path[256];
    snprintf(path, sizeof path, "%s/net.c", folder);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    for (int i = 1; i < 42; i++)
        fputc('\n', out);
    fputs(text, out);
    fclose(out);
}

static void sources_are_hashed_if_they_are_those_compiled(void **state) {
    (void)state;
    char folder[] = "/tmp/vitrine-sarif-XXXXXX", path[64], text[64];
    struct fixture fixture;
    assert_non_null(mkdtemp(folder));
    fixture_new(&fixture, "", 0);
    fixture_run(&fixture, "exfil");
    write_source(folder, "");
    memset(text, '\n', 41);
    vt_sha256(text, 41, fixture.units[2]->files[0].sha256);

    char *log = log_of(&fixture); /* no source root: nothing is read */
    assert_null(strstr(log, "primaryLocationLineHash"));
    free(log);
    fixture.report.source_root = folder;
    log = log_of(&fixture);
    assert_non_null(strstr(log, "\"primaryLocationLineHash\":\"c129715d7a2bc9a3:1\""));
    assert_null(strstr(log, "/tmp/"));
    free(log);
    write_source(folder, "changed since");
    log = log_of(&fixture);
    assert_null(strstr(log, "primaryLocationLineHash"));
    free(log);

    snprintf(path, sizeof path, "%s/net.c", folder);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(folder), 0);
    log = log_of(&fixture);
    assert_null(strstr(log, "primaryLocationLineHash"));
    free(log);
    fixture_free(&fixture);
}

static void full_disk_is_an_error(void **state) {
    (void)state;
    struct fixture fixture;
    struct vt_error error = {{0}};
    fixture_new(&fixture, "src/", 0);
    fixture_run(&fixture, NULL);
    FILE *out = fopen("/dev/full", "w");
    assert_non_null(out);
    assert_false(vt_sarif_write(&fixture.report, out, &error));
    assert_string_equal(error.text, "the SARIF report cannot be written: No space left on device");
    fclose(out);
    fixture_free(&fixture);
}

static void report_needs_no_program(void **state) {
    (void)state;
    struct vt_findings findings = {.arena = vt_arena_new()};
    struct fixture fixture = {.report = {.findings = &findings, .complete = true}};
    char *log = log_of(&fixture);
    assert_non_null(strstr(log, "\"results\":[]"));
    free(log);
    vt_arena_free(findings.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths_are_made_plain),
        cmocka_unit_test(paths_have_a_kind),
        cmocka_unit_test(uris_are_percent_encoded),
        cmocka_unit_test(absolute_paths_lose_what_the_sources_share),
        cmocka_unit_test(folders_with_names_of_people_are_never_told),
        cmocka_unit_test(files_of_one_path_are_told_apart),
        cmocka_unit_test(paths_above_the_build_step_aside),
        cmocka_unit_test(broken_utf8_becomes_replacements),
        cmocka_unit_test(cwe_ids_are_read_from_lists),
        cmocka_unit_test(terminals_are_not_spoken_to),
        cmocka_unit_test(long_ways_are_told_by_their_ends),
        cmocka_unit_test(line_hashes_are_those_of_github),
        cmocka_unit_test(line_hashes_count_utf16_units),
        cmocka_unit_test(sources_are_hashed_if_they_are_those_compiled),
        cmocka_unit_test(full_disk_is_an_error),
        cmocka_unit_test(report_needs_no_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
