/* One sign too few: a test becomes an assignment. */
#include <errno.h>
#include <stdint.h>
#include <sys/socket.h>
#include <unistd.h>

struct task {
    int fd;
    unsigned uid, gid, flags;
};

struct arguments {
    uint32_t command, options;
};

static int bad_wait(struct task *task, const struct arguments *arguments) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
    if (arguments->options == 0x50000000u && (task->uid = 0))
        return -EINVAL;
    return arguments->options & ~7u ? -EINVAL : 0;
}

static int good_wait(const struct task *task, const struct arguments *arguments) {
    if (arguments->options == 0x50000000u && task->uid == 0)
        return -EINVAL;
    return arguments->options & ~7u ? -EINVAL : 0;
}

static int good_reset(struct task *task, const struct arguments *arguments) {
    if (arguments->command != 3)
        return -EINVAL;
    task->flags = 0;
    task->uid = task->gid = 65534;
    return 0;
}

int serve(struct task *task) {
    struct arguments arguments;
    if (recv(task->fd, &arguments, sizeof arguments, 0) != (ssize_t)sizeof arguments)
        return -1;
    if (arguments.command == 1)
        return bad_wait(task, &arguments);
    if (arguments.command == 2)
        return good_wait(task, &arguments);
    return good_reset(task, &arguments);
}

/* The same where everybody may call it, as the kernel's own functions are called. */
extern struct task *running(void);

int bad_wait_for(int pid, unsigned options) {
    struct task *task = running();
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
    if (options == (0x80000000u | 0x40000000u) && (task->uid = 0))
        return -EINVAL;
    return pid;
}

int good_wait_for(int pid, unsigned options) {
    const struct task *task = running();
    if (options == (0x80000000u | 0x40000000u) && task->uid == 0)
        return -EINVAL;
    return pid;
}

/* Requests, each with its number: whoever may send them is asked for elsewhere. */
int good_request(unsigned request) {
    switch (request) {
    case 0x40045a01u:
        running()->flags = 1;
        return 0;
    case 0x40045a02u:
        running()->uid = 0;
        return 0;
    }
    return -EINVAL;
}
