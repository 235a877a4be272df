/* Subcommands: one file each, which ends in a const struct vt_command that main.c lists. */
#ifndef VT_CLI_COMMAND_H
#define VT_CLI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

/* An option of a subcommand. Tables of them end with a NULL name. */
struct vt_option {
    const char *name;  /* long name without dashes */
    char letter;       /* short form, or 0 */
    const char *value; /* what help calls its value; "a|b|c": one of these; NULL: it is a switch */
    const char *help;  /* half a sentence */
};

struct vt_arguments;

struct vt_command {
    const char *name;
    const char *summary;     /* half a sentence */
    const char *operands;    /* as in usage: "PATH..." */
    const char *description; /* paragraphs, broken into lines */
    const struct vt_option *options;
    size_t min_operands, max_operands;
    int (*run)(const struct vt_arguments *arguments); /* gives the exit code (exit.h) */
};

/* All commands, in the order of help; ends with NULL. (main.c) */
extern const struct vt_command *const vt_commands[];

extern const struct vt_command vt_command_capabilities, vt_command_cflags, vt_command_declare,
    vt_command_explain, vt_command_facts, vt_command_help, vt_command_models, vt_command_report,
    vt_command_rules, vt_command_version;

/* The command of that name, or NULL. */
const struct vt_command *vt_command_find(const char *name);

/* A command line taken apart. The texts are those of argv. */
struct vt_given {
    const struct vt_option *option;
    const char *value; /* "" for a switch */
};

struct vt_arguments {
    const struct vt_command *command;
    struct vt_given *given; /* in order */
    const char **operands;
    size_t ngiven, noperands;
};

/* Takes the ARGC words at ARGV (behind the command's name) apart by COMMAND's table. Options may
 * stand anywhere before "--". False, after one line on stderr, if they make no sense. What it fills
 * in is freed with vt_arguments_free, also on failure. */
bool vt_arguments_parse(const struct vt_command *command, int argc, char *const *argv,
                        struct vt_arguments *arguments);
void vt_arguments_free(struct vt_arguments *arguments);

/* The last value given for option NAME ("" for a switch), or NULL. NAME stands in the table. */
const char *vt_argument(const struct vt_arguments *arguments, const char *name);

/* Prints usage, description and options of COMMAND. */
void vt_command_help_print(const struct vt_command *command, FILE *out);

/* Prints "vitrine: COMMAND: ..." and a newline on stderr. */
__attribute__((format(printf, 2, 3))) void vt_complain(const struct vt_command *command,
                                                       const char *format, ...);

/* The same for a mistake on the command line: adds where to read more, and gives VT_EXIT_USAGE. */
__attribute__((format(printf, 2, 3))) int vt_usage(const struct vt_command *command,
                                                   const char *format, ...);

/* Flushes standard output. False, with a line on stderr, if anything printed there was lost. */
bool vt_output_done(const struct vt_command *command);

#ifdef __cplusplus
}
#endif
#endif
