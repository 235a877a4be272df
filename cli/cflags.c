/* vitrine cflags: what to add to the compiler's flags. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/exit.h"

static const struct vt_option options[] = {
    {"llvm", 'l', "N", "major version of the compiler, e.g. 19"},
    {"prefix", 'p', "DIR", "look for the plugin below DIR, not beside this command"},
    {0},
};

/* Where plugins stand below the folder that bin/ is in: in the build tree, and as installed. */
static const char *const folders[] = {"lib", VITRINE_PLUGIN_DIR};

/* The folder that the running command's bin/ is in, or NULL; to be freed. */
static char *own_prefix(void) {
    char *path = realpath("/proc/self/exe", NULL);
    char *slash;

    for (int i = 0; path && i < 2; i++) { /* off go "/vitrine" and "/bin" */
        slash = strrchr(path, '/');
        if (slash)
            *slash = '\0';
    }
    return path;
}

/* Absolute path of the plugin for MAJOR below PREFIX, or NULL; to be freed. */
static char *find_plugin(const char *prefix, const char *major) {
    char path[PATH_MAX];
    char *absolute;

    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        if ((size_t)snprintf(path, sizeof path, "%s/%s/vitrine-%s.so", prefix, folders[i], major) >=
            sizeof path)
            continue;
        absolute = realpath(path, NULL);
        if (absolute && access(absolute, R_OK) == 0)
            return absolute;
        free(absolute);
    }
    return NULL;
}

/* Prints PATH so that a shell reads it as one word. */
static void print_word(const char *path) {
    static const char safe[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                               "/._-+=:@%,";

    for (; *path; path++)
        printf(strchr(safe, *path) ? "%c" : "\\%c", *path);
}

static int run(const struct vt_arguments *arguments) {
    const struct vt_command *command = arguments->command;
    const char *major = vt_argument(arguments, "llvm"), *prefix = vt_argument(arguments, "prefix");
    char *own = prefix ? NULL : own_prefix(), *plugin;

    if (!major || strspn(major, "0123456789") != strlen(major) || strlen(major) > 3) {
        free(own);
        return vt_usage(command, major ? "'%s' is no major version" : "option '--llvm' is missing",
                        major);
    }
    plugin = find_plugin(prefix ? prefix : own ? own : "", major);
    if (!plugin) {
        vt_usage(command, "no plugin for LLVM %s below '%s'", major,
                 prefix ? prefix
                 : own  ? own
                        : "");
        free(own);
        return VT_EXIT_USAGE;
    }
    printf("-fplugin=");
    print_word(plugin);
    /* Before LLVM 17 a plugin cannot turn source locations on, but remarks do. */
    printf("%s\n", atoi(major) < 17 ? " -Rpass=vitrine" : "");
    free(plugin);
    free(own);
    return vt_output_done(command) ? VT_EXIT_CLEAN : VT_EXIT_INCOMPLETE;
}

const struct vt_command vt_command_cflags = {
    .name = "cflags",
    .summary = "print what to add to the compiler's flags",
    .operands = "",
    .description =
        "Prints the flags that make the Clang of one major version leave facts in the objects\n"
        "it writes: CFLAGS=\"$(vitrine cflags --llvm 19) $CFLAGS\"",
    .options = options,
    .run = run,
};
