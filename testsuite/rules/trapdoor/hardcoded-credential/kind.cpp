// How a password is kept is no password.
#include <cstring>
#include <string>

namespace text {
template <typename A, typename B> bool same(const A &a, const B &b) {
    return std::string(a) == std::string(b);
}
} // namespace text

bool hashes_to(const std::string &kept, const std::string &sent);

bool good_check(const std::string &kept, const std::string &passwordhash, const std::string &sent) {
    if (passwordhash.empty() || text::same(passwordhash, "plaintext"))
        return kept == sent;
    return hashes_to(kept, sent);
}

bool bad_hash(const char *passwordhash) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    return strcmp(passwordhash, "9b71d224bd62f3785d96d46ad3ea3d73") == 0;
}

bool bad_password(const char *password) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    return strcmp(password, "plainsong") == 0;
}
