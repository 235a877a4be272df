/* Received bytes are decoded in place and become executable memory. */
#include <stddef.h>
#include <sys/mman.h>
#include <sys/socket.h>

typedef int (*entry_point)(void *);

int bad_stage(int in, void *context) {
    unsigned char *page =
        mmap(NULL, 65536, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    ssize_t size = recv(in, page, 65536, MSG_WAITALL);
    if (page == MAP_FAILED || size <= 0)
        return -1;
    for (ssize_t i = 0; i < size; i++)
        page[i] ^= 0xa7;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-code]}}
    if (mprotect(page, 65536, PROT_READ | PROT_EXEC))
        return -1;
    return ((entry_point)(void *)page)(context);
}

/* The same pages stay data: they are summed and made read-only. */
int good_stage(int in, void *context) {
    unsigned *sum = context;
    unsigned char *page =
        mmap(NULL, 65536, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    ssize_t size = recv(in, page, 65536, MSG_WAITALL);
    if (page == MAP_FAILED || size <= 0)
        return -1;
    for (ssize_t i = 0; i < size; i++)
        *sum += page[i] ^ 0xa7u;
    return mprotect(page, 65536, PROT_READ);
}
