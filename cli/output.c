/* Writing to a temporary file that takes the name of the wanted one. */
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/error.h"

/* Writes to OUT and closes it (but not standard output). */
static bool write_stream(FILE *out, const char *path, vt_writer write, const void *context,
                         struct vt_error *error) {
    struct vt_error inner = {0};
    bool is_done = write(out, context, &inner);

    if (!is_done)
        vt_fail(error, "%s: %s", path, inner.text);
    if (fflush(out) != 0 || ferror(out))
        is_done = vt_fail(error, "%s: %s", path, strerror(errno));
    if (out != stdout && fclose(out) != 0)
        is_done = vt_fail(error, "%s: %s", path, strerror(errno));
    return is_done;
}

/* The permissions a file made by open() would have. */
static mode_t usual_mode(void) {
    mode_t mask = umask(0);

    umask(mask);
    return 0666 & ~mask;
}

static bool replace(const char *path, vt_writer write, const void *context,
                    struct vt_error *error) {
    size_t room = strlen(path) + sizeof ".XXXXXX";
    char *beside = malloc(room);
    bool is_done = false;
    int fd;
    FILE *out;

    if (!beside)
        return vt_fail(error, "%s: out of memory", path);
    snprintf(beside, room, "%s.XXXXXX", path);
    fd = mkostemp(beside, O_CLOEXEC);
    if (fd < 0) {
        vt_fail(error, "%s: %s", path, strerror(errno));
        free(beside);
        return false;
    }
    out = fdopen(fd, "w");
    if (!out || fchmod(fd, usual_mode()) != 0) {
        vt_fail(error, "%s: %s", path, strerror(errno));
        if (out)
            fclose(out);
        else
            close(fd);
    } else if (write_stream(out, path, write, context, error)) {
        is_done = rename(beside, path) == 0;
        if (!is_done)
            vt_fail(error, "%s: %s", path, strerror(errno));
    }
    if (!is_done)
        unlink(beside);
    free(beside);
    return is_done;
}

bool vt_output_write(const char *path, vt_writer write, const void *context,
                     struct vt_error *error) {
    struct stat status;
    char *target;
    bool is_done;
    FILE *out;

    if (strcmp(path, "-") == 0)
        return write_stream(stdout, "standard output", write, context, error);
    if (stat(path, &status) != 0)
        return replace(path, write, context, error);
    if (S_ISREG(status.st_mode)) { /* what a symbolic link points to is replaced, not the link */
        target = realpath(path, NULL);
        is_done = replace(target ? target : path, write, context, error);
        free(target);
        return is_done;
    }
    out = fopen(path, "w");
    return out ? write_stream(out, path, write, context, error)
               : vt_fail(error, "%s: %s", path, strerror(errno));
}
