/* Names that only the AST knows, for struct vt_source_names. Looked up when asked for, so the AST
 * must outlive the code generator's work on the module. */
#ifndef VT_PLUGIN_NAMES_H
#define VT_PLUGIN_NAMES_H

#include <clang/AST/Decl.h>
#include <clang/AST/Mangle.h>
#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/IR/Module.h>

#include "plugin/extract.h"
#include "plugin/sources.h"

namespace vt {

class Names {
  public:
    /* Remembers the functions that DECL holds. */
    void see(const clang::Decl *decl);

    /* The lookups, for functions and types of MODULE; valid as long as this object and MODULE. */
    struct vt_source_names for_module(clang::ASTContext &context, const Sources &sources,
                                      const llvm::Module &module);

    /* The functions seen, by link name. After for_module. */
    const llvm::StringMap<const clang::FunctionDecl *> &functions();

  private:
    const char *parameter(llvm::StringRef function, unsigned index);
    bool variable(llvm::StringRef name, struct vt_source_place *place);
    const char *field(llvm::StringRef type, unsigned offset);
    void index_functions();
    void index_variables();
    void add_variable(clang::MangleContext &mangler, const clang::VarDecl *variable,
                      const clang::FunctionDecl *inside);
    void index_records();
    const clang::RecordDecl *find_record(llvm::StringRef type);

    clang::ASTContext *context_ = nullptr;
    const Sources *sources_ = nullptr;
    const llvm::Module *module_ = nullptr;
    std::vector<const clang::FunctionDecl *> seen_;
    std::vector<const clang::VarDecl *> variables_seen_;
    bool has_functions_ = false, has_records_ = false, has_variables_ = false;
    llvm::StringMap<const clang::FunctionDecl *> functions_; /* by link name */
    llvm::StringMap<const clang::VarDecl *> variables_;      /* by link name */
    std::string path_;                                       /* of the place told last */
    /* By the last part of their name; what LLVM calls them is told apart when asked. */
    llvm::StringMap<llvm::SmallVector<const clang::RecordDecl *, 1>> records_;
    llvm::StringMap<const clang::RecordDecl *> types_; /* answers given: by LLVM's name */
};

} // namespace vt

#endif
