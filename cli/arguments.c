/* Command lines, taken apart by a command's option table; help is printed from the same table. */
#include "cli/command.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "cli/exit.h"

void vt_complain(const struct vt_command *command, const char *format, ...) {
    va_list arguments;

    va_start(arguments, format);
    fprintf(stderr, "vitrine: %s: ", command->name);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
}

int vt_usage(const struct vt_command *command, const char *format, ...) {
    va_list arguments;

    va_start(arguments, format);
    fprintf(stderr, "vitrine: %s: ", command->name);
    vfprintf(stderr, format, arguments);
    fprintf(stderr, " (see 'vitrine help %s')\n", command->name);
    va_end(arguments);
    return VT_EXIT_USAGE;
}

bool vt_output_done(const struct vt_command *command) {
    if (fflush(stdout) == 0 && !ferror(stdout))
        return true;
    vt_complain(command, "standard output: %m");
    return false;
}

/* The option whose long name is the LENGTH bytes at TEXT. */
static const struct vt_option *find_long(const struct vt_command *command, const char *text,
                                         size_t length) {
    const struct vt_option *option;

    for (option = command->options; option->name; option++)
        if (strlen(option->name) == length && memcmp(option->name, text, length) == 0)
            return option;
    return NULL;
}

static const struct vt_option *find_short(const struct vt_command *command, char letter) {
    const struct vt_option *option;

    for (option = command->options; option->name; option++)
        if (option->letter && option->letter == letter)
            return option;
    return NULL;
}

/* True if VALUE is one of the words between the bars of CHOICES, or CHOICES has no bars. */
static bool is_choice(const char *choices, const char *value) {
    size_t length = strlen(value), word;

    if (!strchr(choices, '|'))
        return true;
    for (;; choices += word + 1) {
        word = strcspn(choices, "|");
        if (word == length && memcmp(choices, value, word) == 0)
            return true;
        if (!choices[word])
            return false;
    }
}

/* Notes that OPTION was given with VALUE. */
static bool take(struct vt_arguments *arguments, const struct vt_option *option,
                 const char *value) {
    if (option->value && *value == '\0') {
        vt_usage(arguments->command, "option '--%s' needs a value", option->name);
        return false;
    }
    if (option->value && !is_choice(option->value, value)) {
        vt_usage(arguments->command, "option '--%s' cannot be '%s', only %s", option->name, value,
                 option->value);
        return false;
    }
    arguments->given[arguments->ngiven++] = (struct vt_given){option, value};
    return true;
}

/* Takes the option in WORD; NEXT is the word behind it, or NULL. *USED becomes 1 if it was taken as
 * the option's value. */
static bool parse_option(struct vt_arguments *arguments, const char *word, const char *next,
                         int *used) {
    bool is_long = word[1] == '-';
    size_t length = is_long ? strcspn(word + 2, "=") : 1;
    const struct vt_option *option = is_long ? find_long(arguments->command, word + 2, length)
                                             : find_short(arguments->command, word[1]);
    const char *value = is_long ? word + 2 + length : word + 2;

    *used = 0;
    if (!option) {
        vt_usage(arguments->command, "unknown option '%.*s'", (int)(length + (is_long ? 2 : 1)),
                 word);
        return false;
    }
    if (!option->value) {
        if (!*value)
            return take(arguments, option, "");
        vt_usage(arguments->command, "option '--%s' takes no value", option->name);
        return false;
    }
    if (*value)
        return take(arguments, option, is_long ? value + 1 : value);
    if (!next) {
        vt_usage(arguments->command, "option '--%s' needs a value", option->name);
        return false;
    }
    *used = 1;
    return take(arguments, option, next);
}

static bool check_operands(const struct vt_arguments *arguments) {
    const struct vt_command *command = arguments->command;

    if (arguments->noperands < command->min_operands)
        vt_usage(command, "%s is missing", command->operands);
    else if (arguments->noperands > command->max_operands)
        vt_usage(command, "unexpected argument '%s'", arguments->operands[command->max_operands]);
    else
        return true;
    return false;
}

bool vt_arguments_parse(const struct vt_command *command, int argc, char *const *argv,
                        struct vt_arguments *arguments) {
    bool options_over = false;
    int i, used;

    *arguments = (struct vt_arguments){.command = command};
    arguments->given = calloc((size_t)argc + 1, sizeof *arguments->given);
    arguments->operands = calloc((size_t)argc + 1, sizeof *arguments->operands);
    if (!arguments->given || !arguments->operands) {
        vt_complain(command, "out of memory");
        return false;
    }
    for (i = 0; i < argc; i++) {
        if (options_over || argv[i][0] != '-' || !argv[i][1]) {
            arguments->operands[arguments->noperands++] = argv[i];
        } else if (strcmp(argv[i], "--") == 0) {
            options_over = true;
        } else {
            if (!parse_option(arguments, argv[i], i + 1 < argc ? argv[i + 1] : NULL, &used))
                return false;
            i += used;
        }
    }
    return check_operands(arguments);
}

void vt_arguments_free(struct vt_arguments *arguments) {
    free(arguments->given);
    free(arguments->operands);
}

const char *vt_argument(const struct vt_arguments *arguments, const char *name) {
    const struct vt_option *option = find_long(arguments->command, name, strlen(name));
    size_t i;

    assert(option);
    for (i = arguments->ngiven; i-- > 0;)
        if (arguments->given[i].option == option)
            return arguments->given[i].value;
    return NULL;
}

void vt_command_help_print(const struct vt_command *command, FILE *out) {
    const struct vt_option *option;
    int width;

    fprintf(out, "usage: vitrine %s%s%s%s\n\n%s\n", command->name,
            command->options->name ? " [OPTION]..." : "", *command->operands ? " " : "",
            command->operands, command->description);
    if (command->options->name)
        fprintf(out, "\nOptions:\n");
    for (option = command->options; option->name; option++) {
        if (option->letter)
            fprintf(out, "  -%c, ", option->letter);
        else
            fprintf(out, "      ");
        width = fprintf(out, "--%s%s%s", option->name, option->value ? " " : "",
                        option->value ? option->value : "");
        if (width > 24)
            fprintf(out, "\n%*s", 32, "");
        else
            fprintf(out, "%*s", 26 - width, "");
        fprintf(out, "%s\n", option->help);
    }
}
