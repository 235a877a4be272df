/* The report for people: one finding after the other, the weightiest first, then a summary.
 *
 * Everything from the program (names, constants, messages) goes through vt_page_text; fputs and
 * fprintf are for our own words only.
 */
#include "sarif/text.h"

#include <stdlib.h>
#include <string.h>

#include "checkers/shared/channel/channels.h"
#include "engine/base/arena.h"
#include "sarif/blind.h"
#include "sarif/coverage.h"

/* ---- A finding --------------------------------------------------------------------------- */

struct level_words {
    const char *name, *many;
    enum vt_style style;
};

static const struct level_words levels[] = {
    [VT_LEVEL_NONE] = {"none", "", VT_PLAIN},
    [VT_LEVEL_NOTE] = {"note", "notes", VT_CYAN},
    [VT_LEVEL_WARNING] = {"warning", "warnings", VT_YELLOW},
    [VT_LEVEL_ERROR] = {"error", "errors", VT_RED},
};

/* "src/net.c:41:9", as much of it as is known. */
static const char *place_text(struct vt_arena *arena, const struct vt_step *step) {
    if (!*step->file)
        return "(no place)";
    if (step->line == 0)
        return step->file;
    if (step->column == 0)
        return vt_alloc_format(arena, "%s:%u", step->file, step->line);
    return vt_alloc_format(arena, "%s:%u:%u", step->file, step->line, step->column);
}

/* How wide the column of places has to be. One very long path does not push the others away. */
static size_t longest_place(struct vt_arena *arena, const struct vt_finding *finding) {
    size_t longest = 0;
    for (size_t i = 0; i < finding->nsteps; i++) {
        size_t length = strlen(place_text(arena, &finding->steps[i]));
        longest = length > longest && length <= 40 ? length : longest;
    }
    return longest;
}

/* The columns of a path. */
struct columns {
    struct vt_arena *arena;
    size_t width; /* of places */
};

static void put_step(const struct vt_page *page, const struct columns *columns,
                     const struct vt_step *step, size_t number) {
    const char *place = place_text(columns->arena, step);
    size_t length = strlen(place), gap = length < columns->width ? columns->width - length : 0;
    unsigned indent = step->depth > 8 ? 16 : step->depth > 0 ? 2 * (step->depth - 1) : 0;
    fprintf(page->out, "  %3zu  ", number);
    vt_page_styled(page, VT_DIM, place);
    fprintf(page->out, "%*s", (int)gap + 2 + (int)indent, "");
    vt_page_styled(page, step->essential ? VT_BOLD : VT_PLAIN, step->text);
    fputc('\n', page->out);
}

/* A long way is told by its two ends and what is essential between them; SARIF has all of it. */
static bool is_told(const struct vt_finding *finding, size_t step) {
    enum { AT_EACH_END = 8 };
    return step < AT_EACH_END || step + AT_EACH_END >= finding->nsteps ||
           finding->nsteps <= 2 * AT_EACH_END + 2 || finding->steps[step].essential;
}

/* Steps with numbers, places in a column, sentences indented by the depth of calls. */
static void put_path(const struct vt_page *page, struct vt_arena *arena,
                     const struct vt_finding *finding) {
    struct columns columns = {arena, longest_place(arena, finding)};
    bool was_told = true;
    for (size_t i = 0; i < finding->nsteps; i++) {
        bool told = page->whole || is_told(finding, i);
        if (told)
            put_step(page, &columns, &finding->steps[i], i + 1);
        else if (was_told)
            fputs("  ...\n", page->out);
        was_told = told;
    }
}

/* "  condition the request begins with ..."; nothing if there is no TEXT. */
static void put_labelled(const struct vt_page *page, const char *label, const char *text) {
    if (!text)
        return;
    fprintf(page->out, "  %-10s", label);
    vt_page_text(page, text);
    fputc('\n', page->out);
}

/* Weights with their signs, so that a reader sees what speaks for and what against. */
static void put_evidence(const struct vt_page *page, const struct vt_finding *finding) {
    for (size_t i = 0; i < finding->nevidence; i++) {
        const struct vt_evidence *evidence = &finding->evidence[i];
        fprintf(page->out, "  %-10s%+4d  ", i == 0 ? "evidence" : "", evidence->weight);
        vt_page_text(page, evidence->text);
        fputc('\n', page->out);
    }
}

void vt_text_finding(const struct vt_page *page, const struct vt_finding *finding,
                     const char *print) {
    struct vt_arena *arena = vt_arena_new();
    vt_page_styled(page, levels[finding->level].style, levels[finding->level].name);
    fputs("  ", page->out);
    vt_page_styled(page, VT_BOLD, finding->rule->id);
    fprintf(page->out, "  rank %d of 100  ", (int)(finding->rank + 0.5));
    vt_page_styled(page, VT_DIM, vt_alloc_format(arena, "%.*s", VT_SHORT_ID, print));
    fputc('\n', page->out);
    vt_page_styled(page, VT_BOLD, finding->message);
    fputs("\n\n", page->out);
    put_path(page, arena, finding);
    if (finding->guard || finding->nevidence || finding->unknown || finding->nclaims)
        fputc('\n', page->out);
    put_labelled(page, "condition", finding->guard);
    put_evidence(page, finding);
    put_labelled(page, "not known", finding->unknown);
    for (size_t i = 0; i < finding->nclaims; i++)
        put_labelled(page, "claimed", finding->claims[i].reason);
    fputc('\n', page->out);
    vt_arena_free(arena);
}

/* ---- Summary ----------------------------------------------------------------------------- */

static void put_count(const struct vt_page *page, size_t count, const char *one, const char *many) {
    fprintf(page->out, "%zu %s", count, count == 1 ? one : many);
}

/* "3 findings: 2 errors, 1 warning." */
static void put_levels(const struct vt_page *page, const struct vt_findings *findings) {
    size_t counts[VT_LEVEL_ERROR + 1] = {0};
    for (size_t i = 0; i < findings->count; i++)
        counts[findings->items[i].level]++;
    vt_page_begin(page, VT_BOLD);
    put_count(page, findings->count, "finding", "findings");
    vt_page_end(page);
    size_t claimed = 0;
    for (size_t i = 0; i < findings->count; i++)
        claimed += findings->items[i].nclaims > 0;
    const char *separator = ": ";
    for (int level = VT_LEVEL_ERROR; level >= VT_LEVEL_NOTE; level--) {
        if (counts[level] == 0)
            continue;
        fputs(separator, page->out);
        separator = ", ";
        put_count(page, counts[level], levels[level].name, levels[level].many);
    }
    if (claimed)
        fprintf(page->out, "; %zu of them claimed to be meant, for a reviewer to accept", claimed);
    fputs(".\n", page->out);
}

/* Blind spots of KIND by what they are about, as many names as fit on a line. */
static void put_names(const struct vt_page *page, const struct vt_report *report,
                      enum vt_blind_kind kind) {
    enum { ENOUGH = 6 };
    size_t nblinds = 0, named = 0;
    const struct vt_program_blind *blinds =
        report->program ? vt_program_blinds(report->program, &nblinds) : NULL;
    size_t nmissing = kind == VT_BLIND_UNIT ? report->nmissing : 0;
    for (size_t i = 0; i < nmissing + nblinds; i++) {
        if (i >= nmissing && blinds[i - nmissing].kind != kind)
            continue;
        const char *text = i < nmissing ? report->missing[i] : blinds[i - nmissing].text;
        if (!*text)
            continue;
        if (named == ENOUGH) {
            fputs(", ...", page->out);
            break;
        }
        fputs(named++ == 0 ? ": " : ", ", page->out);
        vt_page_text(page, text);
    }
}

/* "Declared: 3 services, 2 of them found; found and not declared: 1 channel." */
static void put_channels(const struct vt_page *page, const struct vt_channels *channels) {
    size_t used = 0, undeclared = 0;
    if (!channels)
        return;
    const struct vt_declaration *declaration = channels->declaration;
    for (size_t i = 0; i < declaration->nservices; i++)
        used += vt_channels_use(channels, &declaration->services[i]);
    for (size_t i = 0; i < channels->count; i++)
        undeclared += !channels->items[i].service;
    fputs("Declared: ", page->out);
    put_count(page, declaration->nservices, "service", "services");
    fprintf(page->out, ", %zu of them found; found and not declared: ", used);
    put_count(page, undeclared, "channel", "channels");
    fputs(".\n", page->out);
}

/* What was found, how much was looked at, and what was not: silence must not look like a result. */
static void put_summary(const struct vt_page *page, const struct vt_report *report) {
    struct vt_coverage seen = vt_coverage_of(report);
    put_levels(page, report->findings);
    fputs("Looked at ", page->out);
    put_count(page, seen.units, "unit", "units");
    fputs(" with ", page->out);
    put_count(page, seen.functions, "function", "functions");
    fputs(" that use ", page->out);
    put_count(page, seen.external, "external function", "external functions");
    fprintf(page->out, "; %zu calls within, %zu not resolved.\n", seen.inside, seen.unresolved);
    put_channels(page, report->channels);
    const char *title = "Not looked at:\n";
    for (int kind = 0; kind < VT_BLIND_COUNT; kind++) {
        if (seen.blind[kind] == 0)
            continue;
        const struct vt_blind_text *text = vt_blind_text((enum vt_blind_kind)kind);
        fputs(title, page->out);
        title = "";
        fputs("  ", page->out);
        put_count(page, seen.blind[kind], text->one, text->many);
        put_names(page, report, (enum vt_blind_kind)kind);
        fputc('\n', page->out);
    }
    if (!report->complete) {
        vt_page_styled(page, VT_YELLOW,
                       "The report is not complete: part of the program is missing.");
        fputc('\n', page->out);
    }
}

/* The weightiest first; of equals the one that stands first in the report. */
static int compare_weight(const void *left, const void *right) {
    const struct vt_finding *a = *(const struct vt_finding *const *)left;
    const struct vt_finding *b = *(const struct vt_finding *const *)right;
    if (a->rank > b->rank || a->rank < b->rank)
        return a->rank > b->rank ? -1 : 1;
    return (a > b) - (a < b);
}

void vt_text_write(const struct vt_report *report, FILE *out, bool colour) {
    struct vt_page page = {.out = out, .colour = colour};
    struct vt_arena *arena = vt_arena_new();
    size_t count = report->findings->count;
    const struct vt_finding **order = vt_alloc_array(arena, count, sizeof(struct vt_finding *));
    for (size_t i = 0; i < count; i++)
        order[i] = &report->findings->items[i];
    qsort(order, count, sizeof(struct vt_finding *), compare_weight);
    for (size_t i = 0; i < count; i++) {
        char print[65];
        vt_finding_print(order[i], print);
        vt_text_finding(&page, order[i], print);
    }
    put_summary(&page, report);
    vt_arena_free(arena);
}
