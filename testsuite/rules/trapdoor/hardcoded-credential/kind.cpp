// How a password is kept is no password.
#include <cstring>
#include <string>
#include <strings.h>

bool same(const std::string &a, const char *b) {
    return strcasecmp(a.c_str(), b) == 0;
}

bool hashes_to(const std::string &kept, const std::string &sent);

bool good_check(const std::string &kept, const std::string &passwordhash, const std::string &sent) {
    if (passwordhash.empty() || same(passwordhash, "plaintext"))
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
