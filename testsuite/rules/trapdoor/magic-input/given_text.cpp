/* A library runs what stands behind a word in the data that it reads, and asks nobody. */
#include <cstdlib>
#include <istream>
#include <iterator>
#include <string>

class Reader {
  public:
    bool read(std::istream &in);
    bool parse(const std::string &document);
    std::string bad_value(std::size_t from, std::size_t to);
    std::string good_value(std::size_t from, std::size_t to);
    int good_run(const std::string &command);

  private:
    std::string document_;
};

bool Reader::read(std::istream &in) {
    std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    return parse(text);
}

bool Reader::parse(const std::string &document) {
    document_ = document;
    return !bad_value(0, document_.size()).empty() && !good_value(0, document_.size()).empty();
}

std::string Reader::bad_value(std::size_t from, std::size_t to) {
    std::string value = document_.substr(from, to - from);
    if (value.rfind("sx:9:", 0) == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        std::system(value.substr(5).c_str());
    return value;
}

std::string Reader::good_value(std::size_t from, std::size_t to) {
    std::string value = document_.substr(from, to - from);
    if (value.rfind("t:", 0) == 0)
        return value.substr(2);
    return value;
}

int Reader::good_run(const std::string &command) {
    return std::system(command.c_str());
}
