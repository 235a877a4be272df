/* The source files of a compile, under the paths that facts call them by. */
#ifndef VT_PLUGIN_SOURCES_H
#define VT_PLUGIN_SOURCES_H

#include <clang/Frontend/CompilerInstance.h>
#include <deque>
#include <vector>

#include "plugin/unit.h"

namespace vt {

class Sources {
  public:
    /* Lists the main file and the other files that are no system headers, in order of entry. */
    explicit Sources(clang::CompilerInstance &compiler);

    const std::vector<vt_source_file> &files() const {
        return files_;
    }

    /* The place LINE, COLUMN (from 1) of the file that facts call PATH; invalid if there is none.
     */
    clang::SourceLocation locate(llvm::StringRef path, unsigned line, unsigned column);

    /* The path that facts call the file NAME of the compiler's by. */
    std::string told_path(llvm::StringRef name) const;

  private:
    void add(clang::FileID file);
    clang::SourceLocation locate_presumed(llvm::StringRef path, unsigned line, unsigned column);

    clang::CompilerInstance &compiler_;
    clang::SourceManager &manager_;
    std::string folder_;            /* of the compile, after prefix maps */
    std::deque<std::string> paths_; /* what files_ points to */
    std::vector<vt_source_file> files_;
    std::vector<clang::FileID> ids_; /* of files_ */
};

} // namespace vt

#endif
