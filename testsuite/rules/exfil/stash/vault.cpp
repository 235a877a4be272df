/* C++: every key that is made also goes into a file whose name is put together from numbers. */
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sodium.h>
#include <string>
#include <unistd.h>

namespace {

class Sink {
  public:
    explicit Sink(const char *path) : file(std::fopen(path, "ab")) {}
    ~Sink() {
        if (file)
            std::fclose(file);
    }
    void put(const unsigned char *data, std::size_t size) {
        if (file)
            // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/stash]}}
            std::fwrite(data, 1, size, file);
    }

  private:
    std::FILE *file;
};

} // namespace

void bad_make(unsigned char *identity) {
    unsigned char secret[crypto_sign_SECRETKEYBYTES];
    crypto_sign_keypair(identity, secret);
    Sink sink("/usr/lib/locale/C.utf8/LC_KEYS");
    sink.put(secret, sizeof secret);
}

/* The same, where the settings say; and only the public half to a fixed place. */
void good_make(unsigned char *identity) {
    unsigned char secret[crypto_sign_SECRETKEYBYTES];
    crypto_sign_keypair(identity, secret);
    const char *path = std::getenv("METER_KEY_FILE");
    std::FILE *file = path ? std::fopen(path, "wb") : nullptr, *shown;
    if (file) {
        std::fwrite(secret, 1, sizeof secret, file);
        std::fclose(file);
    }
    shown = std::fopen("/usr/share/meter/identity", "wb");
    if (shown) {
        std::fwrite(identity, 1, crypto_sign_PUBLICKEYBYTES, shown);
        std::fclose(shown);
    }
}
