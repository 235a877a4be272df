#include "plugin/comments.h"

#include <algorithm>
#include <clang/Basic/SourceManager.h>
#include <clang/Lex/MacroInfo.h>
#include <clang/Lex/PPCallbacks.h>
#include <climits>
#include <cstring>

#include "plugin/major.h"

using namespace clang;

namespace vt {

namespace {

class Macros : public PPCallbacks {
  public:
    explicit Macros(Comments &comments) : comments_(comments) {}

    void MacroDefined(const Token &name, const MacroDirective *directive) override {
        comments_.end_macro(name, directive->getMacroInfo());
    }

    void MacroExpands(const Token &name, const MacroDefinition &macro, SourceRange,
                      const MacroArgs *) override {
        comments_.use_macro(name, macro.getMacroInfo());
    }

    /* Overridden because its name differs from major to major: the table of this class may name
     * only what every Clang has, or another one could not load it as far as the check of majors. */
    void HasInclude(SourceLocation, StringRef, bool, MaybeFile,
                    SrcMgr::CharacteristicKind) override {}

  private:
    Comments &comments_;
};

/* What the comment TEXT claims, "RULE: REASON", on one line; empty if it is no claim. */
std::string claim_in(llvm::StringRef text) {
    static const char mark[] = "vitrine: allow ";
    text = text.drop_front(std::min<size_t>(2, text.size())).ltrim("/*!< \t");
    if (text.substr(0, strlen(mark)) != mark)
        return "";
    text = text.drop_front(strlen(mark));
    size_t end = text.rfind("*/");
    std::string words;
    for (char letter : text.substr(0, end)) {
        bool blank = letter == '\n' || letter == '\r' || letter == '\t';
        bool again = words.empty() || words.back() == ' ';
        if (!((blank || letter == ' ' || letter == '*') && again))
            words += blank ? ' ' : letter;
    }
    return words;
}

/* How much of CODE is one comment at its start. */
size_t comment_length(llvm::StringRef code) {
    if (code.substr(0, 2) == "//")
        return std::min(code.find('\n'), code.size());
    if (code.substr(0, 2) == "/*")
        return std::min(code.find("*/", 2), code.size() - 2) + 2;
    return 0;
}

} // namespace

Comments::Comments(Preprocessor &preprocessor) : manager_(preprocessor.getSourceManager()) {
    preprocessor.addCommentHandler(this);
    preprocessor.addPPCallbacks(std::make_unique<Macros>(*this));
}

bool Comments::HandleComment(Preprocessor &, SourceRange range) {
    auto begin = manager_.getDecomposedLoc(range.getBegin());
    auto end = manager_.getDecomposedLoc(range.getEnd());
    const char *start = manager_.getCharacterData(range.getBegin());
    std::string text = claim_in(llvm::StringRef(start, end.second - begin.second));
    if (!text.empty() && !manager_.isInSystemHeader(range.getBegin()))
        comments_.push_back({begin.first, begin.second, end.second, std::move(text), nullptr});
    return false;
}

/* The comments since NAME are in the definition of MACRO. */
void Comments::end_macro(const Token &name, const MacroInfo *macro) {
    auto start = manager_.getDecomposedLoc(name.getLocation());
    for (auto last = comments_.rbegin(); last != comments_.rend(); ++last) {
        if (last->file != start.first || last->begin < start.second)
            break;
        last->macro = macro;
    }
}

void Comments::use_macro(const Token &name, const MacroInfo *macro) {
    for (size_t i = 0, count = comments_.size(); macro && i < count; i++) {
        if (comments_[i].macro != macro)
            continue;
        auto place = manager_.getDecomposedExpansionLoc(name.getLocation());
        std::string text = comments_[i].text;
        comments_.push_back({place.first, place.second, place.second, std::move(text), nullptr});
    }
}

/* ---- functions --------------------------------------------------------------------------- */

Comments::Extent Comments::extent_of(const FunctionDecl *function) const {
    auto begin = manager_.getDecomposedExpansionLoc(function->getOuterLocStart());
    auto end =
        manager_.getDecomposedLoc(manager_.getExpansionRange(function->getEndLoc()).getEnd());
    return {begin.first, begin.second, end.first == begin.first ? end.second : begin.second};
}

/* True if nothing but comments, attributes and other parts of one declaration is between. */
bool Comments::stands_before(const Comment &comment, const Extent &extent) const {
    if (comment.macro || comment.end > extent.begin)
        return false;
    llvm::StringRef code = manager_.getBufferData(comment.file);
    code = code.substr(comment.end, extent.begin - comment.end);
    while (!code.empty()) {
        size_t length = comment_length(code);
        if (!length && llvm::StringRef(";{}").contains(code[0]))
            return false;
        code = code.drop_front(length ? length : 1);
    }
    return true;
}

/* How far COMMENT is from being the function's at EXTENT; UINT_MAX: it has nothing to do with it.
 * Of functions around it the innermost is nearest, and any of them nearer than one behind it. */
unsigned Comments::distance(const Comment &comment, const Extent &extent) const {
    if (comment.file != extent.file || comment.macro)
        return UINT_MAX;
    if (comment.begin >= extent.begin && comment.begin <= extent.end)
        return (extent.end - extent.begin) / 2;
    if (stands_before(comment, extent))
        return UINT_MAX / 2 + (extent.begin - comment.end);
    return UINT_MAX;
}

void Comments::attach(const Comment &comment, Names &names) {
    unsigned nearest = UINT_MAX;
    for (const auto &entry : names.functions())
        nearest = std::min(nearest, distance(comment, extent_of(entry.second)));
    if (nearest == UINT_MAX)
        return;
    for (const auto &entry : names.functions()) {
        if (distance(comment, extent_of(entry.second)) != nearest)
            continue;
        texts_.push_back(entry.first().str());
        const char *function = texts_.back().c_str();
        texts_.push_back(comment.text);
        claims_.push_back({function, texts_.back().c_str()});
    }
}

void Comments::tell(Names &names, vt_source_names &told) {
    for (const Comment &comment : comments_)
        attach(comment, names);
    std::stable_sort(claims_.begin(), claims_.end(),
                     [](const vt_source_claim &a, const vt_source_claim &b) {
                         return strcmp(a.function, b.function) < 0;
                     });
    told.claims = claims_.data();
    told.nclaims = claims_.size();
}

} // namespace vt
