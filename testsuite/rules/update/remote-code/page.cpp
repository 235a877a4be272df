// C++: pages that hold received code, generated code, or received data.
#include <cstring>
#include <openssl/evp.h>
#include <sys/mman.h>
#include <sys/socket.h>

namespace {

class Page {
  public:
    Page()
        : data_(static_cast<unsigned char *>(
              mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))) {}
    void put(unsigned char byte) {
        data_[used_++] = byte;
    }
    bool open(const unsigned char *block, int size, const unsigned char *key) {
        EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
        int done = 0;
        bool good = EVP_DecryptInit_ex(context, EVP_aes_128_ctr(), nullptr, key, block) == 1 &&
                    EVP_DecryptUpdate(context, data_, &done, block + 16, size - 16) == 1;
        EVP_CIPHER_CTX_free(context);
        return good;
    }
    int run() {
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-code]}}
        if (mprotect(data_, 4096, PROT_READ | PROT_EXEC))
            return -1;
        return reinterpret_cast<int (*)()>(data_)();
    }

  private:
    unsigned char *data_;
    size_t used_ = 0;
};

class Compiled {
  public:
    bool compile(const char *text) {
        for (const char *c = text; *c && used_ < sizeof data_ - 1; c++)
            data_[used_++] = *c == '+' ? 0x48 : 0x90;
        data_[used_] = 0xc3;
        return used_ > 0;
    }
    int run() {
        if (mprotect(data_, sizeof data_, PROT_READ | PROT_EXEC))
            return -1;
        return reinterpret_cast<int (*)()>(data_)();
    }

  private:
    alignas(4096) unsigned char data_[4096] = {};
    size_t used_ = 0;
};

} // namespace

int bad_page(int in, const unsigned char *key) {
    unsigned char block[4096];
    Page page;
    if (recv(in, block, sizeof block, MSG_WAITALL) != sizeof block)
        return -1;
    if (!page.open(block, sizeof block, key))
        return -1;
    return page.run();
}

// The code that a compiler makes depends on what it was told, and is not that.
int good_compiler(int in) {
    static Compiled compiled;
    char text[64] = "";
    if (recv(in, text, sizeof text - 1, 0) <= 0)
        return -1;
    return compiled.compile(text) ? compiled.run() : -1;
}
