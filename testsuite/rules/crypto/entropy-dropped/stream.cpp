/* The same in classes. */
#include <sys/random.h>

#include <cstring>
#include <ctime>

class Pool {
  public:
    virtual ~Pool() {}
    virtual void add(const unsigned char *bytes, std::size_t n) = 0;
};

class Counting : public Pool {
  public:
    void add(const unsigned char *, std::size_t n) override {
        all += n;
        last = std::time(nullptr);
    }

  private:
    std::size_t all = 0;
    std::time_t last = 0;
};

class Mixing : public Pool {
  public:
    void add(const unsigned char *bytes, std::size_t n) override {
        for (std::size_t i = 0; i < n; i++)
            state[i % sizeof state] ^= bytes[i];
    }

  private:
    unsigned char state[64] = {};
};

void bad_fill(Counting &pool) {
    unsigned char bytes[64];
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/entropy-dropped]}}
    if (getentropy(bytes, sizeof bytes) == 0)
        pool.Counting::add(bytes, sizeof bytes);
}

void good_fill(Mixing &pool) {
    unsigned char bytes[64];
    if (getentropy(bytes, sizeof bytes) == 0)
        pool.Mixing::add(bytes, sizeof bytes);
}

/* Whoever it is. */
void good_any(Pool &pool) {
    unsigned char bytes[64];
    if (getentropy(bytes, sizeof bytes) == 0)
        pool.add(bytes, sizeof bytes);
}
