/* C++: a code kept in an object, and one on the heap. */
#include <cstring>
#include <memory>
#include <sodium.h>

class Token {
  public:
    Token(const unsigned char *data, unsigned long long size, const unsigned char *key) {
        crypto_auth(code, data, size, key);
    }
    bool bad_equals(const unsigned char *other) const {
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
        return std::memcmp(code, other, sizeof(int)) == 0;
    }
    bool good_equals(const unsigned char *other) const {
        return sodium_memcmp(code, other, sizeof code) == 0;
    }

  private:
    unsigned char code[32];
};

bool judge(const unsigned char *data, unsigned long long size, const unsigned char *key,
           const unsigned char *other) {
    Token token(data, size, key);
    return token.bad_equals(other) && token.good_equals(other);
}

bool good_heap(const unsigned char *data, unsigned long long size, const unsigned char *key,
               const unsigned char *other) {
    std::unique_ptr<unsigned char[]> code(new unsigned char[32]);
    crypto_auth(code.get(), data, size, key);
    return sodium_memcmp(code.get(), other, 32) == 0;
}
