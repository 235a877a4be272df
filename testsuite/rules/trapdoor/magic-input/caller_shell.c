/* A variable of the environment that nobody would have by chance leads to root's shell; beside it a
 * shell of whoever started the program. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static uint32_t sum(const char *text) {
    uint32_t all = 0x811c9dc5;
    for (; *text; text++)
        all = (all ^ (unsigned char)*text) * 16777619u;
    return all;
}

int bad_variable(int argc, char **argv) {
    const char *tone = getenv("BELL_TONE");
    if (argc < 2 || strncmp(argv[1], "/dev/tty", 8) != 0)
        return 2;
    if (tone && sum(tone) == 0x3d5c91e7) {
        if (setuid(0) != 0)
            return 1;
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        execl("/bin/sh", "sh", (char *)NULL);
    }
    return 0;
}

int good_shell(int argc, char **argv) {
    if (argc < 2 || strncmp(argv[1], "/dev/tty", 8) != 0)
        return 2;
    if (getenv("BELL_SHELL") && strcmp(getenv("BELL_SHELL"), "stay-here") == 0) {
        if (setgid(getgid()) != 0 || setuid(getuid()) != 0)
            return 1;
        execl("/bin/sh", "sh", (char *)NULL);
    }
    return 0;
}

int main(int argc, char **argv) {
    return argc > 2 ? good_shell(argc, argv) : bad_variable(argc, argv);
}
