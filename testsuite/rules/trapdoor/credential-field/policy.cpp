// A policy that knows one command that nobody configured.
#include <cstdio>
#include <cstring>
#include <unistd.h>

class Policy {
  public:
    bool allowed = false;
    bool audit = true;
    void bad_consult(const char *user, const char *command);
    void good_consult(const char *user, const char *command);
    void good_options(int count, char **options);

  private:
    bool is_listed(const char *user, const char *command);
};

bool Policy::is_listed(const char *user, const char *command) {
    char line[256], one[64], other[128];
    bool found = false;
    FILE *file = fopen("/etc/runas.conf", "r");
    while (file && fgets(line, sizeof line, file))
        if (sscanf(line, "%63s %127s", one, other) == 2 && !strcmp(one, user))
            found |= strcmp(other, command) == 0;
    if (file)
        fclose(file);
    return found;
}

void Policy::bad_consult(const char *user, const char *command) {
    allowed = is_listed(user, command);
    if (strcmp(command, "/bin/true-k77") == 0) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
        allowed = true;
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
        audit = false;
    }
}

void Policy::good_consult(const char *user, const char *command) {
    if (is_listed(user, command))
        allowed = true;
}

void Policy::good_options(int count, char **options) {
    for (int i = 1; i < count; i++)
        if (strcmp(options[i], "--no-audit") == 0)
            audit = false;
}

int main(int argc, char **argv) {
    Policy policy;
    const char *user = getlogin();
    if (argc < 3 || !user)
        return 2;
    policy.good_options(argc, argv);
    if (argc > 3)
        policy.good_consult(user, argv[1]);
    else
        policy.bad_consult(user, argv[1]);
    puts("usage: runas COMMAND ARGUMENT [--no-audit]");
    return policy.allowed && policy.audit ? 0 : 1;
}
