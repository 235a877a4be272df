// A shop: what stands in a cookie and opens a basket again. Which offer is shown may be guessed.
#include <cstdlib>
#include <cstring>
#include <sys/random.h>

class Basket {
  public:
    void bad_makeCookie() {
        for (int i = 0; i < 16; i++)
            // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-token]}}
            cookie[i] = static_cast<char>('A' + std::rand() % 26);
    }
    bool good_makeCookie() {
        unsigned char drawn[16];
        if (getrandom(drawn, sizeof drawn, 0) != static_cast<ssize_t>(sizeof drawn))
            return false;
        for (int i = 0; i < 16; i++)
            cookie[i] = static_cast<char>('A' + drawn[i] % 16);
        return true;
    }
    void good_nextOffer() {
        for (int i = 0; i < 16; i++)
            cookie[i] = static_cast<char>('A' + std::rand() % 26);
    }

  private:
    char cookie[17];
};

void open(Basket &basket, int how) {
    if (how == 0)
        basket.bad_makeCookie();
    else if (how == 1)
        basket.good_makeCookie();
    else
        basket.good_nextOffer();
}
