/* vitrine explain REPORT ID */
#include <string.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/exit.h"
#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "sarif/read.h"
#include "sarif/text.h"

enum { SHORTEST_ID = 4 };

static const struct vt_option options[] = {
    {"color", 'c', "auto|always|never", "emphasis on the terminal (auto)"},
    {0},
};

/* True if ID is how LOGGED is called: the first digits of its fingerprint, or its rule. */
static bool is_called(const struct vt_logged *logged, const char *id) {
    size_t length = strlen(id);

    return strcmp(logged->finding.rule->id, id) == 0 ||
           (length >= SHORTEST_ID && strncmp(logged->print, id, length) == 0);
}

static bool is_on_the_way(const struct vt_finding *finding, const char *function) {
    for (size_t i = 0; i < finding->nsteps; i++)
        if (*function && strcmp(finding->steps[i].function, function) == 0)
            return true;
    return false;
}

static void put_titled(const struct vt_page *page, const char *title, const char *text) {
    if (!*text)
        return;
    vt_page_styled(page, VT_BOLD, title);
    putchar('\n');
    vt_page_paragraph(page, text);
    putchar('\n');
}

/* Where the rank comes from. At the ends of the scale the sum was cut, and tells nothing. */
static void put_rank(const struct vt_page *page, const struct vt_finding *finding) {
    int rank = (int)(finding->rank + 0.5), base = rank;

    for (size_t i = 0; i < finding->nevidence; i++)
        base -= finding->evidence[i].weight;
    if (finding->nevidence == 0 || rank == 0 || rank == 100)
        return;
    vt_page_styled(page, VT_BOLD, "How the rank comes about");
    printf("\n  %d for what it is, and the weights of the evidence: %d of 100.\n"
           "  From 70 on it is an error, from 40 a warning, from 15 a note.\n\n",
           base, rank);
}

/* What was assumed: blind spots of functions that the path goes through. */
static void put_blinds(const struct vt_page *page, const struct vt_logged_report *report,
                       const struct vt_finding *finding) {
    bool titled = false;

    for (size_t i = 0; i < report->nblinds; i++) {
        if (!is_on_the_way(finding, report->blinds[i].about))
            continue;
        if (!titled) {
            vt_page_styled(page, VT_BOLD, "Not looked at on the way");
            putchar('\n');
        }
        titled = true;
        vt_page_paragraph(page, report->blinds[i].text);
    }
    if (titled)
        putchar('\n');
}

static void explain(const struct vt_page *page, const struct vt_logged_report *report,
                    const struct vt_logged *logged) {
    const struct vt_finding *finding = &logged->finding;

    vt_text_finding(page, finding, logged->print);
    put_rank(page, finding);
    put_blinds(page, report, finding);
    put_titled(page, "What the rule looks for", finding->rule->description);
    put_titled(page, "What to do", finding->rule->help);
}

static int run(const struct vt_arguments *arguments) {
    const char *path = arguments->operands[0], *id = arguments->operands[1];
    const char *colour = vt_argument(arguments, "color");
    struct vt_page page = {.out = stdout, .whole = true};
    struct vt_arena *arena = vt_arena_new();
    struct vt_logged_report report;
    struct vt_error error = {0};
    int code = VT_EXIT_INCOMPLETE;
    size_t explained = 0;

    page.colour = !colour || strcmp(colour, "auto") == 0 ? isatty(STDOUT_FILENO)
                                                         : strcmp(colour, "always") == 0;
    if (!vt_sarif_read(path, arena, &report, &error)) {
        vt_complain(arguments->command, "%s", error.text);
    } else {
        for (size_t i = 0; i < report.nfindings; i++)
            if (is_called(&report.findings[i], id)) {
                explain(&page, &report, &report.findings[i]);
                explained++;
            }
        code = explained ? VT_EXIT_CLEAN
                         : vt_usage(arguments->command, "%s: no finding '%s'", path, id);
    }
    vt_arena_free(arena);
    return vt_output_done(arguments->command) ? code : VT_EXIT_INCOMPLETE;
}

const struct vt_command vt_command_explain = {
    .name = "explain",
    .summary = "tell all there is to know of a finding in a report",
    .operands = "REPORT ID",
    .description =
        "Prints what the SARIF file REPORT tells of the finding ID: the whole path, its "
        "condition,\n"
        "the evidence, what was assumed, and what its rule says. ID is what 'vitrine report' "
        "prints\n"
        "behind the rank (or any first digits of the finding's fingerprint, at least four), or a\n"
        "rule, which means all its findings.",
    .options = options,
    .min_operands = 2,
    .max_operands = 2,
    .run = run,
};
