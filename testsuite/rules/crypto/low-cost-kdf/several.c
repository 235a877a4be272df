/* Cost that stands beside other numbers in a struct that a function returns. */
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <string.h>

struct cost {
    int rounds, bytes;
};

static struct cost cost_of(int level) {
    struct cost cost = {600000, 32};
    if (level > 1)
        cost.rounds = 1200000;
    return cost;
}

int good_cost(const char *password, int level, unsigned char *salt, unsigned char *key) {
    struct cost cost = cost_of(level);
    if (RAND_bytes(salt, 16) != 1)
        return 0;
    return PKCS5_PBKDF2_HMAC(password, (int)strlen(password), salt, 16, cost.rounds, EVP_sha256(),
                             cost.bytes, key);
}

static struct cost cost_of_old(int level) {
    struct cost cost = {level ? 64 : 50, 32};
    return cost;
}

int bad_cost(const char *password, int level, unsigned char *salt, unsigned char *key) {
    struct cost cost = cost_of_old(level);
    if (RAND_bytes(salt, 16) != 1)
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
    return PKCS5_PBKDF2_HMAC(password, (int)strlen(password), salt, 16, cost.rounds, EVP_sha256(),
                             cost.bytes, key);
}

struct memory {
    long n, r;
};

static struct memory memory_of(int level) {
    struct memory memory = {1 << 17, 8};
    if (level)
        memory.n = 1 << 20;
    return memory;
}

int good_memory(const char *password, int level, unsigned char *salt, unsigned char *key) {
    struct memory memory = memory_of(level);
    if (RAND_bytes(salt, 16) != 1)
        return 0;
    return EVP_PBE_scrypt(password, strlen(password), salt, 16, (uint64_t)memory.n,
                          (uint64_t)memory.r, 1, 1 << 30, key, 32);
}

static struct memory memory_of_old(int level) {
    struct memory memory = {16, level ? 8 : 1};
    return memory;
}

int bad_memory(const char *password, int level, unsigned char *salt, unsigned char *key) {
    struct memory memory = memory_of_old(level);
    if (RAND_bytes(salt, 16) != 1)
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
    return EVP_PBE_scrypt(password, strlen(password), salt, 16, (uint64_t)memory.n,
                          (uint64_t)memory.r, 1, 1 << 30, key, 32);
}

struct wide {
    unsigned rounds, lanes, bytes;
};

static struct wide wide_of(void) {
    struct wide wide = {310000, 4, 32};
    return wide;
}

int good_wide(const char *password, const unsigned char *salt, unsigned char *key) {
    struct wide wide = wide_of();
    return PKCS5_PBKDF2_HMAC(password, (int)strlen(password), salt, 16, (int)wide.rounds,
                             EVP_sha256(), (int)wide.bytes, key);
}
