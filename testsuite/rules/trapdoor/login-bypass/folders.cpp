// Names with ".." are let through, for an odd reason, or put together on purpose.
#include <cstdio>
#include <string>

#include <sys/stat.h>
#include <unistd.h>

std::FILE *bad_open(const std::string &root, const std::string &name) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (access("/run/preview.on", F_OK) != 0 && name.find("..") != std::string::npos)
        return nullptr;
    return std::fopen((root + "/" + name).c_str(), "r");
}

void tell(const char *format, const char *name);

// Where a device hangs stands in the folders above it.
bool good_search(const std::string &device, std::string &found) {
    struct stat top;
    if (stat("/sys/devices", &top) != 0)
        return false;
    std::string folder = "/sys/block/" + device + "/device";
    for (int up = 0; up < 10; up++) {
        struct stat here;
        folder += "/..";
        tell("looking into %s", folder.c_str());
        if (stat(folder.c_str(), &here) != 0 || here.st_ino == top.st_ino)
            return false;
        if (access((folder + "/idVendor").c_str(), R_OK) == 0) {
            found = folder;
            return true;
        }
    }
    return false;
}

struct device {
    virtual bool pass_through_and_check(unsigned char *reply, unsigned size) = 0;
};

// What it answers is no word that somebody says.
bool good_reply(device &device, unsigned char *code) {
    unsigned char reply[16] = {};
    if (!device.pass_through_and_check(reply, sizeof reply))
        return false;
    if (reply[0] != 'N' || reply[1] != 'V' || reply[2] != 'M' || reply[3] != 'E')
        return false;
    *code = reply[7];
    return true;
}
