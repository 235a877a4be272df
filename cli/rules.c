/* vitrine rules [ID] */
#include <string.h>

#include "cli/command.h"
#include "cli/exit.h"
#include "engine/finding.h"

static void list(void) {
    for (const struct vt_rule *const *rule = vt_rules; *rule; rule++)
        printf("%-28s %s\n", (*rule)->id, (*rule)->summary);
}

/* Prints TEXT in lines of at most 78 characters where it has blanks. */
static void paragraph(const char *text) {
    size_t column = 0;

    while (*text) {
        size_t word = strcspn(text, " \n");

        if (column && column + 1 + word > 78) {
            putchar('\n');
            column = 0;
        }
        if (word)
            column += (size_t)printf("%s%.*s", column ? " " : "", (int)word, text);
        text += word;
        if (*text == '\n') {
            putchar('\n');
            column = 0;
        }
        text += *text != '\0';
    }
    putchar('\n');
}

static void show(const struct vt_rule *rule) {
    printf("%s (%s)\n\n", rule->id, rule->name);
    paragraph(rule->summary);
    putchar('\n');
    paragraph(rule->description);
    printf("\nWhat to do:\n");
    paragraph(rule->help);
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
