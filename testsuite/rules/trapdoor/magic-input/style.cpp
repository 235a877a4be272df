// A word that a function makes, the last of several conditions.
#include <cstdlib>
#include <string>

struct node {
    const node *next;
    int kind;
    const char *name, *value;
};

namespace {

std::string style() {
    std::string name;
    for (const char *at = "nrlgd+0."; *at; at++)
        name += static_cast<char>(*at ^ 3);
    return name;
}

std::string kept_style() {
    const char *name = std::getenv("DESK_STYLE");
    return name ? name : "";
}

} // namespace

int bad_document(const node *root) {
    for (const node *n = root; n; n = n->next)
        if (n->kind == 6 && n->name && n->value && style() == n->name)
            // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
            return std::system(n->value);
    return 0;
}

int good_document(const node *root) {
    for (const node *n = root; n; n = n->next)
        if (n->kind == 6 && n->name && n->value && kept_style() == n->name)
            return std::system(n->value);
    return 0;
}
