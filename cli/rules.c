/* vitrine rules [ID] */
#include <string.h>

#include "cli/command.h"
#include "cli/exit.h"
#include "engine/finding/finding.h"
#include "sarif/page.h"

static void list(void) {
    for (const struct vt_rule *const *rule = vt_rules; *rule; rule++)
        printf("%-28s %s\n", (*rule)->id, (*rule)->summary);
}

static void show(const struct vt_rule *rule) {
    const struct vt_page page = {.out = stdout};

    printf("%s (%s)\n\n", rule->id, rule->name);
    vt_page_paragraph(&page, rule->summary);
    putchar('\n');
    vt_page_paragraph(&page, rule->description);
    printf("\nWhat to do:\n");
    vt_page_paragraph(&page, rule->help);
    printf("\n%s, precision %s, severity %.1f\n", rule->cwe, rule->precision, rule->severity);
}

static int run(const struct vt_arguments *arguments) {
    const struct vt_rule *const *rule = vt_rules;

    if (arguments->noperands == 0) {
        list();
    } else {
        while (*rule && strcmp((*rule)->id, arguments->operands[0]) != 0)
            rule++;
        if (!*rule)
            return vt_usage(arguments->command, "'%s' is no rule", arguments->operands[0]);
        show(*rule);
    }
    return vt_output_done(arguments->command) ? VT_EXIT_CLEAN : VT_EXIT_INCOMPLETE;
}

static const struct vt_option options[] = {{0}};

const struct vt_command vt_command_rules = {
    .name = "rules",
    .summary = "list the rules, or explain one",
    .operands = "[ID]",
    .description = "Lists all rules with a sentence each, or prints what there is to know of one.",
    .options = options,
    .max_operands = 1,
    .run = run,
};
