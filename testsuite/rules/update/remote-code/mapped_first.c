/* The page may be run before anything is in it. */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>

typedef int (*entry_point)(void);

enum { ALL = PROT_READ | PROT_WRITE | PROT_EXEC, OWN = MAP_PRIVATE | MAP_ANONYMOUS };

static void *page_of(size_t size) {
    return mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

int bad_direct(int from) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-code]}}
    unsigned char *page = mmap(NULL, 4096, ALL, OWN, -1, 0);
    if (page == MAP_FAILED || recv(from, page, 4096, MSG_WAITALL) <= 0)
        return -1;
    return ((entry_point)(void *)page)();
}

/* Out of a queue of work. */
struct work {
    struct work *next;
    unsigned char *data;
    size_t size;
};

static struct work *first;

void receive(int from) {
    struct work *work = calloc(1, sizeof *work);
    work->data = malloc(4096);
    ssize_t n = recv(from, work->data, 4096, 0);
    work->size = n > 0 ? (size_t)n : 0;
    work->next = first;
    first = work;
}

static void place(void *page, const struct work *work) {
    memcpy(page, work->data, work->size);
}

int bad_work(void) {
    struct work *work = first;
    first = work->next;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-code]}}
    void *page = mmap(NULL, work->size, ALL, OWN, -1, 0);
    if (page == MAP_FAILED)
        return -1;
    place(page, work);
    return ((entry_point)page)();
}

/* What is made executable is made here, and what arrives stays data. */
int good_stub(int from) {
    static const unsigned char stub[] = {0xb8, 0x2a, 0, 0, 0, 0xc3};
    unsigned char *data = page_of(4096);
    unsigned char *page = mmap(NULL, 4096, ALL, OWN, -1, 0);
    if (page == MAP_FAILED || recv(from, data, 4096, 0) <= 0)
        return -1;
    memcpy(page, stub, sizeof stub);
    return ((entry_point)(void *)page)() + data[0];
}
