/* One translation unit, from the module the front end made to facts in the object. */
#ifndef VT_PLUGIN_UNIT_H
#define VT_PLUGIN_UNIT_H

#include <llvm-c/Core.h>
#include <stdbool.h>
#include <stddef.h>

#include "plugin/extract.h"
#include "plugin/options.h"
#include "plugin/probe.h"
#include "plugin/section.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A source file the compile has read. */
struct vt_source_file {
    const char *path;  /* as in vt_file */
    const void *bytes; /* what the compiler saw of it */
    size_t size;
};

/* What the compiler knows of the compile; all texts belong to the caller. */
struct vt_compile {
    LLVMModuleRef module;               /* the vendor's: only sections are added to it */
    const char *producer;               /* compiler and version */
    const char *language;               /* "c", "c++", "objective-c" */
    const struct vt_source_file *files; /* the main file, then the others in order of entry */
    size_t nfiles;                      /* at least 1 */
    enum vt_format format;
    bool is_bitcode;      /* the object is, for link-time optimization */
    bool strip_locations; /* the user asked for none: take them out of `module` again */
    struct vt_source_names names;
};

/* Who hears what comes of it. `finding` gets those of the options' level; `trouble` a sentence
 * about what went wrong inside, at most once. */
struct vt_listener {
    void (*finding)(void *context, const struct vt_finding *finding);
    void (*trouble)(void *context, const char *text);
    vt_probe_tell *probe; /* answers, if the options ask for them */
    void *context;
};

/* Takes the unit through all its steps (DESIGN.md section 2). Never fails: what goes wrong is told
 * to LISTENER and stands in the facts as a blind spot. */
void vt_unit_compile(const struct vt_compile *compile, const struct vt_options *options,
                     const struct vt_listener *listener);

/* The same for a unit whose analysis broke off before it wrote anything, for REASON: its facts are
 * one blind spot. */
void vt_unit_give_up(const struct vt_compile *compile, const struct vt_options *options,
                     const struct vt_listener *listener, const char *reason);

#ifdef __cplusplus
}
#endif
#endif
