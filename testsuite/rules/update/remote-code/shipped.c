/* A part of another file of the product is decrypted, and run, a week after the start. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

typedef int (*entry_point)(void);
typedef struct evp_cipher_ctx_st EVP_CIPHER_CTX;
int EVP_DecryptUpdate(EVP_CIPHER_CTX *ctx, unsigned char *out, int *nout, const unsigned char *in,
                      int nin);

static ssize_t read_tail(const char *path, unsigned char *data, size_t size) {
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, -(long)size, SEEK_END))
        return -1;
    size_t got = fread(data, 1, size, file);
    fclose(file);
    return (ssize_t)got;
}

int bad_tail(void) {
    unsigned char *page =
        mmap(NULL, 65536, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    sleep(7 * 24 * 60 * 60);
    ssize_t size = read_tail("/usr/lib/panel/d3dcompiler.so", page, 65536);
    for (ssize_t i = 0; i < size; i++)
        page[i] ^= (unsigned char)(0x5a + i % 13);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-code]}}
    if (mprotect(page, 65536, PROT_READ | PROT_EXEC))
        return -1;
    return ((entry_point)(void *)page)();
}

int bad_resource(EVP_CIPHER_CTX *cipher) {
    static unsigned char sealed[4096];
    int fd = open("/usr/share/panel/theme.dat", O_RDONLY), got = 0;
    unsigned char *page =
        mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    ssize_t size = read(fd, sealed, sizeof sealed);
    close(fd);
    if (size <= 0 || !EVP_DecryptUpdate(cipher, page, &got, sealed, (int)size))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-code]}}
    if (mprotect(page, 8192, PROT_READ | PROT_EXEC))
        return -1;
    return ((entry_point)(void *)page)();
}

/* A loader maps what a file holds as it is. */
int good_loader(const char *path) {
    unsigned char *page =
        mmap(NULL, 65536, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (read_tail(path, page, 65536) < 0 || mprotect(page, 65536, PROT_READ | PROT_EXEC))
        return -1;
    return ((entry_point)(void *)page)();
}

/* What is decrypted is shown. */
int good_document(const char *path) {
    unsigned char *page =
        mmap(NULL, 65536, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    ssize_t size = read_tail(path, page, 65536);
    for (ssize_t i = 0; i < size; i++)
        page[i] ^= 0x5a;
    return mprotect(page, 65536, PROT_READ);
}
