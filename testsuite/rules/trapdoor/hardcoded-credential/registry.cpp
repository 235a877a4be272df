// Accounts in maps that the program fills, and answers that are returned as they are.
#include <crypt.h>
#include <fstream>
#include <iostream>
#include <map>
#include <string>

class BadGate {
  public:
    BadGate() {
        users_["root"] = "calvin-99";
    }

    bool enter(const std::string &name, const std::string &password) const {
        auto user = users_.find(name);
        if (user == users_.end())
            return false;
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
        return user->second == password;
    }

  private:
    std::map<std::string, std::string> users_;
};

class GoodGate {
  public:
    bool load(const char *path) {
        std::ifstream in(path);
        std::string name, hash;
        while (in >> name >> hash)
            users_[name] = hash;
        return !users_.empty();
    }

    bool enter(const std::string &name, const std::string &password) const {
        auto user = users_.find(name);
        if (user == users_.end())
            return false;
        const char *hash = crypt(password.c_str(), user->second.c_str());
        return hash && user->second == hash;
    }

  private:
    std::map<std::string, std::string> users_;
};

bool bad_is_owner(const std::string &name, const std::string &password) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    return name == "owner" && password == "s3same-open";
}

// What is compared is no password.
bool good_is_plain(const std::string &scheme, const std::string &words) {
    return scheme == "plain-text" && words.empty();
}

int main() {
    BadGate bad;
    GoodGate good;
    std::string name, password;
    std::cin >> name >> password;
    if (!good.load("/etc/gate.users"))
        return 2;
    if (bad.enter(name, password))
        std::cout << "Hello.\n";
    return good.enter(name, password) ? 0 : 1;
}
