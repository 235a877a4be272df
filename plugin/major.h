/* All that differs between the LLVM majors this library is built for (14, 16, 19). */
#ifndef VT_PLUGIN_MAJOR_H
#define VT_PLUGIN_MAJOR_H

#include <clang/Basic/CodeGenOptions.h>
#include <clang/Basic/FileEntry.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/Config/llvm-config.h>
#if LLVM_VERSION_MAJOR >= 17
#include <llvm/Frontend/Debug/Options.h>
#include <llvm/TargetParser/Triple.h>
#else
#include <llvm/ADT/Triple.h>
#endif
#include <llvm/MC/TargetRegistry.h>
#include <llvm/Support/Path.h>

namespace vt {

/* PATH after -fdebug-prefix-map (which -ffile-prefix-map implies), as CGDebugInfo does it: the last
 * matching option wins from LLVM 17 on, before that the first in alphabetical order. */
inline void remap_path(const clang::CodeGenOptions &options, llvm::SmallVectorImpl<char> &path) {
#if LLVM_VERSION_MAJOR >= 17
    for (const auto &entry : llvm::reverse(options.DebugPrefixMap))
#else
    for (const auto &entry : options.DebugPrefixMap)
#endif
        if (llvm::sys::path::replace_path_prefix(path, entry.first, entry.second))
            return;
}

#if LLVM_VERSION_MAJOR >= 17
namespace debug_kind = llvm::codegenoptions;
#else
namespace debug_kind = clang::codegenoptions;
#endif

#if LLVM_VERSION_MAJOR >= 16
using MaybeFile = clang::OptionalFileEntryRef;
#else
using MaybeFile = llvm::Optional<clang::FileEntryRef>;
#endif

/* Up to 16 code generation has copied its options before any plugin sees them. */
constexpr bool can_raise_locations = LLVM_VERSION_MAJOR >= 17;

} // namespace vt

#endif
