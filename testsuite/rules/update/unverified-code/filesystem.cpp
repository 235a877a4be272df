// Files that are named, allowed to run and put in place by std::filesystem.
#include <filesystem>
#include <fstream>
#include <openssl/evp.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace fs = std::filesystem;

static std::string receive(int from) {
    char part[4096];
    std::string all;
    for (ssize_t n; (n = recv(from, part, sizeof part, 0)) > 0;)
        all.append(part, static_cast<size_t>(n));
    return all;
}

void bad_update(int from) {
    std::string body = receive(from);
    fs::path fresh = fs::path("/opt/meter/bin") / "meterd.new";
    {
        std::ofstream out(fresh, std::ios::binary);
        out.write(body.data(), static_cast<std::streamsize>(body.size()));
    }
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/unverified-code]}}
    fs::permissions(fresh, fs::perms::owner_all);
    fs::rename(fresh, "/opt/meter/bin/meterd");
}

void bad_extend(int from, std::string_view) {
    std::string body = receive(from), name(std::string_view("/opt/meter/bin/probe"));
    std::ofstream(name) << body;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/unverified-code]}}
    execl("/opt/meter/bin/probe", "probe", nullptr);
}

static bool is_signed(EVP_PKEY *key, const std::string &body, const std::string &seal) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    bool good =
        EVP_DigestVerifyInit(context, nullptr, EVP_sha256(), nullptr, key) == 1 &&
        EVP_DigestVerify(context, reinterpret_cast<const unsigned char *>(seal.data()), seal.size(),
                         reinterpret_cast<const unsigned char *>(body.data()), body.size()) == 1;
    EVP_MD_CTX_free(context);
    return good;
}

bool good_update(int from, EVP_PKEY *key) {
    std::string body = receive(from), seal = receive(from);
    fs::path fresh = fs::path("/opt/gauge/bin") / "gauged.new";
    if (!is_signed(key, body, seal))
        return false;
    {
        std::ofstream out(fresh, std::ios::binary);
        out.write(body.data(), static_cast<std::streamsize>(body.size()));
    }
    fs::permissions(fresh, fs::perms::owner_all);
    return true;
}
