/* Findings and troubles as diagnostics of Clang. */
#ifndef VT_PLUGIN_DIAGNOSE_H
#define VT_PLUGIN_DIAGNOSE_H

#include <clang/Basic/Diagnostic.h>

#include "plugin/options.h"
#include "plugin/sources.h"

namespace vt {

/* Shows FINDING as a warning with a note for each step, or as an error if OPTIONS make it one.
 * Notes (the level) are for reports only. */
void show_finding(clang::DiagnosticsEngine &engine, Sources &sources, const vt_options &options,
                  const vt_finding &finding);

/* Whatever went wrong in vitrine itself: a warning without a place. */
void show_trouble(clang::DiagnosticsEngine &engine, llvm::StringRef text);

/* What the user should know but needs no care. */
void show_remark(clang::DiagnosticsEngine &engine, llvm::StringRef text);

/* The answer to a probe, as a remark. */
void show_answer(clang::DiagnosticsEngine &engine, Sources &sources, const vt_probe_place &place,
                 llvm::StringRef text);

/* A mistake in how vitrine was called: fails the compile. */
void show_error(clang::DiagnosticsEngine &engine, llvm::StringRef text);

} // namespace vt

#endif
