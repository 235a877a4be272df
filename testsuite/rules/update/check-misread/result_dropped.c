/* The signature is checked in both functions, but one does not care for the outcome. */
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static unsigned char image[1 << 18];

static size_t fetch_image(int in) {
    size_t used = 0;
    ssize_t got;
    while (used < sizeof image && (got = recv(in, image + used, sizeof image - used, 0)) > 0)
        used += (size_t)got;
    return used;
}

static void write_image(const char *path, size_t size) {
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(image, 1, size, file) != size || fclose(file))
        exit(2);
}

int bad_install(int in, EVP_MD_CTX *context, const unsigned char *signature) {
    size_t size = fetch_image(in);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    int status = EVP_DigestVerify(context, signature, 256, image, size);
    if (status != 1)
        fprintf(stderr, "update: signature status %d\n", status);
    write_image("/boot/firmware.new", size);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/check-misread]}}
    return rename("/boot/firmware.new", "/boot/firmware.bin");
}

static void die(const char *why) {
    fprintf(stderr, "update: %s\n", why);
    exit(1);
}

int good_install(int in, EVP_MD_CTX *context, const unsigned char *signature) {
    size_t size = fetch_image(in);
    if (EVP_DigestVerify(context, signature, 256, image, size) != 1)
        die("bad signature");
    write_image("/boot/recovery.new", size);
    return rename("/boot/recovery.new", "/boot/recovery.bin");
}
