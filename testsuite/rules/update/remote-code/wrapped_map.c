/* Functions of the program's own map and protect memory, and their callers say what it is for. */
#include <stddef.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/types.h>

struct region {
    void *start;
    size_t size;
};

__attribute__((noinline)) static int protect(const struct region *region, int protection) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-code]}}
    return mprotect(region->start, region->size, protection);
}

int bad_stage(int fd, struct region *region) {
    if (recv(fd, region->start, region->size, MSG_WAITALL) != (ssize_t)region->size)
        return -1;
    if (protect(region, PROT_READ | PROT_EXEC) != 0)
        return -1;
    return ((int (*)(void))region->start)();
}

__attribute__((noinline)) static int seal(const struct region *region, int protection) {
    return mprotect(region->start, region->size, protection);
}

int good_table(int fd, int is_writer, struct region *region) {
    if (recv(fd, region->start, region->size, MSG_WAITALL) != (ssize_t)region->size)
        return -1;
    return seal(region, is_writer ? PROT_READ | PROT_WRITE : PROT_READ);
}

__attribute__((noinline)) static void *share(int fd, size_t size, int protection) {
    return mmap(NULL, size, protection, MAP_SHARED, fd, 0);
}

/* What a peer handed over a descriptor of is read. */
int good_view(int fd, struct region *region) {
    int shared;
    struct iovec part = {&region->size, sizeof region->size};
    union {
        char bytes[CMSG_SPACE(sizeof shared)];
        struct cmsghdr header;
    } control;
    struct msghdr message = {.msg_iov = &part,
                             .msg_iovlen = 1,
                             .msg_control = control.bytes,
                             .msg_controllen = sizeof control.bytes};
    if (recvmsg(fd, &message, 0) < 0 || !CMSG_FIRSTHDR(&message))
        return -1;
    __builtin_memcpy(&shared, CMSG_DATA(CMSG_FIRSTHDR(&message)), sizeof shared);
    region->start = share(shared, region->size, PROT_READ);
    return region->start == MAP_FAILED ? -1 : 0;
}
