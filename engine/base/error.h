/* Errors are values: the message is set where the failure happens and travels up unprinted. */
#ifndef VT_ENGINE_BASE_ERROR_H
#define VT_ENGINE_BASE_ERROR_H

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Zero-initialise; `text` is empty as long as nothing failed. The first failure stays. */
struct vt_error {
    char text[512];
};

/* Sets ERROR's text (unless it has one; ERROR may be NULL) and gives false, for
 * `return vt_fail(error, "%s: truncated at byte %zu", name, at);` */
__attribute__((format(printf, 2, 3))) bool vt_fail(struct vt_error *error, const char *format, ...);

#ifdef __cplusplus
}
#endif
#endif
