// Names that objects hold, users by the environment, and languages.
#include <clocale>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <string>
#include <unistd.h>

class Node {
  public:
    Node() {
        char name[128] = "";
        gethostname(name, sizeof name - 1);
        name_ = name;
    }
    const std::string &name() const {
        return name_;
    }

  private:
    std::string name_;
};

static bool is_meant(const Node &node) {
    return node.name() == "hmi-furnace-03";
}

void bad_object() {
    Node node;
    if (is_meant(node))
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/host]}}
        unlink("/var/lib/furnace/limits.conf");
}

void bad_variable() {
    const char *user = std::getenv("USER");
    if (user && std::strcmp(user, "m.kessler") == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/host]}}
        unlink("/srv/projects/index.db");
}

void bad_language() {
    const char *language = std::setlocale(LC_ALL, "");
    if (language && std::strncmp(language, "fa_IR", 5) == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/host]}}
        unlink("/var/lib/furnace/setpoints.db");
}

void good_language() {
    const char *language = std::setlocale(LC_ALL, "");
    if (language && std::strncmp(language, "fa_IR", 5) == 0)
        std::cout << "right to left\n";
    const char *user = std::getenv("USER");
    if (user && std::strcmp(user, "root") == 0)
        unlink("/var/lib/furnace/user.conf");
}

void good_object() {
    Node node;
    if (node.name().find("test") != std::string::npos)
        std::cerr << "a test\n";
}

static std::string address() {
    std::ifstream in("/sys/class/net/eth0/address");
    std::string text;
    in >> text;
    return text;
}

void bad_address() {
    if (address() == "00:1b:21:9c:44:e7")
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/host]}}
        unlink("/var/lib/furnace/recipe.bin");
}

void good_address() {
    if (address().empty())
        unlink("/var/lib/furnace/address.txt");
}
