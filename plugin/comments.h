/* Claims in comments: what the vendor says, in or before a function, about findings in it.
 *
 *     // vitrine: allow exfil/stash: the vault is the product, see docs/vault.md
 *
 * A comment in the definition of a macro counts in every function that uses the macro. */
#ifndef VT_PLUGIN_COMMENTS_H
#define VT_PLUGIN_COMMENTS_H

#include <clang/Lex/Preprocessor.h>
#include <deque>
#include <vector>

#include "plugin/names.h"

namespace vt {

class Comments : public clang::CommentHandler {
  public:
    /* Listens to PREPROCESSOR, which must not read on when this object is gone. */
    explicit Comments(clang::Preprocessor &preprocessor);

    bool HandleComment(clang::Preprocessor &preprocessor, clang::SourceRange range) override;
    void end_macro(const clang::Token &name, const clang::MacroInfo *macro);
    void use_macro(const clang::Token &name, const clang::MacroInfo *macro);

    /* Adds the claims to what NAMES tells of the functions it knows; valid as long as this object.
     */
    void tell(Names &names, struct vt_source_names &told);

  private:
    struct Comment {
        clang::FileID file;
        unsigned begin, end; /* bytes of the file */
        std::string text;    /* "RULE: REASON" */
        const clang::MacroInfo *macro;
    };
    struct Extent {
        clang::FileID file;
        unsigned begin, end;
    };

    Extent extent_of(const clang::FunctionDecl *function) const;
    bool stands_before(const Comment &comment, const Extent &extent) const;
    unsigned distance(const Comment &comment, const Extent &extent) const;
    void attach(const Comment &comment, Names &names);

    const clang::SourceManager &manager_;
    std::vector<Comment> comments_;
    std::deque<std::string> texts_; /* what claims_ points to */
    std::vector<vt_source_claim> claims_;
};

} // namespace vt

#endif
