#include "plugin/sources.h"

#include <clang/Basic/FileManager.h>
#include <clang/Basic/SourceManager.h>

#include "plugin/major.h"

using namespace clang;

namespace vt {

static std::string compile_folder(CompilerInstance &compiler) {
    const CodeGenOptions &options = compiler.getCodeGenOpts();
    llvm::SmallString<256> folder(options.DebugCompilationDir);
    if (folder.empty())
        compiler.getFileManager().makeAbsolutePath(folder);
    remap_path(options, folder);
    return std::string(folder.str());
}

/* The name debug locations give a file: after prefix maps, and an absolute path without what it has
 * in common with the compile's folder (CGDebugInfo::createFile). So facts do not depend on where on
 * a machine a project lies, unless source and folder have nothing in common. */
std::string Sources::told_path(llvm::StringRef name) const {
    llvm::SmallString<256> path(name);
    remap_path(compiler_.getCodeGenOpts(), path);
    if (!llvm::sys::path::is_absolute(path))
        return std::string(path.str());
    namespace fs = llvm::sys::path;
    auto part = fs::begin(path), end = fs::end(path);
    auto folder = fs::begin(folder_), folder_end = fs::end(folder_);
    unsigned common = 0;
    for (; part != end && folder != folder_end && *part == *folder; ++part, ++folder)
        common++;
    if (common < 2)
        return std::string(path.str());
    llvm::SmallString<256> rest;
    for (; part != end; ++part)
        fs::append(rest, *part);
    return std::string(rest.str());
}

void Sources::add(FileID file) {
    PresumedLoc place = manager_.getPresumedLoc(manager_.getLocForStartOfFile(file), false);
    std::string path = told_path(place.isValid() ? place.getFilename() : "");
    for (const vt_source_file &known : files_) {
        if (path == known.path)
            return;
    }
    llvm::StringRef bytes = manager_.getBufferData(file);
    paths_.push_back(std::move(path));
    files_.push_back({paths_.back().c_str(), bytes.data(), bytes.size()});
    ids_.push_back(file);
}

Sources::Sources(CompilerInstance &compiler)
    : compiler_(compiler), manager_(compiler.getSourceManager()),
      folder_(compile_folder(compiler)) {
    add(manager_.getMainFileID());
    for (unsigned i = 1; i < manager_.local_sloc_entry_size(); i++) {
        const SrcMgr::SLocEntry &entry = manager_.getLocalSLocEntry(i);
        if (!entry.isFile())
            continue;
        const SrcMgr::FileInfo &info = entry.getFile();
        if (info.getContentCache().OrigEntry && !SrcMgr::isSystem(info.getFileCharacteristic()))
            add(manager_.getFileID(SourceLocation::getFromRawEncoding(entry.getOffset())));
    }
}

/* Where #line (in preprocessed or generated source) says that the main file is PATH at LINE. */
SourceLocation Sources::locate_presumed(llvm::StringRef path, unsigned line, unsigned column) {
    FileID main = manager_.getMainFileID();
    unsigned nlines = unsigned(manager_.getBufferData(main).count('\n')) + 1;
    for (unsigned i = 1; i <= nlines; i++) {
        SourceLocation start = manager_.translateLineCol(main, i, 1);
        PresumedLoc place = manager_.getPresumedLoc(start);
        if (place.isValid() && place.getLine() == line && told_path(place.getFilename()) == path)
            return manager_.translateLineCol(main, i, column);
    }
    return SourceLocation();
}

SourceLocation Sources::locate(llvm::StringRef path, unsigned line, unsigned column) {
    if (line == 0)
        return SourceLocation();
    column = column ? column : 1;
    if (manager_.hasLineTable()) {
        SourceLocation place = locate_presumed(path, line, column);
        if (place.isValid())
            return place;
    }
    for (size_t i = 0; i < files_.size(); i++) {
        if (path == files_[i].path)
            return manager_.translateLineCol(ids_[i], line, column);
    }
    return SourceLocation();
}

} // namespace vt
