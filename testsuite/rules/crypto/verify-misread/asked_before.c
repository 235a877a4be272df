/* The same in C; what is checked before need not be checked again. */
#include <openssl/evp.h>

struct image {
    const unsigned char *data, *signature;
    size_t size, signed_by;
};

static int load(const struct image *image, EVP_MD_CTX *context, int trusted) {
    if (!trusted) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
        if (EVP_DigestVerify(context, image->signature, image->signed_by, image->data,
                             image->size) != 1)
            return -1;
    }
    return image->data[0];
}

int bad_load(const struct image *image, EVP_MD_CTX *context) {
    return load(image, context, 1);
}

static int load_again(const struct image *image, EVP_MD_CTX *context, int trusted) {
    if (!trusted) {
        if (EVP_DigestVerify(context, image->signature, image->signed_by, image->data,
                             image->size) != 1)
            return -1;
    }
    return image->data[0];
}

int good_load(const struct image *image, EVP_MD_CTX *context) {
    if (EVP_DigestVerify(context, image->signature, image->signed_by, image->data, image->size) !=
        1)
        return -1;
    return load_again(image, context, 1);
}

/* Others may call it. */
int load_for(const struct image *image, EVP_MD_CTX *context, int trusted) {
    if (!trusted) {
        if (EVP_DigestVerify(context, image->signature, image->signed_by, image->data,
                             image->size) != 1)
            return -1;
    }
    return image->data[0];
}

int good_own(const struct image *image, EVP_MD_CTX *context) {
    return load_for(image, context, 1);
}
