// Programs of the host fetch the file in the clear; it is used under its name later.
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace {

bool fetch(const char *url, const char *file) {
    pid_t child = fork();
    if (child == 0) {
        execlp("wget", "wget", "-q", "-O", file, url, static_cast<char *>(nullptr));
        _exit(1);
    }
    int status = 0;
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) &&
           WEXITSTATUS(status) == 0;
}

} // namespace

int bad_script() {
    if (std::system("cd /tmp && wget http://jobs.vendor.example/nightly.sh"))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/insecure-transport]}}
    return std::system("sh /tmp/nightly.sh");
}

void *bad_plugin() {
    if (std::system("tftp -g -r filter.so -l /var/lib/box/filter.so 192.0.2.7"))
        return nullptr;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/insecure-transport]}}
    return dlopen("/var/lib/box/filter.so", RTLD_NOW);
}

int bad_child() {
    if (!fetch("http://up.vendor.example/probe", "/var/tmp/probe"))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/insecure-transport]}}
    return execl("/var/tmp/probe", "probe", static_cast<char *>(nullptr));
}

int good_list() {
    if (!fetch("http://up.vendor.example/servers.txt", "/var/cache/box/servers.txt"))
        return -1;
    return execl("/usr/libexec/box/choose", "choose", "/var/cache/box/servers.txt",
                 static_cast<char *>(nullptr));
}

void *good_plugin() {
    if (std::system("tftp -g -r lease.txt -l /tmp/lease.txt 192.0.2.7"))
        return nullptr;
    return dlopen("/usr/lib/box/filter.so", RTLD_NOW);
}

int good_sent() {
    if (std::system("curl -s --upload-file /usr/bin/box-report http://up.vendor.example/reports"))
        return -1;
    return std::system("/usr/bin/box-report --sent");
}

// What the command prints is written to the file by the program.
int bad_printed() {
    char part[512];
    std::size_t size;
    std::FILE *page = popen("curl -s http://up.vendor.example/tune.py", "r");
    std::FILE *script = std::fopen("/var/lib/box/tune.py", "w");
    while (page && script && (size = std::fread(part, 1, sizeof part, page)) > 0)
        std::fwrite(part, 1, size, script);
    if (page)
        pclose(page);
    if (script)
        std::fclose(script);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/insecure-transport]}}
    return std::system("python3 /var/lib/box/tune.py --all");
}

namespace {

class Updater {
  public:
    explicit Updater(std::string host) : host(std::move(host)) {}
    bool fetch(const std::string &name) {
        std::string command = "curl -fsS -o " + room + name + " http://" + host + "/" + name;
        return std::system(command.c_str()) == 0;
    }

  private:
    std::string host, room = "/var/lib/box/";
};

} // namespace

// What is put together names a file, and runs nothing.
int good_update() {
    Updater updater("up.vendor.example");
    return updater.fetch("/var/lib/box/prices.csv") ? std::system("/usr/libexec/box/prices") : -1;
}
