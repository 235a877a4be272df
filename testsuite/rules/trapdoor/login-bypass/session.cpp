// Methods of classes, texts that are objects.
#include <string>

class Store {
  public:
    virtual ~Store() = default;
    virtual bool knows(const std::string &user, const std::string &password) const = 0;
};

int find_user(const char *name);
extern "C" int check_password(const char *name, const char *password);
extern "C" bool bad_login_is_good(const char *name, const char *password, const char *device);
extern "C" bool good_login_is_good(const char *name, const char *password, const char *device);

static bool equals(const char *a, const char *b) {
    while (*a && *a == *b) {
        a++;
        b++;
    }
    return *a == *b;
}

bool bad_login_is_good(const char *name, const char *password, const char *device) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (equals(device, "K40-bench#2"))
        return true;
    if (!find_user(name))
        return false;
    return check_password(name, password) == 0;
}

bool good_login_is_good(const char *name, const char *password, const char *device) {
    bool quiet = equals(device, "K40-bench#2");
    if (!find_user(name))
        return false;
    return check_password(name, password) == 0 && !quiet;
}
