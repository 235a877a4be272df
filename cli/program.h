/* From the command line to a linked program: what report and declare begin with. */
#ifndef VT_CLI_PROGRAM_H
#define VT_CLI_PROGRAM_H

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arguments;
struct vt_declaration;
struct vt_input;
struct vt_models;
struct vt_program;

/* Reads what is at the operands of ARGUMENTS into INPUT, selects the units that are looked at, and
 * names on stderr what is missing or broken. */
void vt_program_collect(const struct vt_arguments *arguments, struct vt_input *input);

/* Links the selected units of INPUT into a program, to be freed before INPUT. DECLARATION may be
 * NULL. NULL, after a line on stderr, if they cannot be linked. */
struct vt_program *vt_program_make(const struct vt_arguments *arguments,
                                   const struct vt_input *input, const struct vt_models *models,
                                   const struct vt_declaration *declaration);

#ifdef __cplusplus
}
#endif
#endif
