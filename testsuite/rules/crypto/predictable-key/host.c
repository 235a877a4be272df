/* Keys made of what tells the host apart: its hardware address, its serial number, its name. */
#include <net/if.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static int begin(EVP_CIPHER_CTX *context, const unsigned char *key, const unsigned char *iv) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return EVP_EncryptInit_ex(context, EVP_aes_256_ctr(), NULL, key, iv);
}

int bad_address(EVP_CIPHER_CTX *context, int out, const char *interface, const unsigned char *iv) {
    struct ifreq request;
    unsigned char key[32];
    memset(&request, 0, sizeof request);
    strncpy(request.ifr_name, interface, IFNAMSIZ - 1);
    if (ioctl(out, SIOCGIFHWADDR, &request) < 0)
        return -1;
    SHA256((unsigned char *)request.ifr_hwaddr.sa_data, 6, key);
    return begin(context, key, iv);
}

static int read_line(const char *path, char *line, int size) {
    FILE *file = fopen(path, "r");
    if (!file)
        return 0;
    char *got = fgets(line, size, file);
    fclose(file);
    return got != NULL;
}

int bad_serial(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    char line[64] = "";
    unsigned char key[32];
    FILE *file = fopen("/proc/device-tree/serial-number", "r");
    if (!file || !fgets(line, sizeof line, file))
        return -1;
    fclose(file);
    SHA256((unsigned char *)line, strlen(line), key);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), NULL, key, iv);
}

int bad_name(const unsigned char *data, size_t size, unsigned char code[32]) {
    char name[64];
    unsigned int ncode = 0;
    if (gethostname(name, sizeof name))
        return -1;
    name[sizeof name - 1] = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return HMAC(EVP_sha256(), name, (int)strlen(name), data, size, code, &ncode) ? 0 : -1;
}

/* The name of the host goes in beside a secret of a file, */
int good_bound(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    char text[2][64] = {"", ""};
    unsigned char key[32];
    if (!read_line("/etc/machine-id", text[0], sizeof text[0]) ||
        !read_line("/var/lib/door/secret", text[1], sizeof text[1]))
        return -1;
    SHA256((unsigned char *)text, sizeof text, key);
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, iv);
}

/* and what is in a file that the caller names may be anything. */
int good_key_file(EVP_CIPHER_CTX *context, const char *path, const unsigned char *iv) {
    char line[64] = "";
    if (!read_line(path, line, sizeof line))
        return -1;
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, (unsigned char *)line, iv);
}

/* A name is digested to know the host again. */
int good_named(unsigned char digest[32]) {
    char name[64] = "";
    if (gethostname(name, sizeof name - 1))
        return -1;
    SHA256((unsigned char *)name, strlen(name), digest);
    return 0;
}
