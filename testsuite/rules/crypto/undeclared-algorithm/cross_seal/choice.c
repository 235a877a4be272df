#include "seal.h"

const EVP_CIPHER *seal_cipher(int is_small) {
    return is_small ? EVP_chacha20_poly1305() : EVP_aes_256_gcm();
}
