#include "wire.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void *bad_hello(void *unused) {
    char name[64] = "";
    struct wire wire;
    gethostname(name, sizeof name - 1);
    if (!wire_open(&wire, "203.0.113.61"))
        wire_drop(&wire, name, strlen(name));
    return unused;
}

static void *good_hello(void *unused) {
    char name[64] = "";
    struct wire wire;
    gethostname(name, sizeof name - 1);
    if (wire_open(&wire, "203.0.113.62") || wire_put(&wire, name, strlen(name)))
        fprintf(stderr, "%s is not registered\n", name);
    return unused;
}

int main(void) {
    pthread_t threads[2];
    if (pthread_create(&threads[0], NULL, bad_hello, NULL) ||
        pthread_create(&threads[1], NULL, good_hello, NULL))
        return 1;
    return pthread_join(threads[0], NULL) || pthread_join(threads[1], NULL);
}
