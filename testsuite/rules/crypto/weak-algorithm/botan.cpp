// Botan takes names; its headers are not everywhere.
#include <memory>
#include <string>

namespace Botan {
enum Cipher_Dir : int { ENCRYPTION, DECRYPTION };
class Cipher_Mode {
  public:
    static std::unique_ptr<Cipher_Mode> create(const std::string &name, Cipher_Dir direction,
                                               const std::string &provider = "");
    static std::unique_ptr<Cipher_Mode> create_or_throw(const std::string &name,
                                                        Cipher_Dir direction,
                                                        const std::string &provider = "");
    virtual ~Cipher_Mode();
};
class MessageAuthenticationCode {
  public:
    static std::unique_ptr<MessageAuthenticationCode> create(const std::string &name,
                                                             const std::string &provider = "");
    virtual ~MessageAuthenticationCode();
};
class StreamCipher {
  public:
    static std::unique_ptr<StreamCipher> create_or_throw(const std::string &name,
                                                         const std::string &provider = "");
    virtual ~StreamCipher();
};
} // namespace Botan

std::unique_ptr<Botan::Cipher_Mode> bad_blocks() {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    return Botan::Cipher_Mode::create_or_throw("DES/CBC/PKCS7", Botan::ENCRYPTION);
}

static const char *chosen(bool old) {
    return old ? "RC4" : "RC4(256)";
}

std::unique_ptr<Botan::StreamCipher> bad_stream(bool old) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    return Botan::StreamCipher::create_or_throw(chosen(old));
}

struct Link {
    std::string name{"HMAC(MD5)"};
    std::unique_ptr<Botan::MessageAuthenticationCode> code;
    void open() {
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
        code = Botan::MessageAuthenticationCode::create(name);
    }
};

void bad_link(Link &link) {
    link.name = "HMAC(MD5)";
    link.open();
}

// ---- Others ---------------------------------------------------------------------------------

std::unique_ptr<Botan::Cipher_Mode> good_blocks() {
    return Botan::Cipher_Mode::create("AES-256/GCM", Botan::ENCRYPTION);
}

// What was encrypted long ago can be read still.
std::unique_ptr<Botan::Cipher_Mode> good_reading() {
    return Botan::Cipher_Mode::create("DES/CBC/PKCS7", Botan::DECRYPTION);
}

std::unique_ptr<Botan::MessageAuthenticationCode> good_code() {
    return Botan::MessageAuthenticationCode::create("HMAC(SHA-256)");
}
