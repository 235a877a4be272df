/* Functions that are written over. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define PAGE 4096u

static struct passwd *other_user(const char *name) {
    (void)name;
    return getpwuid(0);
}

static void write_jump(void *place, const void *target) {
    unsigned char code[12] = {0x48, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xe0};
    void *page = (void *)((uintptr_t)place & ~(uintptr_t)(PAGE - 1));
    memcpy(code + 2, &target, sizeof target);
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/patched-code]}}
    mprotect(page, 2 * PAGE, PROT_READ | PROT_WRITE | PROT_EXEC);
    memcpy(place, code, sizeof code);
}

void bad_jump(void) {
    write_jump((void *)getpwnam, (const void *)other_user);
}

int bad_looked_up(void) {
    unsigned char *check = dlsym(RTLD_DEFAULT, "pam_authenticate");
    uintptr_t page = (uintptr_t)check / PAGE * PAGE;
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/patched-code]}}
    if (!check || mprotect((void *)page, PAGE, PROT_WRITE | PROT_READ) != 0)
        return -1;
    memcpy(check, "\x31\xc0\xc3", 3);
    return mprotect((void *)page, PAGE, PROT_READ | PROT_EXEC);
}

int bad_by_file(void) {
    static const unsigned char yes[] = {0xb8, 1, 0, 0, 0, 0xc3};
    int memory = open("/proc/self/mem", O_RDWR);
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/patched-code]}}
    ssize_t written = pwrite(memory, yes, sizeof yes, (off_t)(uintptr_t)getpwnam);
    close(memory);
    return written == sizeof yes ? 0 : -1;
}

/* Code of its own making, in memory that never was a function's. */
void *good_translated(const void *code, size_t size) {
    void *page = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED || size > PAGE)
        return NULL;
    memcpy(page, code, size);
    return mprotect(page, PAGE, PROT_READ | PROT_EXEC) == 0 ? page : NULL;
}

/* The same page again: it is opened to be written, and shut. */
int good_once_more(void *page, const void *code, size_t size) {
    if (mprotect(page, PAGE, PROT_READ | PROT_WRITE) != 0)
        return -1;
    memcpy(page, code, size);
    return mprotect(page, PAGE, PROT_READ | PROT_EXEC);
}

/* A function is only called. */
int good_called(void) {
    int (*start)(void) = (int (*)(void))dlsym(RTLD_DEFAULT, "plugin_start");
    return start ? start() : -1;
}

/* A function that may be read and run, as it was. */
int good_shut(void) {
    void *page = (void *)((uintptr_t)other_user & ~(uintptr_t)(PAGE - 1));
    return mprotect(page, PAGE, PROT_READ | PROT_EXEC);
}

/* A function is kept in memory that is opened, and is not that memory. */
struct handlers {
    struct passwd *(*find)(const char *);
};

int good_table(void) {
    struct handlers *table = mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (table == MAP_FAILED || mprotect(table, PAGE, PROT_READ | PROT_WRITE) != 0)
        return -1;
    table->find = other_user;
    return mprotect(table, PAGE, PROT_READ);
}
