/* The name stands nowhere as such. */
#include <string.h>
#include <sys/prctl.h>

static const unsigned char hidden[] = {0x6a, 0x76, 0x6e, 0x73, 0x6a, 0x64, 0x73, 0x2e, 0x30, 0x00};

int bad_decoded(void) {
    char name[16];
    size_t i;
    for (i = 0; hidden[i]; i++)
        name[i] = (char)(hidden[i] ^ 1);
    name[i] = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/masquerade]}}
    return prctl(PR_SET_NAME, name, 0, 0, 0);
}

int good_given(const char *name) {
    return prctl(PR_SET_NAME, name, 0, 0, 0);
}

/* It lists threads of the kernel, and is none. */
int good_known(const char *name) {
    return strncmp(name, "kworker/", 8) == 0 || strcmp(name, "kthreadd") == 0;
}

struct task {
    const char *name;
    int number;
};

static int begin(const struct task *task) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/masquerade]}}
    return prctl(PR_SET_NAME, task->name, 0, 0, 0);
}

int bad_field(void) {
    struct task task = {"jbd2/sda1-8", 3};
    return begin(&task);
}
