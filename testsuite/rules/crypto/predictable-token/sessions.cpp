/* Sessions by a name that rand() makes, and games that rand() plays. */
#include <cstdlib>
#include <map>
#include <string>

class Sessions {
  public:
    std::string open(const std::string &user) {
        std::string id;
        for (int i = 0; i < 24; i++)
            // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-token]}}
            id += "0123456789abcdef"[rand() % 16];
        users_[id] = user;
        return id;
    }

  private:
    std::map<std::string, std::string> users_;
};

class Rounds {
  public:
    std::string open(const std::string &user) {
        std::string cards;
        for (int i = 0; i < 5; i++)
            cards += "23456789TJQKA"[rand() % 13];
        hands_[user] = cards;
        return cards;
    }

  private:
    std::map<std::string, std::string> hands_;
};

std::string badOpen(Sessions &sessions, const std::string &user) {
    return sessions.open(user);
}

std::string goodOpen(Rounds &rounds, const std::string &user) {
    return rounds.open(user);
}
