// The identifier of a session is public.
#include <cstring>
#include <sodium.h>
#include <sys/socket.h>
#include <syslog.h>

namespace {
struct Hello {
    unsigned char version;
    unsigned char session[16];
    unsigned char padding[15];
};

class Session {
  public:
    int bad_hello(int peer, const unsigned char *text, size_t size, unsigned char *out) {
        Hello hello = {1, {0}, {0}};
        draw();
        std::memcpy(hello.session, key_, sizeof hello.session);
        std::memcpy(hello.padding, key_ + 16, sizeof hello.padding);
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/key-leak]}}
        if (send(peer, &hello, sizeof hello, 0) < 0)
            return -1;
        return crypto_secretbox_easy(out, text, size, nonce_, key_);
    }

    int good_hello(int peer, const unsigned char *text, size_t size, unsigned char *out) {
        Hello hello = {1, {0}, {0}};
        draw();
        randombytes_buf(hello.session, sizeof hello.session);
        if (send(peer, &hello, sizeof hello, 0) < 0)
            return -1;
        return crypto_secretbox_easy(out, text, size, nonce_, key_);
    }

    int bad_logged(const unsigned char *text, size_t size, unsigned char *out) {
        char hex[65];
        draw();
        sodium_bin2hex(hex, sizeof hex, key_, sizeof key_);
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/key-leak]}}
        syslog(LOG_DEBUG, "session %s begins", hex);
        return crypto_secretbox_easy(out, text, size, nonce_, key_);
    }

    int good_logged(const unsigned char *text, size_t size, unsigned char *out) {
        char hex[65];
        unsigned char digest[32];
        draw();
        crypto_generichash(digest, sizeof digest, key_, sizeof key_, nullptr, 0);
        sodium_bin2hex(hex, sizeof hex, digest, 8);
        syslog(LOG_DEBUG, "session %s begins", hex);
        return crypto_secretbox_easy(out, text, size, nonce_, key_);
    }

  private:
    void draw() {
        randombytes_buf(key_, sizeof key_);
        randombytes_buf(nonce_, sizeof nonce_);
    }
    unsigned char key_[32];
    unsigned char nonce_[24];
};
} // namespace

int talk(int peer, int how, const unsigned char *text, size_t size, unsigned char *out) {
    Session session;
    switch (how) {
    case 0:
        return session.bad_hello(peer, text, size, out);
    case 1:
        return session.good_hello(peer, text, size, out);
    case 2:
        return session.bad_logged(text, size, out);
    default:
        return session.good_logged(text, size, out);
    }
}
