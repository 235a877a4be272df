/* C++: an updater class whose checksum comes with the download, and one that knows a key. */
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <openssl/sha.h>
#include <sodium.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

struct Header {
    unsigned char digest[32];
    unsigned char signature[64];
    unsigned size;
};

class Updater {
  public:
    explicit Updater(int in) : in_(in) {}
    bool fetch() {
        if (recv(in_, &header_, sizeof header_, MSG_WAITALL) != sizeof header_)
            return false;
        if (header_.size > sizeof body_)
            return false;
        return recv(in_, body_, header_.size, MSG_WAITALL) == (ssize_t)header_.size;
    }
    bool matches_checksum() const {
        unsigned char digest[32];
        SHA256(body_, header_.size, digest);
        return std::memcmp(digest, header_.digest, sizeof digest) == 0;
    }
    bool is_signed(const unsigned char *key) const {
        return crypto_sign_verify_detached(header_.signature, body_, header_.size, key) == 0;
    }
    bool save(const char *path) const {
        std::FILE *file = std::fopen(path, "wb");
        if (!file)
            return false;
        bool written = std::fwrite(body_, 1, header_.size, file) == header_.size;
        return std::fclose(file) == 0 && written;
    }

  private:
    int in_;
    Header header_{};
    unsigned char body_[16384];
};

} // namespace

int bad_update(int in) {
    Updater updater(in);
    if (!updater.fetch() || !updater.matches_checksum() || !updater.save("/opt/agent/next"))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/check-skipped]}}
    return execl("/opt/agent/next", "next", nullptr);
}

int good_update(int in, const unsigned char *key) {
    Updater updater(in);
    if (!updater.fetch() || !updater.is_signed(key) || !updater.save("/opt/agent/stable"))
        return -1;
    return execl("/opt/agent/stable", "stable", nullptr);
}
