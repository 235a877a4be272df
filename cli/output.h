/* Files that are there whole or not at all. */
#ifndef VT_CLI_OUTPUT_H
#define VT_CLI_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

struct vt_error;

/* Lets WRITE (called with CONTEXT) fill the file at PATH: a new file beside it is written and then
 * takes its name, so that nobody sees half of it and a failure leaves what was there. "-" is
 * standard output; that and what is no regular file (a pipe, /dev/null) are written to as they are.
 * False with a message that names PATH if anything fails. */
typedef bool (*vt_writer)(FILE *out, const void *context, struct vt_error *error);
bool vt_output_write(const char *path, vt_writer write, const void *context,
                     struct vt_error *error);

#ifdef __cplusplus
}
#endif
#endif
