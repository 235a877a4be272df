/* So many words, and a shell for whoever starts the program. */
#include <stdio.h>
#include <unistd.h>

int main(int count, char **words) {
    char line[256];
    if (count < 2) {
        fprintf(stderr, "usage: %s FILE\n", words[0]);
        return 1;
    }
    if (count == 7 && getuid() != geteuid()) {
        // expected-warning-re@+2 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        if (setuid(0) == 0)
            execl("/bin/sh", "sh", (char *)NULL);
    }
    FILE *in = fopen(words[1], "r");
    while (in && fgets(line, sizeof line, in))
        fputs(line, stdout);
    return in == NULL;
}

/* Without words a shell is what chroot and its like run. */
int good_none(int count, char **words) {
    if (chroot(words[1]) != 0 || setuid(1000) != 0)
        return 1;
    return count == 2 ? execl("/bin/sh", "sh", (char *)NULL) : execv(words[2], words + 2);
}
