/* Writes reports for check.py:
 *   make_log small          the fixture's findings
 *   make_log text           the same for people
 *   make_log selected       one rule of two, units missing
 *   make_log nasty          texts and paths that try to break out
 *   make_log many N         N findings; fails if writing takes more than 16 MB
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "fixture.h"
#include "sarif/text.h"

static int write_log(struct fixture *fixture) {
    struct vt_error error = {{0}};
    if (vt_sarif_write(&fixture->report, stdout, &error))
        return 0;
    fprintf(stderr, "make_log: %s\n", error.text);
    return 1;
}

/* A finding made by hand: ends at FILE:LINE, all texts are TEXT. */
static void add_finding(struct fixture *fixture, const char *file, uint32_t line,
                        const char *text) {
    struct vt_findings *findings = &fixture->findings;
    struct vt_step *steps = vt_alloc_array(findings->arena, 3, sizeof *steps);
    struct vt_evidence *evidence = vt_alloc(findings->arena, sizeof *evidence);
    for (uint32_t i = 0; i < 3; i++)
        steps[i] = (struct vt_step){.file = file,
                                    .line = line,
                                    .column = line ? i + 1 : 0,
                                    .function = text,
                                    .text = text,
                                    .depth = i + 1,
                                    .kind = i == 0   ? "source"
                                            : i == 2 ? "sink"
                                                     : "value",
                                    .essential = i != 1};
    *evidence = (struct vt_evidence){.id = "given", .text = text, .weight = 7};
    findings->items = vt_grow(findings->arena, findings->items, findings->count,
                              &findings->capacity, sizeof *findings->items);
    findings->items[findings->count++] =
        (struct vt_finding){.rule = vt_rules[0],
                            .level = VT_LEVEL_WARNING,
                            .rank = 50,
                            .message = text,
                            .nsteps = 3,
                            .nevidence = 1,
                            .steps = steps,
                            .evidence = evidence,
                            .guard = text,
                            .unknown = text,
                            .key = vt_alloc_format(findings->arena, "%s\n%u", text, line)};
}

static int make_nasty(struct fixture *fixture) {
    static const char *const texts[] = {
        "\"quotes\" and \\back\\slashes\\",
        "tabs\tlines\nreturns\r bells\a escapes \033[31m red, delete \177.",
        "latin1 \xE9, overlong \xC0\xAF, surrogate \xED\xA0\x80, too high \xF5\x80\x80\x80, cut "
        "\xE2\x82",
        "placeholders {0} {1} {9} {{}} {",
        "a [link](https://evil.invalid/) and \\[another\\](x)",
        "reversed \xE2\x80\xAE txt.exe, emoji \xF0\x9F\x98\x80!",
        "</script><script>alert(1)</script>",
        ".",
    };
    static const char *const files[] = {
        "/home/somebody/secret place/a#b.c",
        "../../up/b?c.c",
        "./src//./dir/../c d.c",
        "C:\\Users\\somebody\\d.c",
        "/usr/include/stdio.h",
        "src/\xE9\xFF\x01.c",
        "",
        "%41:e.c",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        add_finding(fixture, files[i], i % 2 ? (uint32_t)i : 0, texts[i]);
    fixture->report.image = "/home/somebody/build/agent";
    return write_log(fixture);
}

static long peak_kilobytes(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

static int make_many(struct fixture *fixture, size_t count) {
    for (size_t i = 0; i < count; i++)
        add_finding(fixture, i % 3 ? "src/net.c" : "src/login.c", (uint32_t)i + 1,
                    "A sentence of a length that is not unusual in a report of this kind.");
    long before = peak_kilobytes();
    int result = write_log(fixture);
    long used = peak_kilobytes() - before;
    fprintf(stderr, "make_log: %zu results, %ld KB more while writing\n", count, used);
#ifdef VT_ARENA_MALLOC
    return result; /* a sanitizer build, where freed memory stays with the sanitizer */
#else
    return result || used > 16 * 1024;
#endif
}

int main(int argc, char **argv) {
    const char *what = argc > 1 ? argv[1] : "";
    struct fixture fixture;
    bool is_nasty = strcmp(what, "nasty") == 0;
    int result = 1;
    fixture_new(&fixture, is_nasty ? "/home/somebody/work dir/\"x\"/" : "src/", 0);
    if (strcmp(what, "small") == 0) {
        fixture_run(&fixture, NULL);
        result = write_log(&fixture);
    } else if (strcmp(what, "text") == 0) {
        fixture_run(&fixture, NULL);
        vt_text_write(&fixture.report, stdout, argc > 2);
        result = 0;
    } else if (strcmp(what, "selected") == 0) {
        static const char *const missing[] = {"00ff", "part.o"};
        fixture_run(&fixture, "exfil");
        fixture.report.missing = missing;
        fixture.report.nmissing = 2;
        fixture.report.complete = false;
        result = write_log(&fixture);
    } else if (is_nasty) {
        result = make_nasty(&fixture);
    } else if (strcmp(what, "many") == 0 && argc > 2) {
        result = make_many(&fixture, strtoul(argv[2], NULL, 10));
    } else {
        fprintf(stderr, "make_log: what?\n");
    }
    fixture_free(&fixture);
    return result;
}
