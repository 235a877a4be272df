// A peer of a protocol, as an object.
#include <openssl/evp.h>

#include <string>
#include <vector>

#include <sys/socket.h>

class Peer {
  public:
    explicit Peer(int fd) : fd_(fd), context_(EVP_CIPHER_CTX_new()) {}
    ~Peer() {
        EVP_CIPHER_CTX_free(context_);
    }
    bool bad_take(const std::vector<unsigned char> &packet, const unsigned char *key);
    bool good_take(const std::vector<unsigned char> &packet, const unsigned char *key);

  private:
    void refuse(const char *why) {
        std::string line = std::string("ERR ") + why + "\n";
        send(fd_, line.data(), line.size(), 0);
    }

    int fd_;
    EVP_CIPHER_CTX *context_;
    std::vector<unsigned char> text_;
};

bool Peer::bad_take(const std::vector<unsigned char> &packet, const unsigned char *key) {
    int n = 0, last = 0;
    text_.resize(packet.size() + 16);
    if (EVP_DecryptInit_ex(context_, EVP_aes_256_cbc(), nullptr, key, packet.data()) != 1 ||
        EVP_DecryptUpdate(context_, text_.data(), &n, packet.data() + 16,
                          static_cast<int>(packet.size()) - 16) != 1)
        return false;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/padding-oracle]}}
    if (EVP_DecryptFinal_ex(context_, text_.data() + n, &last) != 1) {
        refuse("padding");
        return false;
    }
    text_.resize(static_cast<size_t>(n + last));
    return true;
}

bool Peer::good_take(const std::vector<unsigned char> &packet, const unsigned char *key) {
    int n = 0, last = 0;
    text_.resize(packet.size() + 16);
    if (packet.size() < 16 ||
        EVP_DecryptInit_ex(context_, EVP_aes_256_cbc(), nullptr, key, packet.data()) != 1) {
        refuse("length");
        return false;
    }
    return EVP_DecryptUpdate(context_, text_.data(), &n, packet.data() + 16,
                             static_cast<int>(packet.size()) - 16) == 1 &&
           EVP_DecryptFinal_ex(context_, text_.data() + n, &last) == 1;
}
