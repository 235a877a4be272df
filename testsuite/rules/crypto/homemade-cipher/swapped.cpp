/* RC4 as it is written with containers, and shuffles that look like it. */
#include <array>
#include <cstdint>
#include <fstream>
#include <string>
#include <sys/socket.h>
#include <utility>
#include <vector>

class Stream {
  public:
    explicit Stream(const std::string &key) {
        for (unsigned i = 0; i < 256; i++)
            state_[i] = static_cast<uint8_t>(i);
        uint8_t at = 0;
        for (unsigned i = 0; i < 256; i++) {
            at += state_[i] + key[i % key.size()];
            std::swap(state_[i], state_[at]);
        }
    }
    uint8_t next() {
        second_ += state_[++first_];
        std::swap(state_[first_], state_[second_]);
        return state_[static_cast<uint8_t>(state_[first_] + state_[second_])];
    }

  private:
    std::array<uint8_t, 256> state_{};
    uint8_t first_ = 0, second_ = 0;
};

bool badUpload(int peer, std::ifstream &in, const std::string &key) {
    Stream stream(key);
    char letter;
    while (in.get(letter)) {
        letter = static_cast<char>(letter ^ stream.next());
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
        if (send(peer, &letter, 1, 0) != 1)
            return false;
    }
    return true;
}

/* A deck that is shuffled; what is sent is covered by nothing. */
class Deck {
  public:
    explicit Deck(std::vector<unsigned> order) : cards_(256) {
        for (unsigned i = 0; i < 256; i++)
            cards_[i] = static_cast<uint8_t>(i);
        for (unsigned i = 255; i > 0; i--)
            std::swap(cards_[i], cards_[order[i] % (i + 1)]);
    }
    uint8_t draw() {
        return cards_[next_++];
    }

  private:
    std::vector<uint8_t> cards_;
    uint8_t next_ = 0;
};

bool goodDeal(int peer, std::ifstream &in, Deck &deck) {
    char letter;
    while (in.get(letter)) {
        const char message[2] = {letter, static_cast<char>(deck.draw())};
        if (send(peer, message, sizeof message, 0) != 2)
            return false;
    }
    return true;
}

static std::string cover(const std::string &key, const std::string &text) {
    std::vector<int> table(256);
    std::string out;
    int at = 0, round = 0;
    for (int i = 0; i < 256; i++)
        table[i] = i;
    for (int i = 0; i < 256; i++) {
        at = (at + table[i] + static_cast<unsigned char>(key[i % key.length()])) % 256;
        std::swap(table[i], table[at]);
    }
    at = 0;
    for (char letter : text) {
        round = (round + 1) % 256;
        at = (at + table[round]) % 256;
        std::swap(table[round], table[at]);
        out += static_cast<char>(letter ^ table[(table[round] + table[at]) % 256]);
    }
    return out;
}

void badStore(std::ifstream &in, const std::string &key, std::ofstream &out) {
    std::string line;
    while (std::getline(in, line)) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
        out << cover(key, line);
    }
}
