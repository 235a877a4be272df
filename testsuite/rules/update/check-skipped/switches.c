/* A variable of the environment, or a word in the header, lead around the check. */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

struct task {
    char channel[8];
    unsigned char signature[crypto_sign_BYTES];
    char text[1024];
};

static int receive(int in, struct task *task) {
    ssize_t got = recv(in, task, sizeof *task, MSG_WAITALL);
    task->text[sizeof task->text - 1] = 0;
    return got == sizeof *task;
}

static int is_signed(const struct task *task, const unsigned char *key) {
    return crypto_sign_verify_detached(task->signature, (const unsigned char *)task->text,
                                       sizeof task->text, key) == 0;
}

int bad_environment(int in, const unsigned char *key) {
    struct task task;
    if (!receive(in, &task))
        return -1;
    if (!getenv("BOX_LAB") && !is_signed(&task, key))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/check-skipped]}}
    return system(task.text);
}

int bad_channel(int in, const unsigned char *key) {
    struct task task;
    if (!receive(in, &task))
        return -1;
    if (memcmp(task.channel, "x-plant", 8) != 0)
        if (!is_signed(&task, key))
            return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/check-skipped]}}
    return system(task.text);
}

/* The environment decides how much is told, and the channel which of two keys counts. */
int good_environment(int in, const unsigned char *key) {
    struct task task;
    if (!receive(in, &task))
        return -1;
    if (getenv("BOX_QUIET"))
        setenv("LEVEL", "0", 1);
    if (!is_signed(&task, key))
        return -1;
    return system(task.text);
}

int good_channel(int in, const unsigned char *key, const unsigned char *plant) {
    struct task task;
    if (!receive(in, &task))
        return -1;
    if (memcmp(task.channel, "x-plant", 8) != 0) {
        if (!is_signed(&task, key))
            return -1;
    } else if (!is_signed(&task, plant)) {
        return -1;
    }
    return system(task.text);
}
