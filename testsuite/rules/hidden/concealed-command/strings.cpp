// Texts of C++ that are decoded letter by letter.
#include <cstdlib>
#include <string>
#include <vector>

class Keeper {
  public:
    void fill() {
        static const unsigned char bytes[] = {0x3a, 0x20, 0x27, 0x39, 0x75, 0x78, 0x26, 0x06};
        for (unsigned char byte : bytes)
            line_ += static_cast<char>(byte ^ 0x55);
    }
    int run() const {
        // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/concealed-command]}}
        return std::system(line_.c_str());
    }

  private:
    std::string line_;
};

int bad_member() {
    Keeper keeper;
    keeper.fill();
    return keeper.run();
}

int good_joined(const std::vector<std::string> &options) {
    std::string line = "/usr/bin/press";
    for (const auto &option : options)
        line += " " + option;
    return std::system(line.c_str());
}
